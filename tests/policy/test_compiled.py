"""A bundle has a compiled form only where that was made of the very policies beside it."""

import json
import shutil
from pathlib import Path

import pytest

from algocheck.bundles import house
from algocheck.policy.compiled import origin_of
from algocheck.resources import policies


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the shipped policies, which are a whole bundle."""
    copy = tmp_path_factory.mktemp("bundle") / "policies"
    shutil.copytree(policies(), copy, ignore=shutil.ignore_patterns("*_test.rego", "policy.wasm*"))
    return copy


def tell(folder: Path, digest: str) -> Path:
    """Put a compiled form into *folder* that says it was made of the source with *digest*."""
    file = folder / "policy.wasm"
    file.write_bytes(b"\0asm")
    (folder / "policy.wasm.json").write_text(json.dumps({"digest": digest}))
    return file


def test_without_a_compiled_form_there_is_none(folder: Path):
    assert house(folder).compiled is None


def test_a_compiled_form_of_these_policies_is_used(folder: Path):
    file = tell(folder, house(folder).digest)

    assert house(folder).compiled == file


def test_a_compiled_form_of_other_policies_is_not(folder: Path):
    tell(folder, "0" * 64)

    assert house(folder).compiled is None


def test_a_compiled_form_of_these_policies_as_they_were_is_not(folder: Path):
    tell(folder, house(folder).digest)
    entrypoint = folder / "algocheck/main/main.rego"
    entrypoint.write_text(entrypoint.read_text("utf-8") + "\n# changed\n", "utf-8")

    assert house(folder).compiled is None


@pytest.mark.parametrize(
    "told", ["", "{", "[]", "null", "3", "\ufeff{}", "[" * 60_000, '{"a": "' + "x" * 70_000 + '"}']
)
def test_what_tells_nothing_is_no_origin(tmp_path: Path, told: str):
    (tmp_path / "policy.wasm.json").write_text(told, "utf-8")

    assert origin_of(tmp_path / "policy.wasm") == {}


def test_no_origin_at_all_is_none(tmp_path: Path):
    assert origin_of(tmp_path / "policy.wasm") == {}
