"""`algocheck policy build` where it cannot be done: nothing is written, and it is told why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from algocheck.engine.opa_command import OpaCommand
from algocheck.errors import BundleError, EngineError
from algocheck.policy.build import stated
from opa.judges import HOUSE_RULE as RULE
from opa.judges import Build
from support import Algocheck


def script(file: Path, *lines: str) -> Path:
    """Write an executable of *lines* that stands for an OPA which is not as it should be."""
    file.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
    file.chmod(0o755)
    return file


def refused(result: subprocess.CompletedProcess[str], file: Path) -> str:
    """Return what is told where nothing was built."""
    assert result.returncode == 2, result.stderr
    assert result.stdout == ""
    assert [path.name for path in file.parent.iterdir() if path.suffix in (".gz", ".tmp")] == []
    return result.stderr


def test_without_opa_it_says_what_to_install(algocheck: Algocheck, rules: Path, tmp_path: Path):
    result = algocheck("policy", "build", rules, "-o", "b.tar.gz", env={"PATH": str(rules)})

    said = refused(result, tmp_path / "b.tar.gz")
    assert "there is no command opa; install Open Policy Agent" in said


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for OPA")
@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["echo hello"], "does not say which OPA it is"),
        (["exit 3"], "refuses: exit 3"),
        (["echo 'Version: 0.70.0'"], "is OPA 0.70.0, which reads an older Rego"),
        (["printf 'Version: 1.99.0\\n'; test $1 = version"], "build` refuses: Version: 1.99.0"),
    ],
    ids=["no OPA", "broken", "too old", "cannot build"],
)
def test_an_opa_that_is_none_is_refused(
    build: Build, rules: Path, tmp_path: Path, lines: list[str], sentence: str
):
    fake = script(tmp_path / "fake", *lines)

    result = build(rules, "b.tar.gz", using=fake)

    assert sentence in refused(result, tmp_path / "b.tar.gz")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for OPA")
@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ('sed \'s/"pass"/"fail"/\'', "OPA and regorus 0.13.0 do not give the same answer at /0/"),
        ("sed 's/true/1/; s/5\\.0/5.5/; s/\"yes\"/true/'", "do not give the same answer at /"),
        ("head -c 100", "has no answer to"),
    ],
    ids=["other outcome", "other type", "half an answer"],
)
def test_nothing_is_written_where_opa_answers_otherwise(
    build: Build, opa: Path, rules: Path, answer: str, sentence: str
):
    lines = f'if test $1 = eval; then "{opa}" "$@" | {answer}; else "{opa}" "$@"; fi'
    liar = script(rules.with_name("liar"), lines)

    result = build(rules, "b.tar.gz", using=liar)

    assert sentence in refused(result, rules)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for OPA")
def test_an_opa_that_hangs_is_stopped(tmp_path: Path):
    slow = script(tmp_path / "slow", "exec sleep 600")

    with pytest.raises(EngineError, match=r"slow version` did not end within 1 second"):
        OpaCommand(slow, os.environ, seconds=0.5)


def test_policies_with_violations_are_not_built_and_what_stood_there_stays(
    build: Build, rules: Path, tmp_path: Path
):
    file = rules / RULE
    # OPA's formatter makes this into text that does not parse, and reports success.
    broken = 'applies := "yes"\n\n_kind(v) := "yes" if v == 1 else := "no" if v in {"", null}\n'
    text = file.read_text(encoding="utf-8").replace('applies := "yes"\n', broken)
    file.write_text(text, encoding="utf-8")
    built = tmp_path / "b.tar.gz"
    built.write_bytes(b"the bundle of last year")

    result = build(rules, built)

    assert result.returncode == 2
    assert "policy lint" in result.stderr
    assert built.read_bytes() == b"the bundle of last year"


def test_rules_that_take_silence_for_an_answer_are_not_built(build: Build, rules: Path):
    file = rules / RULE
    met = "logic.stated(m.organization.department)"
    text = file.read_text(encoding="utf-8").replace(met, f'logic.any_of([{met}, "yes"])')
    file.write_text(text, encoding="utf-8")

    said = refused(build(rules, "b.tar.gz"), rules)

    assert "records/no-department passes on a manifest that states nothing" in said


def test_what_only_opa_objects_to_is_told_in_its_words(build: Build, rules: Path):
    file = rules / RULE
    text = file.read_text(encoding="utf-8")
    file.write_text(f'{text}\n_never := concat(1, "\x1b[31m")\n', encoding="utf-8")

    said = refused(build(rules, "b.tar.gz"), rules)

    assert "refuse" in said
    assert RULE in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    ("folder", "to", "sentence"),
    [
        ("absent", "b.tar.gz", "there is no folder absent"),
        ("empty", "b.tar.gz", "there are no policies in this folder"),
        ("rules", "absent/b.tar.gz", "there is no folder absent to write the bundle into"),
        ("rules", "empty", "empty: it is a folder and no file"),
    ],
)
def test_what_cannot_be_built_or_written_is_told(
    build: Build, rules: Path, folder: str, to: str, sentence: str
):
    (rules.parent / "empty").mkdir()

    result = build(folder, to, cwd=rules.parent)

    assert sentence in refused(result, rules)


def test_it_has_to_be_told_where_the_bundle_goes(algocheck: Algocheck, rules: Path):
    assert "--output" in refused(algocheck("policy", "build", rules), rules)


@pytest.mark.parametrize("text", ["[]", "{", '{"metadata": 3}', "null", "[" * 100_000])
def test_a_manifest_that_cannot_be_understood_is_told(tmp_path: Path, text: str):
    (tmp_path / ".manifest").write_text(text, encoding="utf-8")

    with pytest.raises(BundleError, match=r"\.manifest holds no data that can be read"):
        stated(tmp_path)


def test_a_folder_without_a_manifest_states_nothing(tmp_path: Path):
    assert stated(tmp_path) == ("", "")
