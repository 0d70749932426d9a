"""GitLab reads every issue of the code quality report, and shows each of them once."""

import json
from typing import Any

import pytest
from hypothesis import given, settings

from algocheck.report import Style
from algocheck.report.alerts import Level, alerts
from hostile import (
    HOSTILE,
    about_the_run,
    covered,
    hostile,
    in_the_baseline,
    nothing_asked,
    one_of_each,
    waived,
)
from judges import gitlab
from reports import report_on, thinned, told

REPORT = about_the_run(covered(one_of_each()))


def issues(report: Any, language: Any = "en") -> list[dict[str, Any]]:
    return gitlab.issues(told(report, "gitlab", Style(language)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_issue_has_the_documented_fields(language):
    assert len(issues(REPORT, language)) > 500
    assert len(issues(nothing_asked(), language)) == 1
    assert issues(REPORT._replace(verdicts=(), findings=()), language) == []


@settings(max_examples=60)
@given(HOSTILE)
def test_whatever_somebody_writes_the_report_is_sound_and_no_terminal_obeys_it(text):
    report = hostile(text)
    found = issues(report)

    assert len(found) == len(list(alerts(report, "en")))
    assert all(each.isprintable() or each == "\n" for each in told(report, "gitlab"))
    assert told(report, "gitlab").isascii()


def test_no_issue_is_dropped_for_having_the_fingerprint_of_another():
    twice = REPORT._replace(verdicts=REPORT.verdicts * 2)
    prints = [each["fingerprint"] for each in issues(twice)]

    assert len(prints) == len(set(prints)) == 2 * len(issues(REPORT)) - len(REPORT.findings)


def test_a_fingerprint_survives_lines_that_move():
    text = "manifest_version: 1\nkind: deployment\nalgorithm: {id: fees}\n"
    before = issues(report_on(text))
    after = issues(report_on(f"# moved\n\n{text}"))

    assert [each["fingerprint"] for each in before] == [each["fingerprint"] for each in after]
    assert len(before) > 10


@pytest.mark.parametrize("given", ["a", "./a", "a/../a/m.yaml", "absolute"])
def test_a_path_is_as_seen_from_the_folder_of_the_run(algocheck, tmp_path, given):
    file = tmp_path / "a" / "m.yaml"
    file.parent.mkdir()
    file.write_text("manifest_version: 1\n", encoding="utf-8")
    done = algocheck("check", file if given == "absolute" else given, "--format", "gitlab")

    assert {each["location"]["path"] for each in json.loads(done.stdout)} == {"a/m.yaml"}
    assert done.returncode == 1


def test_the_severity_says_what_it_means_for_the_run():
    levels = {
        Level.ERROR: {"blocker", "critical", "major"},
        Level.WARNING: {"minor"},
        Level.NOTE: {"info"},
    }
    for alert, issue in zip(alerts(REPORT, "en"), issues(REPORT), strict=True):
        assert issue["severity"] in levels[alert.level]

    assert {each["severity"] for each in issues(REPORT)} >= {"blocker", "critical", "minor", "info"}


@pytest.mark.parametrize(
    ("change", "begins"),
    [(waived, "waived until 2027-01-31 by as agreed: as agreed - "), (in_the_baseline, "in the b")],
    ids=["waived", "in the baseline"],
)
def test_what_is_covered_is_shown_and_says_so_first(change, begins):
    found = issues(covered(report_on(*thinned(2)), change))
    about_today = [each for each in found if not each["description"].startswith("upcoming")]

    assert len(about_today) > 10
    assert all(each["description"].startswith(begins) for each in about_today)
    assert {each["severity"] for each in found} == {"info"}
