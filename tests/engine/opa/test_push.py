"""A bundle that is put on a server for a while: beside what is there, and gone afterwards."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from algocheck.bundles import shipped
from algocheck.engine.opa import serving, start
from algocheck.engine.opa.client import Client
from algocheck.engine.opa.move import move
from algocheck.engine.settings import Server, Settings
from algocheck.errors import EngineError
from algocheck.words import say
from opas import (
    DIGEST,
    MAIN,
    Opa,
    answer_to,
    impostor,
    lay_out,
    said_by_opa,
    saying,
    small,
)
from support import ROOT

ENTRYPOINT = "algocheck.main.evaluation"
QUESTION = {"manifest": {"kind": "deployment"}, "today": "2027-01-01"}
THEIRS = 'package algocheck.main\n\nevaluation := "theirs"\n'

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


@pytest.fixture
def shared(opa: Path, tmp_path: Path) -> Iterator[Opa]:
    """Run an OPA that somebody else uses too."""
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "main.rego").write_text(THEIRS)
    (theirs / "data.json").write_text('{"theirs": [1]}')
    with Opa(opa, theirs) as server:
        before = held(server)
        yield server
        if server.process.poll() is None:
            assert held(server) == before


def held(server: Opa) -> tuple[set[str], Any]:
    """Return the names of all policies and all plain data on *server*."""
    policies = {each["id"] for each in get(server, "policies")}
    return policies, get(server, "data")


def get(server: Opa, path: str) -> Any:
    with urllib.request.urlopen(f"{server.url}/v1/{path}") as answer:  # noqa: S310
        return json.load(answer)["result"]


def pushing(opa: Path, *urls: str, **more: Any) -> Settings:
    server = Server(urls=urls, push=True, **({"timeout": 60.0, "retries": 0} | more))
    return Settings(opa=str(opa), server=server)


def test_it_answers_beside_what_is_there(opa: Path, shared: Opa):
    engine = start(small(), pushing(opa, shared.url))

    assert engine.query(ENTRYPOINT, QUESTION) == answer_to(QUESTION)
    assert get(shared, "data/algocheck/main/evaluation") == "theirs"
    engine.close()


def test_the_root_is_named_by_the_digest(opa: Path, shared: Opa):
    with serving((small(),), pushing(opa, shared.url)) as settings:
        (served,) = settings.served

        assert served.root.startswith(f"algocheck_{DIGEST[:16]}_")
        assert get(shared, f"data/{served.root}/params") == {"number": 21}


def test_one_bundle_can_be_pushed_by_two_at_once(opa: Path, shared: Opa):
    one, other = (start(small(), pushing(opa, shared.url)) for _ in range(2))
    one.close()

    assert other.query(ENTRYPOINT, QUESTION) == answer_to(QUESTION)
    other.close()


def test_several_bundles_can_be_pushed_to_one_server(opa: Path, shared: Opa):
    house = small(MAIN.replace('"said": input', '"said": "house"'), digest="e2" * 32)
    with serving((small(), house), pushing(opa, shared.url)) as settings:
        answers = [start(each, settings).query(ENTRYPOINT, {}) for each in (small(), house)]

    assert answers == [answer_to({}), answer_to("house")]


def test_the_shipped_policies_can_be_pushed_and_judge_alike(opa: Path, shared: Opa):
    from algocheck.engine.regorus import RegorusEngine

    with serving((shipped(),), pushing(opa, shared.url)) as settings:
        theirs = start(shipped(), settings).query(ENTRYPOINT, QUESTION)

    assert theirs == RegorusEngine(shipped()).query(ENTRYPOINT, QUESTION)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, EngineError])
def test_it_is_removed_when_something_else_goes_wrong(
    opa: Path, shared: Opa, kind: type[BaseException]
):
    seen: list[int] = []

    def go_wrong() -> None:
        with serving((small(),), pushing(opa, shared.url)):
            seen.append(len(held(shared)[0]))
            raise kind("engine.failed")

    with pytest.raises(kind):
        go_wrong()

    assert seen[0] > 1
    # That nothing is left is what the fixture looks at.


def test_it_is_removed_when_it_was_interrupted_halfway(
    opa: Path, shared: Opa, monkeypatch: pytest.MonkeyPatch
):
    put = Client.put_policy
    sent: list[str] = []

    def interrupted(client: Client, name: str, text: str) -> None:
        put(client, name, text)
        sent.append(name)
        if len(sent) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(Client, "put_policy", interrupted)
    with pytest.raises(KeyboardInterrupt):
        start(small(), pushing(opa, shared.url))

    assert len(sent) == 2


PUSHER = """
import sys, time
sys.path.insert(0, {tests!r})
from algocheck.engine.opa import serving
from algocheck.engine.settings import Server, Settings
from opas import small
with serving((small(),), Settings(opa={opa!r}, server=Server(urls=({url!r},), push=True))):
    print("there", flush=True)
    time.sleep(600)
"""


@posix
def test_ctrl_c_removes_it(opa: Path, shared: Opa):
    code = PUSHER.format(tests=str(ROOT / "tests"), opa=str(opa), url=shared.url)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as pusher:
        assert pusher.stdout
        assert pusher.stdout.readline() == "there\n"
        assert len(held(shared)[0]) > 1
        os.kill(pusher.pid, signal.SIGINT)
        pusher.wait(60)


# Servers that do not take it.


def refusal(opa: Path, url: str, bundle: Any = None, **more: Any) -> str:
    with pytest.raises(EngineError) as error:
        start(bundle or small(), pushing(opa, url, **more))
    assert str(error.value).isprintable()
    return str(error.value)


def test_a_server_whose_bundle_owns_everything_refuses(opa: Path, tmp_path: Path):
    with Opa(opa, "--bundle", lay_out(small(), tmp_path, roots=[""])) as server:
        assert "answers HTTP 400 (all paths owned by bundle" in refusal(opa, server.url)


def test_a_server_whose_bundle_leaves_room_takes_it(opa: Path, running: Opa):
    engine = start(small(), pushing(opa, running.url))

    assert engine.query(ENTRYPOINT, QUESTION) == answer_to(QUESTION)
    engine.close()


def test_a_module_that_does_not_compile_there_is_named(opa: Path):
    def respond(handler: BaseHTTPRequestHandler) -> None:
        if handler.path.startswith("/v1/policies") and handler.command == "PUT":
            saying({"message": "not here"}, 400)(handler)
        elif handler.command == "PUT":
            saying("", 204)(handler)
        else:
            saying(said_by_opa(1))(handler)

    with impostor(respond) as url:
        said = refusal(opa, url)

    assert "does not take algocheck/lib/double/double.rego: it answers HTTP 400 (not here)" in said


def test_a_server_that_is_not_there_is_sent_nothing(opa: Path):
    asked: list[str] = []

    def note(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.command)
        saying("", 401)(handler)

    with impostor(note) as url:
        assert "does not let us ask this (HTTP 401)" in refusal(opa, url)

    assert "PUT" not in asked


def test_of_a_fleet_those_that_take_it_are_asked(opa: Path, shared: Opa):
    with impostor(saying("", 500)) as broken:
        engine = start(small(), pushing(opa, broken, shared.url))
        assert engine.query(ENTRYPOINT, QUESTION) == answer_to(QUESTION)
        engine.close()


def test_what_cannot_be_removed_is_told(opa: Path):
    def keep(handler: BaseHTTPRequestHandler) -> None:
        if handler.command == "DELETE":
            saying({"message": "no"}, 500)(handler)
        elif handler.path.startswith("/v1/data") and handler.command == "PUT":
            saying("", 204)(handler)
        else:
            saying(said_by_opa(1))(handler)

    with impostor(keep) as url:
        engine = start(small(), pushing(opa, url))
        with pytest.raises(EngineError) as error:
            engine.close()

    root = engine.served.root
    assert str(error.value) == (
        f"{url} still holds what was pushed, and answers HTTP 500 (no): look in its log; "
        f"remove the policies whose names begin with {root}/ and the data {root} there yourself"
    )


# What cannot be moved.


@pytest.mark.parametrize(
    "text",
    [
        "package other\n\nx := 1\n",
        "package algocheck_of_others.main\n\nx := 1\n",
        "package algocheck.main\n\nx := data.other.y\n",
        'package algocheck.main\n\nx := count("data.algocheck_0") + data.other\n',
    ],
)
def test_a_module_that_would_look_at_what_is_not_its_own_is_refused(
    opa: Path, shared: Opa, text: str
):
    assert "bundle small cannot be pushed: algocheck/main/main.rego stands outside" in refusal(
        opa, shared.url, small(text)
    )


def test_without_opa_nothing_can_be_moved(shared: Opa):
    assert "no-such-opa was not found" in refusal(Path("no-such-opa"), shared.url)


@pytest.mark.skipif(sys.platform == "win32", reason="a text file stands for OPA")
def test_an_opa_that_does_not_run_is_told_in_both_languages(tmp_path: Path):
    text = tmp_path / "opa"
    text.touch(0o755)

    with pytest.raises(EngineError, match=r"to push: it is no program that this") as error:
        move(small(), str(text), "algocheck_0")

    assert "niet hernoemen: het is geen programma dat" in say(error.value.message, "nl")


@pytest.mark.parametrize(
    "text",
    [
        "x := [",
        "x := nosuch(1)",
        "x := [y | some name; y := data[name].z]",
        "import data as d\n\nx := d.other",
    ],
)
def test_what_opa_cannot_move_is_not_pushed(opa: Path, shared: Opa, text: str):
    module = small(f"package algocheck.main\n\n{text}\n")

    assert "could not rename the packages" in refusal(opa, shared.url, module)
