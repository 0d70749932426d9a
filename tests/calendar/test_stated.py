"""Days that a manifest states: which of them are duties and plans, and what becomes of each."""

import pytest

from algocheck.calendar.stated import DUTIES, PLANS
from algocheck.manifest.schema import fields
from algocheck.model import EntryKind, Owner
from algocheck.verdict.select import Selection
from calendars import UNTIL, manifest
from support import TODAY

DONE = {
    "ai_act.fria_notified_on",
    "ai_act.in_service_since",
    "ai_act.prohibited_screening.date",
    "ai_act.significant_design_change",
    "algorithm.last_changed",
    "assessments[].date",
    "assessments[].dpo_advice_date",
    "chain.agreements[].date",
    "chain.agreements[].evaluated_on",
    "data.sources[].quality_checked_on",
    "equal_treatment.bias_tests[].date",
    "evidence[].date",
    "inclusion.accessibility.tested_on",
    "labour.workers_informed_on",
    "monitoring.last_review",
    "privacy.prescan.date",
    "privacy.prior_consultation_date",
    "procurement.audit.last_date",
    "procurement.clauses[].agreed_on",
    "procurement.contract_date",
    "procurement.update_date",
    "provenance.retrieved",
    "purpose.effectiveness.date",
    "system.accuracy[].measured_on",
    "transparency.council_informed_on",
    "transparency.governing_decision.date",
    "transparency.woo_assessed_on",
}
"""What these days say is done; when it must be done again is for rules to say."""

ASSESSMENT = "assessments: [{{kind: dpia, title: DPIA permits, next_review: {}}}]\n"
REVIEW = "monitoring: {{next_review: {}}}\n"


@pytest.fixture
def stated(of_laws):
    def of(text, today=TODAY, **changes):
        verdict = of_laws.on(text, today, UNTIL, **changes)
        return [each for each in verdict.entries if each.fact]

    return of


def dated(entries):
    return [(each.kind, each.day, each.fact) for each in entries if each.day]


def undated(entries):
    return [each.fact for each in entries if not each.day]


def test_of_every_day_in_the_schema_it_was_decided_what_it_means():
    days = {path for path, field in fields().items() if field.type in ("date", "month")}

    assert days == DONE | {*DUTIES, *PLANS}
    assert not DONE & {*DUTIES, *PLANS}


def test_a_review_is_a_duty_whenever_it_is(stated):
    past, ahead = (
        stated(manifest(REVIEW.format("2020-01-01"))),
        stated(manifest(REVIEW.format("2040-01-01"))),
    )

    assert dated(past) == [(EntryKind.DUTY, "2020-01-01", "monitoring.next_review")]
    assert dated(ahead) == [(EntryKind.DUTY, "2040-01-01", "monitoring.next_review")]


def test_a_duty_stands_where_it_is_stated_and_names_the_entry_of_its_list(stated):
    text = manifest(ASSESSMENT.format("2027-01-01"))
    (duty,) = [each for each in stated(text) if each.day]

    assert duty.place == "assessments[DPIA permits].next_review"
    assert (duty.location.line, duty.location.pointer) == (4, "/assessments/0/next_review")
    assert text.splitlines()[3][duty.location.column - 1 :].startswith("next_review")
    assert duty.owner is Owner.BOTH


def test_a_duty_keeps_its_name_when_its_day_and_its_line_move(stated):
    (before,) = [each for each in stated(manifest(ASSESSMENT.format("2027-01-01"))) if each.day]
    moved = "# later\n" + manifest(ASSESSMENT.format("2028-01-01"))
    (after,) = [each for each in stated(moved) if each.day]

    assert before.day != after.day
    assert before.location != after.location
    assert before.fingerprint == after.fingerprint


@pytest.mark.parametrize("value", ["none", "unknown", "null", '""', "2027-02-30", "soon", "[1]"])
def test_a_review_without_a_day_has_none(stated, value):
    entries = stated(manifest(REVIEW.format(value)))

    assert dated(entries) == []
    assert undated(entries) == ["monitoring.next_review"]


def test_each_assessment_without_a_review_has_no_day(stated):
    text = manifest("assessments: [{kind: dpia}, {kind: iama, next_review: 2027-01-01}, {}]\n")

    assert undated(stated(text)).count("assessments[].next_review") == 2


def test_a_day_that_the_register_no_longer_asks_for_is_not_missed(stated):
    text = manifest().replace("status:", "revision_date: 2027-05-05, status:")

    assert "algorithm.revision_date" not in undated(stated(manifest()))
    assert dated(stated(text)) == [(EntryKind.DUTY, "2027-05-05", "algorithm.revision_date")]


def test_of_what_is_out_of_use_no_review_is_due(stated):
    text = manifest(REVIEW.format("2020-01-01"), status="out_of_use")

    assert stated(text) == []


def test_a_supplier_is_not_asked_for_the_review_of_its_customer(stated):
    entries = stated(manifest(ASSESSMENT.format("2027-01-01"), kind="supplier"))

    assert undated(entries) == []
    assert [each.owner for each in entries] == [Owner.SUPPLIER]


def test_the_party_that_was_chosen_sees_its_own_duties_alone(stated):
    text = manifest(REVIEW.format("2027-01-01") + ASSESSMENT.format("2027-01-01"))
    supplier = stated(text, selection=Selection(party=Owner.SUPPLIER))
    deployer = stated(text, selection=Selection(party=Owner.DEPLOYER))

    assert [each.fact for each in supplier] == ["assessments[].next_review"]
    assert [each.fact for each in deployer] == [
        "monitoring.next_review",
        "assessments[].next_review",
    ]


@pytest.mark.parametrize(
    ("fact", "month", "day"),
    [
        ("begin_date", "2027-03", "2027-03-01"),
        ("end_date", "2027-04", "2027-04-30"),
        ("end_date", "2028-02", "2028-02-29"),
        ("end_date", "2026-11", "2026-11-30"),
        ("begin_date", "2026-11", None),
        ("end_date", "2026-10", None),
        ("end_date", "none", None),
        ("end_date", "2027-13", None),
    ],
)
def test_use_that_begins_or_ends_later_is_a_plan_and_what_is_past_is_not(stated, fact, month, day):
    text = manifest().replace("status:", f"{fact}: {month}, status:")
    expected = [(EntryKind.PLAN, day, f"algorithm.{fact}")] if day else []

    assert dated(stated(text)) == expected
