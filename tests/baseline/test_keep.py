"""A baseline is made of all that is open; from then on it shrinks, unless somebody says why not."""

from collections import Counter
from typing import Any

from hypothesis import given, settings

from algocheck.baseline.applying import compared
from algocheck.baseline.compare import compare
from algocheck.baseline.entries import Baseline
from algocheck.baseline.keep import created, updated
from algocheck.baseline.writing import text
from algocheck.model import Report
from baselines import ANSWERED, BROKEN, SPARSE, baseline_of, example
from manifests import as_json, mutated
from reports import report_on

REASON = "agreed with the supplier"


def later(report: Report, day: str = "2027-02-01") -> Report:
    return report._replace(today=day)


def owed(baseline: Baseline) -> Counter[Any]:
    """Count what *baseline* excuses: findings by name, and rules that wait in each manifest."""
    findings = Counter(
        {entry.fingerprint: entry.times for entry in baseline.entries if not entry.rules}
    )
    waiting = {(entry.manifest, rule) for entry in baseline.entries for rule in entry.rules}
    return findings + Counter(waiting)


def covered(report: Report, baseline: Baseline) -> list[str]:
    return [
        point.fingerprint
        for verdict in compared(report, baseline).verdicts
        for point in verdict.points
        if point.covered
    ]


@settings(max_examples=40)  # each is evaluated
@given(mutated(), mutated())
def test_an_update_never_excuses_more_and_excuses_all_that_it_did(earlier, now):
    before = baseline_of(as_json(earlier))
    report = later(report_on(as_json(now)))
    after = updated(report, before).baseline

    assert owed(after) <= owed(before)
    assert covered(report, after) == covered(report, before)


@settings(max_examples=40)
@given(mutated(), mutated())
def test_an_update_leaves_nothing_to_update(earlier, now):
    report = later(report_on(as_json(now)))
    once = updated(report, baseline_of(as_json(earlier)))
    twice = updated(report, once.baseline)

    assert text(twice.baseline) == text(once.baseline)
    assert not twice.comparison.solved
    assert not twice.comparison.lapsed


@settings(max_examples=40)
@given(mutated(), mutated())
def test_what_is_accepted_is_covered_and_says_why(earlier, now):
    before = baseline_of(as_json(earlier))
    report = later(report_on(as_json(now)))
    kept = updated(report, before, reason=REASON)
    after = compare(report, kept.baseline)

    assert not after.new
    assert after.barred == kept.comparison.barred
    new = {point.fingerprint for point in kept.comparison.new}
    for entry in kept.baseline.entries:
        assert (entry.reason == REASON) == (entry.fingerprint in new)


def test_everything_that_is_open_goes_in_with_its_weight_and_its_day():
    report = report_on(BROKEN, SPARSE)
    baseline = created(report).baseline

    points = [point for verdict in report.verdicts for point in verdict.points]
    assert baseline.points == len(points)
    weights = Counter(point.severity for point in points)
    assert Counter(entry.severity for entry in baseline.entries) == weights
    assert {entry.since for entry in baseline.entries} == {report.today}


def test_where_nothing_is_open_the_baseline_is_empty():
    parking = as_json(example("Verlenen van parkeervergunningen"))

    assert baseline_of(parking).entries == ()


def test_what_stays_keeps_its_day():
    before = baseline_of(SPARSE)
    after = updated(later(report_on(SPARSE)), before).baseline

    assert after == before


def test_what_is_asked_next_takes_the_day_of_what_was_asked_before():
    before = baseline_of(SPARSE)
    kept = updated(later(report_on(ANSWERED)), before)

    names = {entry.rule for entry in before.entries}
    following = [entry for entry in kept.baseline.entries if entry.rule not in names]
    assert following
    assert {entry.since for entry in following} == {before.made}
    assert not kept.comparison.new


def test_a_rule_that_was_settled_may_not_wait_again_unseen():
    answered = SPARSE + "decision: {effect: none, awb_decision: no}\n"
    before = baseline_of(SPARSE)
    after = updated(later(report_on(answered)), before).baseline

    settled = owed(before) - owed(after)
    assert settled
    assert compare(report_on(SPARSE), after).new


def test_entries_of_manifests_that_were_not_checked_stay_as_they_were():
    before = baseline_of(BROKEN, SPARSE)
    kept = updated(later(report_on(SPARSE)), before)

    assert kept.baseline.entries == before.entries
    assert kept.unseen == sum(entry.manifest != "fees" for entry in before.entries)


def test_of_manifests_of_one_name_none_is_lost_when_one_is_checked():
    before = baseline_of(SPARSE, SPARSE)
    kept = updated(later(report_on(ANSWERED)), before)

    assert compare(report_on(SPARSE, SPARSE), kept.baseline).new == ()
    assert kept.baseline.namesakes == {"fees": 2}


def test_a_manifest_that_is_gone_can_be_forgotten():
    before = baseline_of(BROKEN, SPARSE)
    kept = updated(later(report_on(SPARSE)), before, forget=frozenset({"heronderzoek-bijstand"}))

    assert {entry.manifest for entry in kept.baseline.entries} == {"fees"}
    assert kept.forgotten == before.points - kept.baseline.points
    assert kept.unseen == 0


def test_what_no_baseline_may_hold_leaves_it():
    before = baseline_of(BROKEN)
    never = frozenset({"equal_treatment/decisive-ethnicity"})
    kept = updated(report_on(BROKEN), before, never)

    assert not never & {entry.rule for entry in kept.baseline.entries}
    assert {entry.rule for entry in kept.comparison.inadmissible} == never


def test_a_bundle_that_was_not_asked_is_remembered():
    before = baseline_of(SPARSE)
    house = before.bundles[0]._replace(name="house")
    kept = updated(report_on(SPARSE), before._replace(bundles=(*before.bundles, house)))

    assert house in kept.baseline.bundles
