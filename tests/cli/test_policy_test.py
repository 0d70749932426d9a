"""`algocheck policy test`, as somebody who writes rules meets it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from policies import RULE, rule
from support import Algocheck

BESIDE = RULE.replace(".rego", "_test.rego")
HEAD = """\
package algocheck.tests.theme["defect"]

import data.algocheck.rules.theme["defect"] as rule

"""
APPLIES = (
    'test_it_applies if rule.applies == "yes" with input as {"decision": {"effect": "legal"}}\n'
)
UNKNOWN = 'test_it_is_unknown if rule.requires[0].met == "unknown" with input as {}\n'

Folder = Callable[..., Path]


@pytest.fixture
def house(tmp_path: Path) -> Folder:
    """Make a folder of house rules: one rule, and the tests given."""

    def make(tests: str | None, **others: str) -> Path:
        folder = tmp_path / "house"
        files = {RULE: rule(), **others}
        if tests is not None:
            files[BESIDE] = HEAD + tests
        for path, text in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return folder

    return make


def test_the_tests_of_the_shipped_policies_pass(algocheck: Algocheck):
    result = algocheck("policy", "test", "--coverage-at-least", "95")

    assert result.returncode == 0
    assert "0 failures" in result.stderr
    assert "of the lines are covered" in result.stderr


def test_house_rules_are_tested_with_the_shipped_library(algocheck: Algocheck, house: Folder):
    result = algocheck("policy", "test", house(APPLIES + UNKNOWN))

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "2 tests, 0 failures\n")


def test_tests_see_the_shipped_parameters_and_the_data_of_the_house(
    algocheck: Algocheck, house: Folder
):
    data = {"algocheck/house/fees/data.json": json.dumps({"most": 40})}
    seen = (
        "test_params if count(data.algocheck.params) > 0\n"
        "test_data if data.algocheck.house.fees.most == 40\n"
    )
    alone = (
        "test_no_index if not data.algocheck.index\n"
        "test_no_other_rule if count(data.algocheck.rules) == 1\n"
    )

    assert algocheck("policy", "test", house(seen + alone, **data)).returncode == 0


@pytest.mark.parametrize(
    ("language", "sentence", "summary"),
    [
        ("en", "not true: one of its statements does not hold", "2 tests, 1 failure"),
        ("nl", "niet waar: een van de voorwaarden klopt niet", "2 tests, 1 fout"),
    ],
)
def test_a_test_that_fails_is_told_at_its_place(
    algocheck: Algocheck, house: Folder, language: str, sentence: str, summary: str
):
    folder = house(UNKNOWN + 'test_wrong if rule.applies == "no" with input as {}\n')

    result = algocheck("policy", "test", folder, "--lang", language)

    assert result.returncode == 1
    assert result.stdout == f"{folder.as_posix()}/{BESIDE}:6:1: test_wrong: {sentence}\n"
    assert result.stderr == f"{summary}\n"


def test_a_test_that_errs_names_the_place_of_the_error(algocheck: Algocheck, house: Folder):
    result = algocheck("policy", "test", house('test_wrong if to_number("z") == 1\n'))

    assert result.returncode == 1
    assert f"{BESIDE}:5:1: test_wrong: " in result.stdout
    assert f"{BESIDE}:5: could not parse string as number" in result.stdout


def test_two_tests_of_one_name_fail_though_both_are_true(algocheck: Algocheck, house: Folder):
    result = algocheck("policy", "test", house(UNKNOWN + UNKNOWN))

    assert result.returncode == 1
    assert f"{BESIDE}:6:1: test_it_is_unknown: a test of this name stands at" in result.stdout


def test_a_rule_without_tests_is_no_pass_where_other_rules_have_them(
    algocheck: Algocheck, house: Folder
):
    other = "algocheck/rules/theme/other/other.rego"
    folder = house(UNKNOWN, **{other: rule(package='algocheck.rules.theme["other"]')})

    result = algocheck("policy", "test", folder)

    assert result.returncode == 1
    assert f"{other}:1:1: this rule has no tests" in result.stdout
    assert result.stderr == "1 test, 1 failure\n"


def test_a_folder_without_tests_is_no_pass(algocheck: Algocheck, house: Folder):
    result = algocheck("policy", "test", house(None))

    assert (result.returncode, result.stdout) == (2, "")
    assert "there are no tests in" in result.stderr


def test_a_folder_that_is_not_there_is_said_to_be_so(algocheck: Algocheck):
    result = algocheck("policy", "test", "nowhere")

    assert result.returncode == 2
    assert "there is no folder nowhere" in result.stderr


def test_a_pattern_selects_tests_by_file_and_name(algocheck: Algocheck, house: Folder):
    folder = house(APPLIES + "test_wrong if false\n")

    assert algocheck("policy", "test", folder, "-r", "it_applies").stderr == "1 test, 0 failures\n"
    assert algocheck("policy", "test", folder, "--rule", "theme/defect/").returncode == 1


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("privacy/", "none of 2 tests has privacy/ in its file or name, so nothing was tested"),
        ("[", "[ is no regular expression: "),
    ],
)
def test_a_pattern_that_selects_nothing_is_no_pass(
    algocheck: Algocheck, house: Folder, pattern: str, sentence: str
):
    result = algocheck("policy", "test", house(APPLIES + UNKNOWN), "-r", pattern)

    assert result.returncode == 2
    assert sentence in result.stderr


def test_what_cannot_be_parsed_safely_is_refused(algocheck: Algocheck, house: Folder):
    result = algocheck("policy", "test", house(f"x := {'[' * 25}{']' * 25}\n"))

    assert result.returncode == 2
    assert f"{BESIDE}:5:18: brackets are nested deeper than 12" in result.stderr


# Coverage.


NEVER_CALLED = rule() + "\n_unused(goal) := 1 if {\n\tgoal == 1\n}\n"


def test_coverage_names_the_lines_that_no_test_evaluated(algocheck: Algocheck, house: Folder):
    folder = house(UNKNOWN, **{RULE: NEVER_CALLED})
    line = NEVER_CALLED.split("\n").index("\tgoal == 1") + 1

    result = algocheck("policy", "test", folder, "--coverage")

    assert result.returncode == 0
    place, _, missed = result.stdout.partition("missed: ")
    assert place.startswith(f"{folder.as_posix()}/{RULE}:{line - 1}:1: 66.6% covered; ")
    assert missed == f"{line - 1}-{line}\n", "the library is not the house's to cover"


@pytest.mark.parametrize(("least", "code"), [("100", 1), ("1", 0)])
def test_too_little_coverage_is_no_pass(algocheck: Algocheck, house: Folder, least: str, code: int):
    folder = house(UNKNOWN, **{RULE: NEVER_CALLED})

    result = algocheck("policy", "test", folder, "--coverage-at-least", least)

    assert result.returncode == code
    assert (f"{least}% was asked for" in result.stderr) == bool(code)


def test_while_a_test_fails_coverage_is_not_told(algocheck: Algocheck, house: Folder):
    result = algocheck("policy", "test", house(UNKNOWN + "test_wrong if false\n"), "--coverage")

    assert result.returncode == 1
    assert result.stderr == "coverage is told once every test passes\n2 tests, 1 failure\n"


def test_of_a_folder_with_nothing_but_tests_nothing_is_covered(
    algocheck: Algocheck, tmp_path: Path
):
    file = tmp_path / "only" / "only_test.rego"
    file.parent.mkdir()
    file.write_text("package algocheck.tests.only\n\ntest_it if true\n", encoding="utf-8")

    result = algocheck("policy", "test", "only", "--coverage-at-least", "1")

    assert result.returncode == 1
    assert "0.0% of the lines are covered, and 1% was asked for" in result.stderr
