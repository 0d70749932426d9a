"""What a waiver covers: one thing, in one place, as long as it may; what covers nothing is told."""

import random
from datetime import date, timedelta

import pytest

from algocheck.model import Question, Report, Status
from algocheck.verdict.select import Selection
from algocheck.waiver.applying import Scope
from reports import example_texts, report_on, thinned
from support import TODAY
from waivers import FEES, applied, names, waiver

BROKEN = Selection(rules=frozenset({"human_oversight/no-stop-procedure"}))
GROUNDS = Selection(rules=frozenset({"equal_treatment/unjustified-protected-ground"}))
TWO_GROUNDS = """\
manifest_version: 1
kind: deployment
algorithm: {id: fees}
data:
  variables:
    - {name: age, protected_ground: age, justification: none}
    - {name: sex, protected_ground: sex, justification: none}
"""


def fees(text: str = FEES, *, today: str = TODAY) -> Report:
    return report_on(text, selection=BROKEN)._replace(today=today)


def days_from_today(days: int) -> str:
    return (date.fromisoformat(TODAY) + timedelta(days)).isoformat()


def covered_places(report: Report) -> list[tuple[str, str]]:
    return [(p.name, p.place) for v in report.verdicts for p in v.points if p.waiver]


def test_what_is_waived_is_covered_and_the_report_it_was_made_of_is_not():
    before = fees()
    after = applied(before, waiver())

    assert (before.passes, after.passes) == (False, True)
    assert after.status(after.verdicts[0]) is Status.WAIVED
    assert not any(point.covered for point in before.verdicts[0].points)
    assert names(after) == []


@pytest.mark.parametrize(("today", "told"), [(-1, []), (0, ["waiver/expires-soon"])])
def test_the_end_is_announced_thirty_days_ahead(today, told):
    expires = days_from_today(30 - today)

    assert names(applied(fees(), waiver(expires=expires))) == told


@pytest.mark.parametrize(
    ("days", "covers"), [(-1, False), (0, True), (1, True), (180, True), (181, False)]
)
def test_the_last_day_counts_and_the_limit_does(days, covers):
    after = applied(fees(), waiver(expires=days_from_today(days)))

    assert after.passes is covers
    assert bool({"waiver/expired", "waiver/too-long"} & set(names(after))) is not covers


def test_a_waiver_that_does_not_count_leaves_everything_open():
    for change in (
        {"expires": "2026-11-22"},
        {"expires": "2030-01-01"},
        {"decided_by_role": "teamleider"},
        {"reason": "n.v.t."},
        {"rule": "human_oversight/no-stop"},
        {"manifest": "fee"},
        {"place": "human_oversight"},
    ):
        after = applied(fees(), waiver(**change), scope=Scope(whole=True))

        assert covered_places(after) == []
        assert not after.passes


@pytest.mark.parametrize("name", ["HO-09", "ho-09", "human_oversight/no-stop-procedure"])
@pytest.mark.parametrize(
    "role", ["gemeentesecretaris", "Municipal  Secretary", "municipal_secretary", "directeur"]
)
def test_rules_and_roles_are_known_by_all_their_names(name, role):
    assert applied(fees(), waiver(rule=name, decided_by_role=role)).passes


def test_one_place_does_not_swallow_another():
    report = report_on(TWO_GROUNDS, selection=GROUNDS)
    age = waiver(rule="EQ-03", place="data.variables[age].justification")

    after = applied(report, age)

    assert covered_places(after) == [
        ("equal_treatment/unjustified-protected-ground", "data.variables[age].justification")
    ]
    assert not after.passes
    assert not after.verdicts[0].answers[0].covered


def test_two_entries_of_one_name_are_two_places_and_neither_is_covered():
    report = report_on(TWO_GROUNDS.replace("name: sex", "name: age"), selection=GROUNDS)

    after = applied(report, waiver(rule="EQ-03", place="data.variables[age].justification"))

    assert covered_places(after) == []
    assert names(after) == ["waiver/ambiguous"]


def test_two_manifests_of_one_name_are_told_apart_or_not_covered():
    report = report_on(FEES, FEES, selection=BROKEN)

    after = applied(report, waiver())

    assert covered_places(after) == []
    assert names(after) == ["waiver/ambiguous"]


def test_a_question_can_be_waived():
    unknown = FEES.replace("human_oversight:\n  stop_procedure: none\n", "")
    asked = waiver(rule="question/human_oversight.stop_procedure")

    after = applied(fees(unknown), asked)

    assert after.passes
    assert after.status(after.verdicts[0]) is Status.WAIVED


def test_a_question_that_a_rule_without_waivers_waits_for_must_be_answered():
    report = report_on("manifest_version: 1\nkind: deployment\nalgorithm: {id: fees}\n")
    never = [
        question
        for question in report.verdicts[0].questions
        if any(rule.id == "governance/prohibited-practice" for rule in question.rules)
    ]
    assert never
    for question in never:
        after = applied(
            report,
            waiver(
                rule=question.name,
                place=question.place,
                decided_by_role="minister",
                expires=days_from_today(1),
            ),
        )
        assert covered_places(after) == []
        assert names(after) == ["waiver/inadmissible"]


def test_of_two_waivers_the_one_that_counts_longer_covers():
    shorter, longer = waiver(expires="2027-01-31"), waiver(expires="2027-02-28", rule="HO-09")

    for both in ((shorter, longer), (longer, shorter)):
        after = applied(fees(), *both)

        (finding,) = after.verdicts[0].findings
        assert finding.waiver
        assert finding.waiver.expires == "2027-02-28"
        assert names(after) == ["waiver/twice"]


@pytest.mark.parametrize(
    ("scope", "told"),
    [(Scope(), []), (Scope(whole=True), ["waiver/unused"]), (Scope(named=True), [])],
)
def test_of_a_manifest_that_is_not_there_nothing_is_said_unless_all_of_them_are(scope, told):
    report = report_on(FEES)._replace(left_out=0)

    assert names(applied(report, waiver(manifest="parking"), scope=scope)) == told
    assert names(applied(report._replace(since="main"), waiver(manifest="x"), scope=scope)) == []


def test_of_a_rule_that_was_not_selected_nothing_is_said():
    assert names(applied(fees(), waiver(rule="TR-06", place="organization.contact"))) == []
    assert names(applied(fees(), waiver(rule="EQ-01", expires="2020-01-01"))) == []


def test_an_unused_waiver_is_told_where_the_manifest_could_be_read():
    solved = FEES.replace("stop_procedure: none", "stop_procedure: the desk stops it")
    broken = "manifest_version: 2\nalgorithm: {id: fees}\n"

    assert names(applied(fees(solved), waiver())) == ["waiver/unused"]
    assert names(applied(fees(broken), waiver())) == []


def test_what_is_wrong_with_one_waiver_is_told_once():
    wrong = waiver(rule="EQ-01", expires="2020-01-01", decided_by_role="x")

    assert names(applied(report_on(FEES), wrong)) == ["waiver/inadmissible"]


def test_faults_of_a_file_are_mended_and_not_waived():
    report = report_on(FEES.replace("effect: legal", "effect: legl"))
    (fault,) = report.verdicts[0].faults

    after = applied(report, waiver(rule=fault.name, place=fault.place))

    assert covered_places(after) == []
    assert names(after) == ["waiver/inadmissible"]


def test_a_waiver_changes_nothing_but_its_own_point():
    """Hundreds of points of real manifests, each waived: no other one is covered with it."""
    chance = random.Random(0)  # noqa: S311 -- the same points at every run
    report = report_on(*example_texts(), *thinned(6))
    points = [(v, p) for v in report.verdicts for p in v.points if p not in v.faults]
    covered_once = 0
    for verdict, point in chance.sample(points, 150):
        after = applied(
            report,
            waiver(
                rule=point.name,
                manifest=verdict.manifest,
                place=point.place,
                decided_by_role="executive board",
                expires=days_from_today(60),
            ),
        )
        for old, new in zip(report.verdicts, after.verdicts, strict=True):
            for before, now in zip(old.points, new.points, strict=True):
                ours = (before.name, before.place) == (point.name, point.place)
                assert now._replace(waiver=None) == before
                assert not now.waiver or (ours and old.manifest == verdict.manifest)
                covered_once += bool(now.waiver)
            changed = [a.rule.id for a, b in zip(old.answers, new.answers, strict=True) if a != b]
            waiting = point.rules if isinstance(point, Question) else (point.rule,)
            assert {*changed} <= {rule.id for rule in waiting}
    assert covered_once > 20
