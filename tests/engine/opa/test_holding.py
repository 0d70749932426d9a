"""A server must hold our bundle and no other, and must be who it says it is."""

import shutil
import subprocess
from pathlib import Path

import pytest

from algocheck.engine.opa import start
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from opas import (
    MAIN,
    Opa,
    answer_to,
    asking,
    eventually,
    impostor,
    lay_out,
    said_by_opa,
    saying,
    small,
)

ENTRYPOINT = "algocheck.main.evaluation"
QUESTION = {"manifest": {"kind": "deployment"}, "today": "2027-01-01"}
TOKEN = "a-token-that-is-known"  # noqa: S105 -- to a server of these tests


def ask_once(url: str, bundle: Bundle | None = None, **more: object) -> object:
    engine = start(bundle or small(), asking(url, **more))
    try:
        return engine.query(ENTRYPOINT, QUESTION)
    finally:
        engine.close()


def refusal(url: str, bundle: Bundle | None = None, **more: object) -> str:
    with pytest.raises(EngineError) as error:
        ask_once(url, bundle, **more)
    return str(error.value)


# Which bundle.


def test_a_server_that_holds_the_bundle_answers(running: Opa):
    assert ask_once(running.url) == answer_to(QUESTION)


def test_the_engine_says_which_opa_it_is(running: Opa, opa: Path):
    told = subprocess.run([opa, "version"], capture_output=True, text=True, check=True).stdout
    version = told.splitlines()[0].removeprefix("Version: ")
    engine = start(small(), asking(running.url))

    assert engine.description == f"OPA {version}"
    engine.close()


def test_another_revision_is_refused(running: Opa):
    assert refusal(running.url, small(revision="2027.02")).endswith(
        "holds revision 2027.01, and asked is revision 2027.02: load that one there, "
        "or check with the algocheck that has 2027.01"
    )


def test_a_bundle_without_a_revision_is_refused_even_if_ours_has_none(opa: Path, tmp_path: Path):
    nameless = small(revision="")
    with Opa(opa, "--bundle", lay_out(nameless, tmp_path)) as server:
        assert "holds revision -" in refusal(server.url, nameless)


def test_policies_that_are_no_bundle_are_refused(opa: Path, small_folder: Path):
    with Opa(opa, small_folder / "algocheck", small_folder / "data.json") as server:
        assert "does not say which bundle it answers from" in refusal(server.url)


def test_a_server_without_anything_is_refused(opa: Path):
    with Opa(opa) as server:
        assert "does not say which bundle it answers from" in refusal(server.url)


def test_a_bundle_that_is_half_there_is_refused(opa: Path, small_folder: Path, tmp_path: Path):
    half = tmp_path / "half"
    shutil.copytree(small_folder, half)
    (half / "data.json").unlink()

    with Opa(opa, "--bundle", half) as server:
        assert "has no answer for an empty manifest: its bundle is not loaded whole" in refusal(
            server.url
        )


def test_a_digest_in_the_manifest_must_be_ours(opa: Path, tmp_path: Path):
    folder = lay_out(small(), tmp_path, metadata={"digest": "e2" * 32})
    with Opa(opa, "--bundle", folder) as server:
        said = refusal(server.url)
        same = ask_once(server.url, small(digest="e2" * 32))

    assert "holds another bundle of the same revision (digest e2e2e2e2e2e2, wanted d1d1" in said
    assert same == answer_to(QUESTION)


def test_the_revision_of_somebody_elses_bundle_counts_for_nothing(opa: Path, tmp_path: Path):
    stale = lay_out(small(revision="2026.12"), tmp_path / "stale")
    other = tmp_path / "other"
    other.mkdir()
    (other / ".manifest").write_text('{"revision": "2027.01", "roots": ["other"]}')

    with Opa(opa, "--bundle", other, stale) as server:
        assert "holds revision 2026.12, and asked is revision 2027.01" in refusal(server.url)


def test_an_opa_that_reads_another_rego_is_refused():
    old = said_by_opa(1)
    old["provenance"]["version"] = "0.70.0"
    with impostor(saying(old)) as url:
        assert "is OPA 0.70.0, which reads another Rego" in refusal(url)


def test_a_bundle_that_is_replaced_meanwhile_is_noticed(opa: Path, tmp_path: Path):
    folder = lay_out(small(), tmp_path)
    with Opa(opa, "--watch", "--bundle", folder) as server:
        engine = start(small(), asking(server.url))
        assert engine.query(ENTRYPOINT, QUESTION) == answer_to(QUESTION)

        lay_out(small(MAIN.replace('"said": input', '"said": 3'), revision="2027.02"), folder)
        newer = small(revision="2027.02")
        eventually(lambda: "revision 2027.01" not in attempt(server.url, newer), "a new bundle")

        with pytest.raises(EngineError, match=r"holds revision 2027\.02"):
            engine.query(ENTRYPOINT, QUESTION)
        engine.close()


def attempt(url: str, bundle: Bundle) -> str:
    try:
        return str(ask_once(url, bundle))
    except EngineError as error:
        return str(error)


# Who may ask.

PERMITS = """\
package system.authz

allow := input.identity == "a-token-that-is-known" if {
	input.path == ["v1", "data", "algocheck", "main", "evaluation"]
} else := false
"""


@pytest.fixture(scope="module")
def guarded(opa: Path, tmp_path_factory: pytest.TempPathFactory):
    """Run an OPA that answers one question only, and only who has the token."""
    folder = tmp_path_factory.mktemp("guarded")
    guard = folder / "guard"
    guard.mkdir()
    (guard / "authz.rego").write_text(PERMITS)
    (guard / ".manifest").write_text('{"roots": ["system"], "rego_version": 1}')
    mine = lay_out(small(), folder / "small")
    options = ("--authentication=token", "--authorization=basic", "--bundle")
    with Opa(opa, *options, guard, mine) as server:
        yield server


@pytest.mark.parametrize("token", ["", "another-token"])
def test_without_the_right_token_there_is_no_answer_and_the_token_is_not_told(
    guarded: Opa, token: str
):
    said = refusal(guarded.url, token=token)

    assert "does not let us ask this (HTTP 401): check the token" in said
    assert not token or token not in said


def test_of_several_bundles_one_must_be_known_as_ours(guarded: Opa):
    assert "holds several bundles and does not let us see which is which" in refusal(
        guarded.url, token=TOKEN
    )


def test_the_name_of_a_bundle_makes_it_known_where_nothing_else_may_be_read():
    bundles = {"small": {"revision": "2027.01"}, "other": {"revision": "2027.02"}}
    said = {"result": 1, "provenance": {"version": "1.22.2", "bundles": bundles}}

    def respond(handler):
        permitted = handler.command == "POST"
        (saying(said) if permitted else saying("", 401))(handler)

    with impostor(respond) as url:
        assert ask_once(url) == 1
        assert "holds revision 2027.01, and asked" in refusal(url, small(revision="2027.02"))
