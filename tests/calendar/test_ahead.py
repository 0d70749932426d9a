"""What other days bring: the same as checking on every one of them, found by asking about few."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

import pytest

from algocheck.bundles import house
from algocheck.model import Entry, EntryKind, Finding, Outcome, Rule, Verdict
from algocheck.resources import examples
from algocheck.verdict.select import Selection
from calendars import TERMS, Checker, terms_manifest
from support import TODAY

OPEN = {Outcome.UNKNOWN: 1, Outcome.FAIL: 2}


@pytest.fixture(scope="module")
def of_terms() -> Iterator[Checker]:
    """Check with house rules that compute terms, alone."""
    made = Checker(house(TERMS / "rules"))
    yield made
    made.close()


def days(first: str, last: str) -> list[str]:
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return [(start + dt.timedelta(days=n)).isoformat() for n in range((end - start).days + 1)]


def the_day_before(day: str) -> str:
    return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()


def day_by_day(check: Checker, text: str, first: str, last: str) -> set[tuple[str, str, bool]]:
    """Find what gets worse by checking on every day: day, rule, whether it fails then."""
    verdicts = [(day, check.on(text, day)) for day in days(the_day_before(first), last)]
    return {
        (day, new.rule.id, new.outcome is Outcome.FAIL)
        for (_, before), (day, after) in pairwise(verdicts)
        for old, new in zip(before.answers, after.answers, strict=True)
        if OPEN.get(new.outcome, 0) > OPEN.get(old.outcome, 0)
        or (places(after, new.rule) - places(before, old.rule) and old.outcome is Outcome.FAIL)
    }


def places(verdict: Verdict, rule: Rule) -> set[str]:
    return {finding.place for finding in verdict.findings if finding.rule == rule}


def of_rules(verdict: Verdict) -> list[Entry]:
    return [each for each in verdict.entries if each.kind in (EntryKind.LAW, EntryKind.RULE)]


def told(verdict: Verdict) -> set[tuple[str, str, bool]]:
    return {(each.day, each.rule.id, each.fails) for each in of_rules(verdict) if each.rule}


def example(name: str) -> str:
    return (examples() / name).read_text(encoding="utf-8")


def test_terms_that_rules_compute_end_on_the_days_that_checking_every_day_finds(of_terms):
    first, last = TODAY, "2027-12-31"
    verdict = of_terms.on(terms_manifest(), first, last)

    assert told(verdict) == day_by_day(of_terms, terms_manifest(), first, last)
    assert told(verdict) == {
        ("2027-02-15", "terms/review-overdue", True),
        ("2027-03-01", "terms/review-too-long-ago", True),
        ("2027-04-01", "terms/old-assessments", True),
        ("2027-07-01", "terms/no-monitoring-plan", False),
    }


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("from-register.yaml", "2027-11-20", "2027-12-10"),
        ("from-register.yaml", "2030-07-28", "2030-08-06"),
        ("recruitment-screening.yaml", "2030-07-28", "2030-08-06"),
        ("chatbot.yaml", "2026-07-28", "2026-08-06"),
        ("anonymisation-supplier.yaml", "2025-01-28", "2025-02-06"),
        ("youth-care-triage.yaml", "2025-01-28", "2025-02-06"),
    ],
)
def test_laws_begin_on_the_days_that_checking_every_day_finds(of_laws, name, first, last):
    text = example(name)

    assert told(of_laws.on(text, first, last)) == day_by_day(of_laws, text, first, last)


def test_on_every_day_told_the_verdict_is_worse_than_on_the_day_before(of_laws):
    texts = [file.read_text(encoding="utf-8") for file in sorted(examples().glob("*.yaml"))]
    told_of = [
        (text, entry)
        for text in texts
        for entry in of_rules(of_laws.on(text, "2024-12-01", "2031-01-01"))
    ]

    assert len(told_of) > 5
    for text, entry in told_of:
        before, after = of_laws.on(text, the_day_before(entry.day)), of_laws.on(text, entry.day)
        old, new = (
            next(each for each in verdict.answers if each.rule == entry.rule)
            for verdict in (before, after)
        )

        assert OPEN[new.outcome] > OPEN.get(old.outcome, 0), entry
        assert entry.fails == (new.outcome is Outcome.FAIL), entry


def test_a_law_that_begins_today_is_told_and_one_of_yesterday_is_not(of_laws):
    text = example("recruitment-screening.yaml")
    rule = "labour/workers-not-informed"

    assert ("2030-08-02", rule, True) in told(of_laws.on(text, "2030-08-02", "2030-08-02"))
    assert told(of_laws.on(text, "2030-08-03", "2035-01-01")) == set()


def test_the_last_day_that_is_looked_at_counts(of_laws):
    text = example("recruitment-screening.yaml")

    assert told(of_laws.on(text, TODAY, "2030-08-01")) == set()
    assert len(told(of_laws.on(text, TODAY, "2030-08-02"))) == 1


def test_an_entry_says_what_is_open_from_then_on_and_where(of_laws):
    text = example("recruitment-screening.yaml")
    (entry,) = of_rules(of_laws.on(text, TODAY, "2031-01-01"))
    (point,) = entry.points

    assert isinstance(point, Finding)
    assert entry.location == point.location
    assert entry.place == "labour.workers_informed_on"
    assert text.splitlines()[entry.location.line - 1].strip().startswith("workers_informed_on:")


def test_a_second_place_of_a_rule_that_fails_already_is_an_entry_of_its_own(of_terms):
    entries = of_rules(of_terms.on(terms_manifest(), TODAY, "2027-12-31"))
    (entry,) = [each for each in entries if each.name == "terms/old-assessments"]

    assert entry.place == "assessments[IAMA parking].next_review"


def test_what_is_not_selected_is_not_told(of_laws):
    text = example("recruitment-screening.yaml")
    selection = Selection(themes=frozenset({"privacy"}))

    assert of_rules(of_laws.on(text, TODAY, "2031-01-01", selection=selection)) == []


def test_a_check_of_one_day_looks_at_no_other(of_laws):
    assert of_laws.on(example("recruitment-screening.yaml"), TODAY).entries == ()


def test_a_manifest_that_is_not_evaluated_has_no_entries(of_laws):
    verdict = of_laws.on("manifest_version: 1\nkind: deployment\n", TODAY, "2031-01-01")

    assert not verdict.evaluated
    assert verdict.entries == ()
