"""`algocheck policy build`: one bundle for every reader, the same bytes whenever it is built."""

import gzip
import hashlib
import importlib.metadata
import io
import json
import os
import shutil
import tarfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.bundles import house, shipped
from algocheck.engine.opa_command import OpaCommand
from algocheck.policy.build import pack, unpack
from opa.judges import HOUSE, Build, ask
from opa.judges import HOUSE_RULE as RULE
from support import Algocheck


@pytest.fixture(scope="session")
def version(opa: Path) -> str:
    """Return the version of the OPA that builds."""
    return OpaCommand(opa, os.environ).version


def described(bundle: Path) -> dict[str, Any]:
    """Return the manifest of *bundle*."""
    manifest: dict[str, Any] = json.loads(unpack(bundle.read_bytes())[".manifest"])
    return manifest


# What the bundle holds


def test_the_bundle_holds_the_policies_as_they_were_written_and_no_tests(published: Path):
    files = unpack(published.read_bytes())

    rego = {path: content.decode() for path, content in files.items() if path.endswith(".rego")}
    assert rego == {module.path: module.text for module in shipped().modules}
    assert files.keys() - rego.keys() == {
        ".manifest",
        "data.json",
        "policy.wasm",
        "policy.wasm.json",
    }


def test_the_manifest_says_what_it_is_and_declares_no_wasm(published: Path, version: str):
    manifest = described(published)

    assert manifest == {
        "revision": shipped().revision,
        "roots": ["algocheck"],
        "rego_version": 1,
        "metadata": {
            "name": "algocheck",
            "digest": shipped().digest,
            "opa": version,
            "built_with": f"algocheck {importlib.metadata.version('algocheck')}",
        },
    }


def test_the_compiled_form_tells_what_it_was_made_of(published: Path, version: str):
    files = unpack(published.read_bytes())

    assert json.loads(files["policy.wasm.json"]) == {
        "digest": shipped().digest,
        "opa": version,
        "sha256": hashlib.sha256(files["policy.wasm"]).hexdigest(),
    }


def test_algocheck_recognises_what_it_published(unpacked: Path):
    again = house(unpacked)

    assert again.digest == shipped().digest
    assert [rule.id for rule in again.rules] == [rule.id for rule in shipped().rules]
    assert again.compiled == unpacked / "policy.wasm"


def test_compiled_policies_that_changed_since_are_source_again(unpacked: Path, tmp_path: Path):
    folder = shutil.copytree(unpacked, tmp_path / "changed")
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    data["algocheck"]["params"]["regimes"]["ai_act_art50"] = {"from": "2026-08-03"}
    (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")

    assert house(folder).compiled is None


def test_the_lint_has_nothing_against_what_is_published(algocheck: Algocheck, unpacked: Path):
    result = algocheck("policy", "lint", unpacked)

    assert (result.returncode, result.stdout) == (0, "")


def test_house_rules_take_the_library_along_and_nobody_elses_rules(house_bundle: Path):
    files = unpack(house_bundle.read_bytes())
    data = json.loads(files["data.json"])["algocheck"]

    assert {path for path in files if path.startswith("algocheck/rules/")} == {RULE}
    assert "algocheck/main/main.rego" in files
    assert data["index"]["ids"] == ["records/no-department"]
    assert {"params", "laws"} <= data.keys()


def test_house_rules_give_the_same_findings_from_their_bundle(
    algocheck: Algocheck, house_bundle: Path, tmp_path: Path
):
    folder = tmp_path / "house"
    shutil.unpack_archive(house_bundle, folder, filter="data")
    reports = []
    for rules in (HOUSE / "rules", folder):
        told = algocheck("check", HOUSE / "manifest.yaml", "--policy", rules, "--format", "json")
        reports.append(json.loads(told.stdout)["manifests"])

    assert '"rule": "records/no-department"' in json.dumps(reports[0])
    assert reports[0] == reports[1]


def test_opa_answers_house_rules_from_their_bundle(opa: Path, house_bundle: Path):
    answer = ask(opa, house_bundle, manifest=HOUSE / "manifest.yaml")

    assert {rule: each["outcome"] for rule, each in answer.items()} == {
        "records/no-department": "fail"
    }


def test_a_bundle_may_be_built_again_from_what_it_holds(
    build: Build, published: Path, unpacked: Path, tmp_path: Path
):
    again = tmp_path / "again.tar.gz"
    build(unpacked, again)

    assert again.read_bytes() == published.read_bytes()


# The same bytes


def test_the_same_policies_give_the_same_bytes_elsewhere_later_and_from_another_opa(
    build: Build, opa_wasm: Path, house_bundle: Path, rules: Path
):
    for file in rules.rglob("*"):
        os.utime(file, (1, 1))
    (rules / RULE).chmod(0o755)
    environment = {"TZ": "Pacific/Auckland", "OPA_BUILD_OPTIMIZE": "2", "OPA_EVAL_FORMAT": "pretty"}

    from_within = build(".", "../within.tar.gz", using=opa_wasm, cwd=rules)
    from_above = build("rules", "above.tar.gz", cwd=rules.parent, env=environment)

    assert (from_within.returncode, from_above.returncode) == (0, 0)
    for file in (rules.with_name("within.tar.gz"), rules.with_name("above.tar.gz")):
        archive = file.read_bytes()
        assert unpack(archive) == unpack(house_bundle.read_bytes())  # which says where they differ
        assert archive == house_bundle.read_bytes()


def test_other_policies_are_another_revision(
    build: Build, house_bundle: Path, rules: Path, tmp_path: Path
):
    file = rules / RULE
    file.write_text(
        file.read_text(encoding="utf-8").replace("stated(", "stated( "), encoding="utf-8"
    )
    built = tmp_path / "built.tar.gz"

    assert build(rules, built).returncode == 0
    # As it was written, not as `opa fmt` would have it.
    assert b"stated( " in unpack(built.read_bytes())[RULE]
    assert described(built)["revision"] != described(house_bundle)["revision"]


def test_house_rules_may_have_a_name_and_a_revision_of_their_own(
    build: Build, rules: Path, version: str
):
    manifest = {"revision": "2027.1", "metadata": {"name": "voorbeeld"}}
    (rules / ".manifest").write_text(json.dumps(manifest), encoding="utf-8")
    built = rules.with_name("built.tar.gz")

    told = build(rules, built, "--lang", "nl").stderr

    assert described(built)["revision"] == "2027.1"
    assert described(built)["metadata"]["name"] == "voorbeeld"
    assert "bundel voorbeeld 2027.1" in told
    assert f"met 1 regel; OPA {version} laadt hem" in told


@given(
    st.dictionaries(
        st.lists(st.text("aé-.", min_size=1, max_size=60), min_size=1, max_size=5)
        .map("/".join)
        .filter(lambda path: ".." not in path and "/./" not in f"/{path}/"),
        st.binary(max_size=200),
        max_size=5,
    )
)
def test_whatever_is_packed_comes_out_again_and_names_nobody(files: dict[str, bytes]):
    archive = pack(files)

    assert unpack(archive) == files
    assert pack(dict(reversed(files.items()))) == archive
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        entries = {(each.mtime, each.uid, each.gid, each.uname, each.mode) for each in opened}
    assert entries <= {(0, 0, 0, "", 0o644)}
    assert archive[:10] == gzip.compress(b"", 9, mtime=0)[:3] + b"\0" * 5 + b"\2\xff"
