"""A baseline covers what it knows, where it knows it, for as long as that stays what it was."""

import pytest
from hypothesis import given, settings

from algocheck.baseline.applying import compared
from algocheck.baseline.compare import compare
from algocheck.baseline.keep import created
from algocheck.bundles import shipped
from algocheck.model import BaselineState, Finding, Outcome, Question, Report, Severity, Waiver
from algocheck.verdict.select import select
from baselines import ANSWERED, BROKEN, SPARSE, WELFARE, baseline_of
from manifests import as_json, mutated
from reports import example_documents, report_on

NEVER = frozenset({"equal_treatment/decisive-ethnicity"})


def points(report: Report) -> list[Finding | Question]:
    return [point for verdict in report.verdicts for point in verdict.points]


def all_covered(report: Report) -> bool:
    """Tell whether something is there to cover, and all of it is covered."""
    found = points(report)
    return bool(found) and all(point.covered for point in found)


def told(report: Report) -> list[tuple[str, int]]:
    return [(finding.name, finding.location.line) for finding in report.findings]


def with_another_use_of_ethnicity() -> str:
    """Return `BROKEN` with other content in the place of a finding."""
    group = {**WELFARE["equal_treatment"], "ethnicity_use": "sole"}
    return as_json({**WELFARE, "equal_treatment": group})


@settings(max_examples=30)  # each is evaluated
@given(mutated())
def test_what_was_just_put_in_is_covered_and_counted(manifest):
    report = report_on(as_json(manifest))
    kept = created(report)
    after = compared(report, kept.baseline)

    barred = set(map(id, kept.comparison.barred))
    assert kept.baseline.points == len(points(report)) - len(barred)
    assert all(point.covered for point in points(after)) or barred
    unasked = any(
        answer.outcome is Outcome.UNKNOWN and not answer.covered
        for verdict in after.verdicts
        for answer in verdict.answers
    )
    strictest = after._replace(threshold=Severity.LOW)
    assert strictest.passes or barred or unasked or not report.verdicts[0].evaluated
    assert not after.findings


@settings(max_examples=30)  # each is evaluated
@given(mutated(), mutated())
def test_to_compare_twice_is_to_compare_once(earlier, later):
    baseline = baseline_of(as_json(earlier))
    once = compared(report_on(as_json(later)), baseline)

    assert compared(once, baseline) == once


@settings(max_examples=30)  # each is evaluated
@given(mutated(), mutated())
def test_every_point_says_whether_it_is_new(earlier, later):
    report = compared(report_on(as_json(later)), baseline_of(as_json(earlier)))

    assert {point.baseline for point in points(report)} <= set(BaselineState)
    assert all(point.covered == (point.baseline == "unchanged") for point in points(report))


def test_lines_above_a_new_file_name_and_another_order_of_lists_change_nothing():
    variables = WELFARE["data"]["variables"]
    moved = {**WELFARE, "data": {**WELFARE["data"], "variables": variables[::-1]}}
    baseline = baseline_of(BROKEN)

    # The second file of a report has another name.
    report = compared(report_on("\n\n# moved\n" + BROKEN), baseline)
    reordered = compared(report_on(as_json(moved)), baseline)

    assert all_covered(report)
    assert all_covered(reordered)
    assert told(report) == told(reordered) == []


def test_another_content_in_the_same_place_is_new_and_its_entry_has_lapsed():
    comparison = compare(report_on(with_another_use_of_ethnicity()), baseline_of(BROKEN))

    (point,) = comparison.new
    ((entry, open_again),) = comparison.lapsed
    assert point.name == entry.rule == "equal_treatment/decisive-ethnicity"
    assert open_again is point
    assert entry.subject != point.subject
    assert not comparison.solved


def test_what_has_lapsed_is_told_at_the_place_where_it_is_open_again():
    report = compared(report_on(with_another_use_of_ethnicity()), baseline_of(BROKEN))

    (finding,) = report.findings
    (point,) = [point for point in points(report) if point.baseline is BaselineState.NEW]
    assert finding.name == "baseline/lapsed"
    assert finding.location == point.location
    assert finding.severity is Severity.LOW
    assert not report.passes  # because of the point, not of the finding


def test_what_was_solved_is_told_once_for_a_manifest_and_fails_nothing():
    better = {**WELFARE, "transparency": example_documents()[3].get("transparency")}
    before = baseline_of(BROKEN)
    report = compared(report_on(as_json(better)), before)

    gone = [finding for finding in report.findings if finding.name == "baseline/solved"]
    assert len(gone) == 1
    assert gone[0].manifest == "heronderzoek-bijstand"
    assert gone[0].severity is Severity.LOW


def test_a_second_point_of_the_same_name_is_new():
    nameless = {"justification": None}
    variables = [{"kind": "proxy_ethnicity", **nameless}]
    one, two = (
        as_json({**WELFARE, "data": {**WELFARE["data"], "variables": variables * times}})
        for times in (1, 2)
    )
    baseline = baseline_of(one)
    after = compare(report_on(two), baseline)

    assert points(report_on(two)) != points(report_on(one))
    doubled = [p for p in after.new if "variables[" in p.place]
    assert doubled
    known = {entry.fingerprint for entry in baseline.entries}
    assert all(point.fingerprint in known for point in doubled)


def test_two_manifests_of_one_name_are_both_covered_and_a_third_is_not():
    baseline = baseline_of(SPARSE, SPARSE)

    two = compared(report_on(SPARSE, SPARSE), baseline)
    three = compared(report_on(SPARSE, SPARSE, SPARSE), baseline)

    assert baseline.namesakes == {"fees": 2}
    assert all_covered(two)
    assert not all(point.covered for point in three.verdicts[2].points)


def test_of_two_manifests_of_one_name_a_check_of_one_tells_nothing_of_the_other():
    report = compared(report_on(SPARSE), baseline_of(SPARSE, SPARSE))

    assert told(report) == []
    assert all_covered(report)


def test_a_manifest_that_was_not_checked_is_neither_solved_nor_lost():
    report = compared(report_on(SPARSE), baseline_of(SPARSE, BROKEN))

    assert told(report) == []


def test_a_manifest_that_cannot_be_evaluated_tells_nothing_of_its_entries():
    baseline = baseline_of(SPARSE)
    report = compared(report_on(SPARSE.replace("version: 1", "version: 7")), baseline)

    (verdict,) = report.verdicts
    assert not verdict.evaluated
    assert {point.baseline for point in verdict.points} == {BaselineState.NEW}
    assert told(report) == []
    assert not report.passes


@pytest.mark.parametrize("theme", sorted({rule.theme for rule in shipped().rules}))
def test_a_check_of_some_rules_finds_nothing_new_and_nothing_solved(theme):
    baseline = baseline_of(SPARSE, BROKEN)
    selection = select([shipped()], themes=[theme])
    report = compared(report_on(SPARSE, BROKEN, selection=selection), baseline)

    assert all_covered(report)
    assert told(report) == []


def test_what_is_asked_next_about_the_same_rules_is_known_too():
    baseline = baseline_of(SPARSE)
    comparison = compare(report_on(ANSWERED), baseline)

    followed = {point.name for point in comparison.held.followed}
    assert followed
    assert not followed & {entry.rule for entry in baseline.entries}
    assert not comparison.new
    assert "question/decision.effect" in {entry.rule for entry in comparison.solved}


def test_another_entry_of_a_list_is_another_question():
    def asking_about(*names: str) -> str:
        variables = [
            {**each, "justification": None} if each["name"] in names else each
            for each in WELFARE["data"]["variables"]
        ]
        return as_json({**WELFARE, "data": {**WELFARE["data"], "variables": variables}})

    comparison = compare(
        report_on(asking_about("geboorteland", "leeftijd")),
        baseline_of(asking_about("geboorteland")),
    )

    assert [(point.name, point.place) for point in comparison.new] == [
        ("question/data.variables[].justification", "data.variables[leeftijd].justification")
    ]


def test_a_question_that_more_rules_wait_for_is_open_again():
    baseline = baseline_of(SPARSE)
    (entry,) = [each for each in baseline.entries if each.rule == "question/decision.effect"]
    gone = entry.rules[0]
    entries = tuple(
        each._replace(rules=tuple(rule for rule in each.rules if rule != gone))
        for each in baseline.entries
    )
    fewer = baseline._replace(entries=tuple(each for each in entries if each.rules))
    report = compared(report_on(SPARSE), fewer)

    (finding,) = [f for f in report.findings if "decision.effect" in f.subject]
    assert finding.name == "baseline/lapsed"
    assert gone in str(finding.problem)
    assert not report.passes


def test_what_a_waiver_covers_is_left_to_the_waiver():
    waiver = Waiver("", "", "", "", "", "", "", report_on(SPARSE).verdicts[0].points[0].location)
    report = report_on(SPARSE)
    (verdict,) = report.verdicts
    waived = report._replace(verdicts=(verdict.covering(lambda p: p._replace(waiver=waiver)),))
    after = compared(waived, baseline_of(SPARSE))

    assert {point.baseline for point in points(after)} == {None}
    assert created(waived).baseline.entries == ()
    assert [name for name, _ in told(after)] == ["baseline/solved"]  # it is needed no more


def test_a_finding_that_may_never_stay_is_covered_by_no_entry():
    baseline = baseline_of(BROKEN)
    report = compared(report_on(BROKEN), baseline, NEVER)

    (point,) = [point for point in points(report) if not point.covered]
    (finding,) = report.findings
    assert point.name in NEVER
    assert finding.name == "baseline/inadmissible"
    assert finding.severity is Severity.HIGH
    assert not report.passes


def test_a_finding_that_may_never_stay_is_not_put_in():
    kept = created(report_on(BROKEN), NEVER)

    assert {point.name for point in kept.comparison.barred} == NEVER
    assert not NEVER & {entry.rule for entry in kept.baseline.entries}


@pytest.mark.parametrize("rule", ["reading/unreadable", "schema/other-version", "reading/encoding"])
def test_a_fault_that_leaves_nothing_to_check_covers_nothing(rule):
    baseline = baseline_of(SPARSE)
    entry = baseline.entries[0]._replace(rule=rule, rules=())
    comparison = compare(report_on(SPARSE), baseline._replace(entries=(entry,)))

    assert comparison.inadmissible == (entry,)


def test_rules_of_another_bundle_are_kept_while_it_is_not_asked():
    baseline = baseline_of(SPARSE)
    house = baseline.entries[0]._replace(rule="house/no-contract", rules=())
    with_house = baseline._replace(
        entries=(*baseline.entries, house),
        bundles=(*baseline.bundles, baseline.bundles[0]._replace(name="house")),
    )

    assert not compare(report_on(SPARSE), with_house).solved
    # Without a bundle that could have it, the rule itself is gone.
    alone = with_house._replace(bundles=baseline.bundles)
    assert compare(report_on(SPARSE), alone).solved == (house,)
