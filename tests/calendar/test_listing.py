"""What all formats tell: every day in its order, and what has no day, or none that can be read."""

import pytest

from algocheck.calendar.listing import EXPIRES_SOON, listing
from algocheck.model import EntryKind, Finding, Location, Owner, Question, Rule, Severity, Waiver
from algocheck.waiver.rules import SEVERITIES
from calendars import manifest
from support import TODAY

REVIEW = "monitoring: {{next_review: {}}}\n"
NO_DAY = manifest("ai_act: {ai_system: yes}\n")


@pytest.fixture
def listed(of_laws):
    def of(*texts, **changes):
        return listing(of_laws.report(*texts, **changes))

    return of


def waiver(**changes):
    return Waiver(
        rule="question/decision.effect",
        manifest="permits",
        place="decision.effect",
        reason="Being worked out",
        decided_by_role="director",
        expires="2027-01-31",
        reference="Z-2026-1",
        location=Location("waivers.yaml", 3, 3, "/waivers/0"),
    )._replace(**changes)


def covered(report, waiver, number=1):
    """Cover the first *number* questions and findings of a report's only manifest."""
    (verdict,) = report.verdicts
    names = {point.fingerprint for point in verdict.points[:number]}

    def change(point):
        return point._replace(waiver=waiver) if point.fingerprint in names else point

    return report._replace(verdicts=(verdict.covering(change),))


def test_what_is_overdue_is_apart_and_the_day_itself_is_not_overdue(listed):
    days = ["2026-11-22", TODAY, "2026-11-24", "2020-01-01"]
    found = listed(*(manifest(REVIEW.format(day)) for day in days))

    assert [each.day for each in found.overdue] == ["2020-01-01", "2026-11-22"]
    assert [each.day for each in found.coming if each.fact] == [TODAY, "2026-11-24"]


def test_what_comes_after_the_last_day_is_counted(listed):
    text = manifest(REVIEW.format("2027-06-01"))

    assert listed(text, until="2027-05-31").later == 1
    assert listed(text, until="2027-06-01").later == 0


def test_duties_without_a_day_are_counted_by_fact(listed):
    texts = [manifest(), manifest("assessments: [{kind: dpia}, {kind: iama}]\n")]

    assert listed(*texts).undated == {"monitoring.next_review": 2, "assessments[].next_review": 2}


@pytest.mark.parametrize(
    ("yaml", "pointer"),
    [
        (REVIEW.format("soon"), "/monitoring/next_review"),
        (REVIEW.format("2027-02-29"), "/monitoring/next_review"),
        ("monitoring: soon\n", "/monitoring"),
        ("assessments: [{kind: dpia, next_review: 12}]\n", "/assessments/0/next_review"),
        ("assessments: [dpia]\n", "/assessments/0"),
        ("assessments: dpia\n", "/assessments"),
    ],
)
def test_a_day_that_cannot_be_read_is_told_at_its_place(listed, yaml, pointer):
    found = listed(manifest(yaml))

    assert [fault.location.pointer for fault in found.unread] == [pointer]
    assert not found.complete


@pytest.mark.parametrize(
    "yaml",
    [
        "decision: {effect: legl}\n",
        "monitoring: {last_review: soon}\n",
        "monitorin: {next_review: 2027-01-01}\n",
    ],
)
def test_other_faults_are_left_to_the_check(listed, yaml):
    found = listed(manifest(yaml))

    assert found.unread == ()
    assert found.complete


def test_what_was_not_evaluated_is_named(listed):
    found = listed("manifest_version: 1\nkind: deployment\n", manifest())

    assert [verdict.file for verdict in found.unevaluated] == ["1.yaml"]
    assert not found.complete


def test_a_law_without_a_day_in_reach_is_counted(listed):
    text = manifest(
        "organization: {type: municipality}\n"
        "labour: {subjects: [employees], workers_informed_on: none}\n"
        "ai_act: {ai_system: yes, classification: high_risk, annex_iii: ['4b'],\n"
        "  in_service_since: 2024-01-01, significant_design_change: none}\n"
    )
    upcoming = listed(text, until="2030-08-01")
    listed_then = listed(text, until="2030-08-02")
    never = listed(text.replace("municipality", "other"), until="2040-01-01")

    assert upcoming.no_day == never.no_day == 1
    assert listed_then.no_day == 0
    assert [each.day for each in listed_then.coming if each.rule] == ["2030-08-02"]


def test_algorithms_out_of_use_are_counted(listed):
    assert listed(manifest(status="out_of_use"), manifest()).out_of_use == 1


def test_the_last_day_of_a_waiver_is_told_once_with_all_that_it_covers(of_laws):
    found = listing(covered(of_laws.report(manifest()), waiver(), number=2))
    (entry,) = [each for each in found.coming if each.kind is EntryKind.WAIVER]

    assert entry.day == "2027-01-31"
    assert entry.location.file == "waivers.yaml"
    assert len(entry.points) == 2
    assert entry.name == "question/decision.effect"
    assert isinstance(entry.points[0], Question)
    assert entry.owner in Owner


def test_what_a_check_says_of_waivers_is_counted_but_for_what_has_its_day_here(of_laws):
    rule = Rule("waiver/malformed", Severity.HIGH, {})
    place = Location("waivers.yaml", 1, 1)
    findings = [Finding(rule._replace(id=name), "", "", place) for name in sorted(SEVERITIES)]
    report = of_laws.report(manifest())._replace(findings=tuple(findings))

    assert EXPIRES_SOON in SEVERITIES
    assert listing(report).of_the_run == len(SEVERITIES) - 1


def test_days_of_one_day_go_by_kind_then_by_what_weighs_most(listed):
    text = manifest(REVIEW.format("2027-12-02"))
    entries = listed(text, NO_DAY, today="2026-07-01").coming
    order = [(each.day, list(EntryKind).index(each.kind)) for each in entries]

    assert len(entries) > 2
    assert order == sorted(order)
