"""Whoever writes a waiver is told of all that is wrong; whoever checks one, of what comes first."""

from itertools import product

from algocheck.bundles import shipped
from algocheck.model import Location, Waiver
from algocheck.waiver.applying import Scope
from algocheck.waiver.proposing import Proposing
from reports import report_on
from waivers import FEES, GOOD, applied, names, waiver

REPORT = report_on(FEES)
PROPOSING = Proposing(REPORT, [shipped()])

CHANGES = {
    "rule": ("HO-09", "GV-01", "HO-99", "question/system.accuracy", "schema/wrong-value"),
    "manifest": ("fees", "fines"),
    "place": ("human_oversight.stop_procedure", "system.accuracy"),
    "reason": ("it is being written", "n.v.t."),
    "decided_by_role": ("gemeentesecretaris", "teamleider"),
    "expires": ("2027-01-31", "2026-10-01", "2030-01-01"),
}


def objections(**changes: str) -> list[tuple[str, str]]:
    proposed = Waiver(**GOOD | changes, location=Location("", 1, 1))
    return [(each.rule, each.key) for each in PROPOSING.objections(proposed)]


def test_a_waiver_without_objections_covers_and_no_other_does():
    for values in product(*CHANGES.values()):
        changes = dict(zip(CHANGES, values, strict=True))
        told = objections(**changes)
        after = applied(REPORT, waiver(**changes), scope=Scope(whole=True))

        assert names(after) == [rule for rule, _ in told[:1]], changes
        covered = [point for point in after.verdicts[0].points if point.waiver]
        assert bool(covered) is not bool(told), changes


def test_all_that_is_wrong_is_told_where_it_is_said():
    wrong = {"place": "ai_act", "reason": "-", "decided_by_role": "x", "expires": "2030-01-01"}

    assert objections(rule="GV-01", **wrong, reference="") == [
        ("waiver/malformed", "reason"),
        ("waiver/inadmissible", "rule"),
        ("waiver/too-long", "expires"),
        ("waiver/inadmissible", "decided_by_role"),
        ("waiver/inadmissible", "reference"),
        ("waiver/unused", "place"),
    ]
