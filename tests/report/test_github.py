"""GitHub shows what is worst beside the lines of a change, and obeys no text of a manifest."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algocheck.model import BaselineState, Severity
from algocheck.report import Style
from algocheck.report.alerts import Alert, Level, alerts
from algocheck.report.github import COMMANDS, IN_PROPERTY, IN_TEXT, SHOWN
from hostile import (
    HOSTILE,
    about_the_run,
    covered,
    hostile,
    in_the_baseline,
    nothing_asked,
    one_of_each,
    variants,
    waived,
)
from judges.github import commands, unescaped
from reports import example_texts, report_on, thinned, told

REPORT = about_the_run(covered(one_of_each()))


def is_old(alert: Alert) -> bool:
    return alert.baseline is BaselineState.UNCHANGED and not alert.waiver


def worst(found: list[Alert], level: Level, number: int) -> list[Alert]:
    of_level = [alert for alert in found if alert.level is level and not is_old(alert)]
    return sorted(of_level, key=lambda alert: -alert.severity)[:number]


def test_the_worst_of_each_kind_come_first_and_as_many_as_are_shown():
    found = list(alerts(REPORT, "en"))
    annotations = commands(told(REPORT, "github"))

    expected = [
        *worst(found, Level.ERROR, SHOWN),
        *worst(found, Level.WARNING, SHOWN),
        *worst(found, Level.NOTE, SHOWN - 1),
    ]
    assert len(annotations) == len(expected) + 1 == 3 * SHOWN
    for alert, command in zip(expected, annotations, strict=False):
        assert command.level is alert.level
        assert command.properties == {
            "file": alert.location.file,
            "line": str(alert.location.line),
            "col": str(alert.location.column),
            "title": alert.title,
        }
        assert alert.message in command.message.splitlines() or not alert.message.isprintable()
        assert alert.name in command.message


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_last_line_counts_everything_and_tells_where_the_rest_is(language):
    *rest, last = commands(told(REPORT, "github", Style(language)))

    hidden = sum(not is_old(each) for each in alerts(REPORT, language)) - len(rest)
    assert last.name == "notice"
    assert str(len(REPORT.verdicts)) in last.message
    assert re.search(rf"\b{hidden}\b", last.message)
    assert "--format markdown=$GITHUB_STEP_SUMMARY" in last.message
    assert "--format sarif=" in last.message


def test_a_pass_is_one_line_that_counts():
    report = report_on(example_texts()[0])._replace(threshold=Severity.CRITICAL)
    found = commands(told(report, "github"))

    assert report.passes
    assert found[-1].properties == {"title": "algocheck"}
    assert "1 manifest: 1 compliant" in found[-1].message
    assert not [command for command in found if command.name == "error"]


def test_a_reason_for_exit_1_is_an_error_and_nothing_else_is():
    reports = list(variants(report_on(*example_texts()[:4], *thinned(2))))

    assert {report.passes for report in reports} == {True, False}
    for report in reports:
        found = commands(told(report, "github"))

        assert any(command.name == "error" for command in found) == (not report.passes)


def test_a_manifest_of_which_nothing_is_asked_is_an_error():
    assert [each.name for each in commands(told(nothing_asked(), "github"))] == ["error", "notice"]


def test_what_is_waived_is_a_notice_that_says_so():
    found = commands(told(covered(report_on(*thinned(2)), waived), "github"))

    assert {each.name for each in found} == {"notice"}
    for command in found[:-1]:
        assert command.message.startswith("waived until 2027-01-31 by as agreed: as agreed\n")


def test_what_is_in_the_baseline_is_counted_and_annotates_no_line():
    (last,) = commands(told(covered(report_on(*thinned(2)), in_the_baseline), "github"))

    assert "2 in the baseline" in last.message
    assert "not shown here" not in last.message


def test_standard_input_has_no_place_in_a_repository():
    report = report_on(*thinned(1))
    (verdict,) = report.verdicts
    verdict = verdict.covering(
        lambda point: point._replace(location=point.location._replace(file="<stdin>"))
    )
    found = commands(told(report._replace(verdicts=(verdict,)), "github"))

    assert len(found) > 5
    for command in found:
        assert set(command.properties) == {"title"}


def test_a_path_is_told_from_the_folder_of_the_run():
    report = report_on(*thinned(1))
    (verdict,) = report.verdicts
    verdict = verdict.covering(
        lambda point: point._replace(location=point.location._replace(file="/repo/sub/a.yaml"))
    )
    text = told(report._replace(verdicts=(verdict,)), "github", Style(root="/repo"))

    assert {each.properties.get("file", "") for each in commands(text)} == {"sub/a.yaml", ""}


@settings(max_examples=80)
@given(HOSTILE)
def test_no_text_of_a_manifest_or_a_waiver_is_a_command(text):
    report = hostile(text)
    output = told(report, "github")
    found = commands(output)

    expected = list(alerts(report, "en"))
    number = sum(len(worst(expected, level, SHOWN - (level is Level.NOTE))) for level in Level)
    assert len(found) == number + 1
    assert {each.name for each in found} <= set(COMMANDS.values())
    assert set().union(*(each.properties for each in found)) <= {"file", "line", "col", "title"}
    assert "##[" not in output
    assert output.replace("\n", "").isprintable()


@given(st.one_of(st.text(), HOSTILE))
def test_an_escaped_text_comes_back_as_it_was(text):
    for escapes in (IN_TEXT, IN_PROPERTY):
        escaped = "".join(escapes.get(each, each) for each in text)

        assert unescaped(escaped, escapes) == text
        assert not set(escaped) & set(escapes) - {"%"}
