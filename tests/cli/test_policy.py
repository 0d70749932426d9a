"""`algocheck policy`, as somebody who writes rules meets it."""

from pathlib import Path

import pytest

from policies import RULE, rule
from support import ROOT, Algocheck

POLICIES = ROOT / "policies"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "house"
    file = folder / RULE
    file.parent.mkdir(parents=True)
    file.write_text(rule(), encoding="utf-8")
    file.with_name("defect_test.rego").write_text("package algocheck.tests.theme", encoding="utf-8")
    return folder


def test_the_shipped_policies_have_no_violations(algocheck: Algocheck):
    result = algocheck("policy", "lint")

    assert result.stdout == ""
    assert result.returncode == 0
    assert "0 violations" in result.stderr


def test_the_shipped_index_is_up_to_date(algocheck: Algocheck):
    result = algocheck("policy", "index", "--check")

    assert (result.returncode, "up to date" in result.stderr) == (0, True)


def test_the_shipped_facts_are_up_to_date(algocheck: Algocheck):
    result = algocheck("policy", "facts", "--check")

    assert (result.returncode, "up to date" in result.stderr) == (0, True)


def test_house_rules_are_looked_at_with_the_shipped_library(algocheck: Algocheck, house: Path):
    result = algocheck("policy", "lint", house)

    assert (result.stdout, result.returncode) == ("", 0)
    assert result.stderr == "1 module, 0 violations\n"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "the manifest has no fact purpose.gaol; did you mean purpose.goal?"),
        ("nl", "het manifest heeft geen feit purpose.gaol; bedoelde u purpose.goal?"),
    ],
)
def test_a_violation_is_told_at_its_place(
    algocheck: Algocheck, house: Path, language: str, sentence: str
):
    file = house / RULE
    file.write_text(rule().replace("m.purpose.goal", "m.purpose.gaol"), encoding="utf-8")

    result = algocheck("policy", "lint", "house", "--lang", language, cwd=house.parent)

    assert result.returncode == 1
    assert result.stdout == f"house/{RULE}:28:32: misspelt-fact: {sentence}\n"


@pytest.mark.parametrize("folder", ["empty", "absent"])
def test_looking_at_nothing_is_no_pass(algocheck: Algocheck, tmp_path: Path, folder: str):
    (tmp_path / "empty").mkdir()

    result = algocheck("policy", "lint", folder)

    assert result.returncode == 2
    assert folder in result.stderr


def test_an_index_is_written_once_and_drifts_when_a_rule_changes(algocheck: Algocheck, house: Path):
    written = algocheck("policy", "index", house)
    again = algocheck("policy", "index", house, "--check")
    text = rule().replace("It is shown", "It is told")
    (house / RULE).write_text(text, encoding="utf-8")
    drifted = algocheck("policy", "index", house, "--check")

    assert [each.returncode for each in (written, again, drifted)] == [0, 0, 1]
    assert "algocheck policy index" in drifted.stderr


def test_no_index_is_made_of_rules_with_violations(algocheck: Algocheck, house: Path):
    (house / RULE).write_text(rule().replace("goal", "gaol"), encoding="utf-8")

    result = algocheck("policy", "index", house)

    assert result.returncode == 2
    assert "policy lint" in result.stderr
    assert not (house / "algocheck/index").exists()


def test_a_new_rule_fails_the_lint_until_it_is_filled_in(algocheck: Algocheck, tmp_path: Path):
    made = algocheck("policy", "new", "theme/some-defect", "--to", "house")
    folder = tmp_path / "house/algocheck/rules/theme/some-defect"
    unfinished = algocheck("policy", "lint", "house")
    text = rule(package='algocheck.rules.theme["some-defect"]')
    (folder / "some-defect.rego").write_text(text, encoding="utf-8")
    finished = algocheck("policy", "lint", "house")

    assert made.returncode == 0
    assert {file.name for file in folder.iterdir()} == {"some-defect.rego", "some-defect_test.rego"}
    assert unfinished.returncode == 1
    assert "metadata-unfinished" in unfinished.stdout
    assert "unknown-fact" in unfinished.stdout
    assert finished.returncode == 0


def test_a_rule_that_is_there_is_not_overwritten(algocheck: Algocheck, house: Path):
    before = (house / RULE).read_bytes()

    result = algocheck("policy", "new", "theme/defect", "--to", house)

    assert result.returncode == 2
    assert (house / RULE).read_bytes() == before


@pytest.mark.parametrize(
    "name", ["defect", "Theme/defect", "theme/../../x", "theme/de_fect", "a/b/c"]
)
def test_a_name_that_no_rule_can_have_is_refused(algocheck: Algocheck, tmp_path: Path, name: str):
    result = algocheck("policy", "new", name, "--to", tmp_path)

    assert result.returncode == 2
    assert "legal_protection/no-objection-route" in result.stderr
    assert not list(tmp_path.iterdir())
