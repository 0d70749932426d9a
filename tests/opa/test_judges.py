"""OPA's own tools have nothing against our policies, and would say so if they had."""

import json
import shutil
from pathlib import Path

import pytest

from opa.judges import run
from support import ROOT

POLICIES = ROOT / "policies"
GENERATED = "algocheck/facts/facts.rego"
RULE = "algocheck/rules/human_oversight/no-stop-procedure/no-stop-procedure.rego"


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    """Copy the policies, to spoil them."""
    return shutil.copytree(POLICIES, tmp_path / "policies")


def spoil(policies: Path, before: str, after: str) -> None:
    """Put *after* where *before* stands in a rule."""
    file = policies / RULE
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8", newline="\n")


def test_opa_check_has_nothing_against_them(opa: Path):
    assert run(opa, "check", "--strict", ".", cwd=POLICIES) == (0, "")


def test_opa_check_fails_a_misspelt_fact_and_names_what_it_might_be(opa: Path, policies: Path):
    spoil(policies, "m.human_oversight.stop_procedure", "m.human_oversight.stop_procedur")

    code, said = run(opa, "check", "--strict", ".", cwd=policies)

    assert code == 1
    assert f"{RULE}:" in said
    assert 'have: "stop_procedur"' in said
    assert '"stop_procedure"' in said


def test_opa_check_fails_what_is_imported_and_not_used(opa: Path, policies: Path):
    unused = "import data.algocheck.lib.logic\nimport data.algocheck.lib.dates\n"
    spoil(policies, "import data.algocheck.lib.logic\n", unused)

    code, said = run(opa, "check", "--strict", ".", cwd=policies)

    assert (code, "data.algocheck.lib.dates unused" in said) == (1, True)


def test_opa_fmt_would_change_nothing(opa: Path):
    assert run(opa, "fmt", "--fail", "--list", ".", cwd=POLICIES) == (0, "")


def test_opa_fmt_fails_another_form(opa: Path, policies: Path):
    spoil(policies, "\t", "    ")

    code, said = run(opa, "fmt", "--fail", "--list", ".", cwd=policies)

    assert code != 0
    assert RULE in said


def test_the_tests_pass_in_opa_and_reach_every_line_that_people_write(opa: Path):
    # The further passes of --coverage-runs only tell why a line was not reached.
    measured = ("--coverage", "--coverage-runs=", "--format=json")

    code, said = run(opa, "test", ".", "--timeout=60s", *measured, cwd=POLICIES)

    assert code == 0, said[-5000:]
    covered = json.loads(said)
    missed = [path for path, file in covered["files"].items() if file.get("not_covered")]
    assert set(missed) <= {GENERATED}
    assert covered["coverage"] > 99


def test_a_test_that_fails_in_opa_is_heard(opa: Path, policies: Path):
    spoil(policies, "applies := impact.touches_people", 'applies := "no"')
    spoil(policies, "import data.algocheck.lib.impact\n", "")

    code, said = run(opa, "test", ".", "--run=no-stop-procedure", "--fail-on-empty", cwd=policies)

    assert code != 0
    assert "FAIL" in said
