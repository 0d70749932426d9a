"""Hold a report against a baseline: what was known, what is new, and what is no longer so."""

from collections import Counter
from typing import NamedTuple

from algocheck.baseline.entries import Baseline, Entry
from algocheck.baseline.held import Held
from algocheck.manifest.faults import SEVERITIES as FAULTS
from algocheck.model import (
    BaselineState,
    Finding,
    Question,
    Report,
    Verdict,
)
from algocheck.model.verdict import Point


class Comparison(NamedTuple):
    """What became of the entries, and of the points."""

    report: Report  # in which every point that no waiver covers says whether it is new
    held: Held
    new: tuple[Finding | Question, ...]
    barred: tuple[Finding | Question, ...]  # open, and no baseline may hold them
    solved: tuple[Entry, ...]  # no longer open; `times` says how many points of each
    lapsed: tuple[tuple[Entry, Finding | Question], ...]  # and what is open in that place now
    inadmissible: tuple[Entry, ...]
    seen: frozenset[str]  # names of manifests of which everything is known


def compare(report: Report, baseline: Baseline, never: frozenset[str] = frozenset()) -> Comparison:
    """Return what *baseline* means for *report*, and *report* for the baseline."""
    held = Held(baseline.entries, never)
    new: list[Finding | Question] = []
    barred: list[Finding | Question] = []

    def covering(verdict: Verdict) -> Verdict:
        def change(point: Point) -> Point:
            if point.waiver:
                return point._replace(baseline=None)
            if verdict.evaluated and held.covers(point):
                return point._replace(baseline=BaselineState.UNCHANGED)
            may = verdict.evaluated and held.admits(point.name)
            (new if may else barred).append(point)
            return point._replace(baseline=BaselineState.NEW)

        return verdict.covering(change)

    after = report._replace(verdicts=tuple(map(covering, report.verdicts)))
    seen = _Seen(report, baseline)
    missing = [entry for entry in baseline.entries if seen.is_missing(entry, held)]
    places = {(point.manifest, point.name, point.place): point for point in new}
    lapsed = [
        (entry, places[entry.manifest, entry.rule, entry.place])
        for entry in missing
        if (entry.manifest, entry.rule, entry.place) in places
    ]
    gone = {entry.fingerprint for entry, _ in lapsed}
    return Comparison(
        report=after,
        held=held,
        new=tuple(new),
        barred=tuple(barred),
        solved=tuple(
            entry._replace(times=held.left[entry.fingerprint])
            for entry in missing
            if entry.fingerprint not in gone
        ),
        lapsed=tuple(lapsed),
        inadmissible=tuple(entry for entry in baseline.entries if not held.admits(entry.rule)),
        seen=seen.manifests,
    )


def namesakes(report: Report) -> Counter[str]:
    """Count the manifests that were evaluated, by name."""
    return Counter(verdict.manifest for verdict in report.verdicts if verdict.evaluated)


class _Seen:
    """What a run looked at, so that its silence means something."""

    def __init__(self, report: Report, baseline: Baseline) -> None:
        found = namesakes(report)
        self.manifests = frozenset(
            name for name, times in found.items() if times >= baseline.namesakes.get(name, 1)
        )
        self._rules = {rule.id for rule in report.rules} | FAULTS.keys()
        bundles = {bundle.name for bundle in report.bundles}
        # Then also what is asked is all that there is to ask, and a rule that is gone is gone.
        self._everything = not report.left_out and bundles >= {b.name for b in baseline.bundles}

    def is_missing(self, entry: Entry, held: Held) -> bool:
        """Tell whether *entry* knows a point that this run would have found, and did not."""
        looked = self._everything or entry.rule in self._rules
        left = held.left.get(entry.fingerprint, 0)
        return looked and left > 0 and entry.manifest in self.manifests
