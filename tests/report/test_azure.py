"""Azure DevOps gets one command an alert, and never a command that a manifest wrote."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algocheck.report.alerts import Level, alerts
from algocheck.report.azure import escaped, ordinary
from hostile import HOSTILE, about_the_run, covered, hostile, one_of_each, waived
from judges.azure import commands, understood, unescaped
from reports import report_on, thinned, told

REPORT = about_the_run(covered(one_of_each()))


@given(st.one_of(st.text(), HOSTILE))
def test_an_escaped_text_comes_back_as_it_was(text):
    assert unescaped(escaped(text)) == text
    assert not set(escaped(text)) & set(";\r\n]")


def test_each_alert_that_is_no_note_is_a_command_with_its_place():
    told_of = [each for each in alerts(REPORT, "en") if each.level is not Level.NOTE]
    found = commands(told(REPORT, "azure"))

    assert len(found) == len(told_of) > 300
    for alert, command in zip(told_of, found, strict=True):
        assert command.name == "task.logissue"
        assert command.properties == {
            "type": alert.level.value,
            "sourcepath": alert.location.file,
            "linenumber": str(alert.location.line),
            "columnnumber": str(alert.location.column),
            "code": alert.name,
        }
        assert alert.message in command.message or not alert.message.isprintable()


@settings(max_examples=80)
@given(HOSTILE)
def test_no_text_of_a_manifest_or_a_waiver_is_a_command(text):
    report = hostile(text)
    found = commands(told(report, "azure"))

    assert {each.name for each in found} == {"task.logissue"}
    assert {each.properties["type"] for each in found} <= {"error", "warning"}
    assert len(found) == sum(each.level is not Level.NOTE for each in alerts(report, "en"))


@pytest.mark.parametrize("signs", range(2, 8))
def test_an_ordinary_line_holds_no_command_however_many_signs_it_begins_with(signs):
    line = "#" * signs + "vso[task.complete result=Succeeded;]done"

    assert understood(line)
    assert not understood(ordinary(line))


def test_what_is_waived_is_an_ordinary_line_that_says_so():
    report = covered(report_on(*thinned(2)), waived)
    text = told(report, "azure")

    assert not commands(text)
    assert text.count("waived until 2027-01-31 by as agreed: as agreed") > 10


def test_the_verdict_is_left_to_the_exit_code():
    text = told(REPORT, "azure")

    assert "task.complete" not in text
    assert text.rstrip().endswith("exit 1")


def test_what_came_in_on_standard_input_has_no_place_in_a_file(algocheck):
    done = algocheck("check", "-", "--format", "azure", stdin="manifest_version: 1\n")
    found = commands(done.stdout)

    assert done.returncode == 1
    assert {tuple(each.properties) for each in found} == {("type", "code")}
