import re

import pytest

from algocheck.engine.suite import Suite, find_tests
from algocheck.errors import BundleError
from algocheck.policy.source import Module, Source
from algocheck.words import say
from rego import PATH

BESIDE = PATH.replace(".rego", "_test.rego")
RULE = 'package algocheck.rules.theme["defect"]\n\napplies := "yes"\n'
HEAD = 'package algocheck.tests.theme["defect"]\n\n'


def found(tests: str, *, rule: str = RULE, path: str = BESIDE) -> Suite:
    return find_tests(Source((Module(PATH, rule),), (Module(path, HEAD + tests),), {}))


def faults(suite: Suite) -> list[str]:
    return [
        f"{fault.file}:{fault.line}:{fault.column}: {fault.name}: {say(fault.problem, 'en')}"
        for fault in suite.faults
    ]


def test_a_test_is_found_with_its_place_and_asked_for_by_its_whole_name():
    (test,) = found("helper := 1\n\ntest_it_fails if true\n").tests

    assert (test.file, test.line, test.column, test.name) == (BESIDE, 5, 1, "test_it_fails")
    assert test.document == 'algocheck["tests"]["theme"]["defect"]["test_it_fails"]'


def test_what_only_looks_like_a_test_is_none():
    suite = found(
        '# test_a if true\nx := "\\ntest_b if true"\n\ny := `\ntest_c if true\n`\n\nmy_test_d := 1'
    )

    assert suite.tests == ()


def test_tests_are_found_in_ordinary_modules_too():
    suite = found("test_a if true\n", rule=RULE + "\ntest_b if false\n")

    assert [test.name for test in suite.tests] == ["test_b", "test_a"]


def test_a_default_is_no_second_test():
    suite = found("default test_a := false\n\ntest_a if true\n")

    assert [test.line for test in suite.tests] == [5]
    assert suite.faults == ()


def test_an_else_is_no_second_test():
    suite = found("test_a if {\n\tfalse\n} else if {\n\ttrue\n}\n")

    assert (len(suite.tests), suite.faults) == (1, ())


@pytest.mark.parametrize(
    ("twice", "line", "column"),
    [
        ("test_a if true\n\ntest_a if false\n", 5, 1),
        ("test_a if {\n\tfalse\n} {\n\ttrue\n}\n", 5, 3),
    ],
)
def test_a_second_test_of_one_name_is_a_fault_for_either_could_hide_the_other(
    twice: str, line: int, column: int
):
    suite = found(twice)

    assert len(suite.tests) == 1
    (fault,) = faults(suite)
    assert fault.startswith(f"{BESIDE}:{line}:{column}: test_a: a test of this name stands at ")
    assert f"{BESIDE}:3" in fault


def test_a_name_may_return_in_another_package():
    other = Module("algocheck/lib/b/b_test.rego", "package algocheck.tests.b\n\ntest_a if true\n")
    suite = find_tests(Source((), (Module(BESIDE, f"{HEAD}test_a if true\n"), other), {}))

    assert (len(suite.tests), suite.faults) == (2, ())


def test_a_file_of_tests_without_tests_is_a_fault():
    (fault,) = faults(found("Test_a if true\n"))

    assert fault.startswith(f"{BESIDE}:1:1: : there is no test in this file")


def test_a_rule_without_a_file_of_tests_is_a_fault():
    suite = found("test_a if true\n", path="algocheck/rules/theme/defekt/defect_test.rego")

    assert faults(suite) == [f"{PATH}:1:1: : this rule has no tests; write {BESIDE}"]


def test_a_library_needs_no_file_of_tests():
    library = Module("algocheck/lib/logic/logic.rego", "package algocheck.lib.logic\n\nx := 1\n")

    assert find_tests(Source((library,), (), {})).faults == ()


@pytest.mark.parametrize(
    ("pattern", "names", "faulty"),
    [
        ("", ["test_a", "test_b"], True),
        ("theme/defect", ["test_a", "test_b"], True),
        ("_b$", ["test_b"], False),
        ("other/", [], False),
    ],
)
def test_tests_and_faults_are_selected_by_file_and_name(
    pattern: str, names: list[str], *, faulty: bool
):
    suite = found("test_a if true\n\ntest_b if true\n\ntest_a if false\n")
    selected = suite.select(re.compile(pattern))

    assert [test.name for test in selected.tests] == names
    assert bool(selected.faults) == faulty


@pytest.mark.parametrize(
    ("tests", "sentence"),
    [
        ("test_a if {\n", f"{BESIDE}:4:1: this is no Rego"),
        (f"x := {'[' * 25}{']' * 25}", f"{BESIDE}:3:18: brackets are nested deeper than 12"),
        (f"x := {'-' * 5000}1", f"{BESIDE}:3:1025: this line is longer than 1024 bytes"),
    ],
)
def test_what_cannot_be_parsed_safely_is_refused_at_its_place(tests: str, sentence: str):
    with pytest.raises(BundleError, match=re.escape(sentence)):
        found(tests)
