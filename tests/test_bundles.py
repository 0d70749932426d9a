"""What ships is recognised at a glance, and whatever somebody changed in it is noticed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from algocheck import bundles
from algocheck.bundles import digest_of, shipped, vouch
from algocheck.policy import vouched
from algocheck.policy.index import PATH, rules_in
from algocheck.policy.source import read_source
from algocheck.resources import policies

RULE = "algocheck/rules/chain/no-owner/no-owner.rego"
PARAMETERS = "algocheck/params/data.yaml"


RELEASED = shipped()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the shipped policies to where they may be changed, and have that taken for them."""
    copy = tmp_path / "policies"
    shutil.copytree(policies(), copy, ignore=shutil.ignore_patterns("policy.wasm*"))
    monkeypatch.setattr(bundles, "policies", lambda: copy)
    return copy


def said(file: Path, change: Callable[[str], str]) -> None:
    before = file.read_text("utf-8")
    after = change(before)
    assert after != before
    file.write_bytes(after.encode())


def test_what_ships_is_recognised_and_is_what_its_files_say():
    bundle = shipped()
    source = read_source(policies(), with_tests=False)
    own = source.data["algocheck"]

    assert bundle.vouched
    assert bundle.digest == digest_of(source, bundle.revision)
    assert bundle.modules == source.modules
    assert bundle.rules == rules_in(own["index"], bundle.name)
    data = json.loads(bundle.data)["algocheck"]
    assert data.keys() == own.keys() - {"laws"}
    assert data["params"] == own["params"]
    assert data["index"]["ids"] == [rule.id for rule in bundle.rules]


def test_what_is_noted_of_the_shipped_policies_is_what_follows_from_them_now():
    assert vouch(write=False)


@pytest.mark.parametrize("file", [RULE, PARAMETERS])
def test_line_ends_of_windows_change_nothing(folder: Path, file: str):
    said(folder / file, lambda text: text.replace("\n", "\r\n"))

    assert shipped() == RELEASED._replace(compiled=None)
    assert vouch(write=False)


def test_parameters_that_say_the_same_in_other_words_are_recognised(folder: Path):
    said(folder / PARAMETERS, lambda text: "# Ours.\n" + text)

    assert shipped() == RELEASED._replace(compiled=None)
    assert not vouch(write=False)


def test_data_that_is_not_what_was_noted_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for content in (None, b"{}", RELEASED.data.encode() + b"\n", b"\xff"):
        file = tmp_path / "data.json"
        if content is not None:
            file.write_bytes(content)
        monkeypatch.setattr(vouched, "DATA", file)

        assert shipped() == RELEASED
        assert not vouch(write=False)


@pytest.mark.parametrize(
    ("file", "change"),
    [
        (RULE, lambda text: text + "\n# Ours.\n"),
        (PARAMETERS, lambda text: text.replace("2026-08-02", "2027-08-02")),
        (".manifest", lambda text: text.replace("2026", "2025")),
    ],
)
def test_a_changed_copy_is_nobodys(folder: Path, file: str, change: Callable[[str], str]):
    said(folder / file, change)

    bundle = shipped()

    assert not bundle.vouched
    assert bundle.digest != RELEASED.digest
    assert not vouch(write=False)


def test_an_added_module_is_noticed(folder: Path):
    added = folder / "algocheck/lib/ours/ours.rego"
    added.parent.mkdir()
    added.write_bytes(b"# METADATA\n# description: Ours.\npackage algocheck.lib.ours\n\nx := 1\n")

    assert not shipped().vouched


def test_a_rule_that_was_taken_out_is_noticed(folder: Path):
    (folder / RULE).unlink()

    bundle = shipped()

    assert not bundle.vouched
    assert len(bundle.rules) == len(RELEASED.rules) - 1


def test_an_index_that_says_something_else_is_not_believed(folder: Path):
    said(folder / PATH, lambda text: text.replace('"severity": "critical"', '"severity": "low"'))

    bundle = shipped()

    assert not bundle.vouched
    assert [rule.severity for rule in bundle.rules] == [rule.severity for rule in RELEASED.rules]


def test_policies_are_recognised_once_they_are_vouched_for(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(vouched, "DIGESTS", tmp_path / "vouched.json")
    monkeypatch.setattr(vouched, "DATA", tmp_path / "data.json")
    shutil.copy(Path(vouched.__file__).with_name("vouched.json"), tmp_path)
    said(folder / PARAMETERS, lambda text: text.replace("2026-08-02", "2027-08-02"))

    assert not vouch(write=True)

    assert vouch(write=False)
    assert shipped().vouched
    assert "2027-08-02" in shipped().data
