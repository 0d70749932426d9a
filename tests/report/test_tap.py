"""TAP is read alike by a parser of version 14 and by one of version 13, whatever stands in it."""

from collections import Counter

import pytest
from hypothesis import given, settings
from tap.parser import Parser

from algocheck.model import Report
from algocheck.report import Style
from algocheck.report.cases import Case, Result, Suite, suites
from hostile import HOSTILE, about_the_run, covered, hostile, nothing_asked, one_of_each
from judges.tap import read_as_13, read_as_14
from reports import told

REPORTS = [about_the_run(covered(one_of_each())), nothing_asked()]
HAZARDS = [
    "a # skip",
    "#skip",
    "\\# TODO x",
    "\\",
    "\n1..0\nBail out!\n",
    "\n  ...\nok 1\n",
    "a\rb",
]


def cases(report: Report) -> list[tuple[Suite, Case]]:
    return [(suite, case) for suite in suites(report, Style()) for case in suite.cases]


def expected(report: Report) -> Counter[str]:
    names = {
        Result.PASSED: "ok",
        Result.SKIPPED: "skip",
        Result.OPEN: "todo",
        Result.FAILED: "not ok",
        Result.ERROR: "not ok",
    }
    return Counter(names[case.result] for _, case in cases(report))


@pytest.mark.parametrize("report", REPORTS, ids=["one of each", "nothing asked"])
def test_both_versions_count_the_same(tap_parser, report):
    text = told(report, "tap")
    complete, satisfied = read_as_14(tap_parser, text)
    as_13, plan = read_as_13(text)

    assert as_13 == expected(report)
    assert plan.expected_tests == complete["count"] == as_13.total()
    assert complete["fail"] == as_13["not ok"] + as_13["todo"]
    assert (complete["todo"], complete["skip"]) == (as_13["todo"], as_13["skip"])
    assert satisfied == report.passes


@pytest.mark.parametrize("text", HAZARDS, ids=repr)
def test_no_text_becomes_a_directive_or_a_line_of_its_own(tap_parser, text):
    report = hostile(text)
    complete, _ = read_as_14(tap_parser, told(report, "tap"))
    failing = sum(case.result in (Result.FAILED, Result.ERROR) for _, case in cases(report))

    assert complete["count"] == len(cases(report))
    assert complete["fail"] - complete["todo"] == failing
    assert not complete["bailout"]


@settings(max_examples=60)
@given(HOSTILE)
def test_nobody_who_knows_no_escape_takes_a_text_for_a_directive(text):
    report = hostile(text)
    as_13, plan = read_as_13(told(report, "tap"))

    assert as_13 == expected(report)
    assert plan.expected_tests == as_13.total()


def test_the_diagnostics_are_yaml_that_tells_where_and_what_to_do():
    results = [
        line for line in Parser().parse_text(told(REPORTS[0], "tap")) if line.category == "test"
    ]
    for result, (_, case) in zip(results, cases(REPORTS[0]), strict=True):
        if not case.alerts:
            assert result.yaml_block is None
            continue
        assert result.yaml_block["message"] == case.message
        assert len(result.yaml_block["at"]) == len(case.alerts)
        assert result.yaml_block["severity"]

    assert sum(result.yaml_block is not None for result in results) > 500


def test_a_report_on_nothing_skips_everything(tap_parser):
    nothing = REPORTS[0]._replace(verdicts=(), findings=())
    complete, satisfied = read_as_14(tap_parser, told(nothing, "tap"))

    assert (complete["count"], satisfied) == (0, True)
    assert "1..0 # SKIP nothing was checked" in told(nothing, "tap")
