"""Cover what waivers cover, and tell of every waiver that does not do what it was written for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from algocheck.model import Finding, Report, Verdict, Waiver
from algocheck.model.verdict import Point
from algocheck.policy.bundle import Bundle
from algocheck.waiver.admission import days_left
from algocheck.waiver.judging import Judge
from algocheck.waiver.reading import Waivers, Written
from algocheck.words import message


class Scope(NamedTuple):
    """Of which waivers a run tells that they cover nothing it saw."""

    whole: bool = False  # everything below the folder of the file was checked
    named: bool = False  # the file itself was to be checked


def covered(report: Report, waivers: Waivers, bundles: Sequence[Bundle], scope: Scope) -> Report:
    """Return *report* with everything covered that *waivers* cover, and with what is wrong.

    *bundles* are those of the run, the one that ships first. A waiver that is malformed,
    expired, too long or inadmissible covers nothing. Of a waiver for a manifest that is not
    among those checked nothing is told, unless *scope* says so.
    """
    applying = _Applying(Judge(report, bundles), scope)
    told = [*waivers.findings, *applying.all(waivers.written)]
    return report._replace(
        verdicts=tuple(applying.cover(verdict) for verdict in report.verdicts),
        findings=(*report.findings, *sorted(told, key=lambda finding: finding.location)),
    )


class _Applying:
    def __init__(self, judge: Judge, scope: Scope) -> None:
        self.judge = judge
        self.scope = scope
        self.covering: dict[tuple[str, str, str], Written] = {}
        """By manifest, name and place: no other point is covered."""

    def all(self, written: Sequence[Written]) -> Iterator[Finding]:
        """Choose what covers; yield what is wrong with the rest."""
        for each in written:
            yield from self._one(each._replace(waiver=self.judge.named(each.waiver)))
        for each in self.covering.values():
            yield from self._soon(each)

    def cover(self, verdict: Verdict) -> Verdict:
        """Return *verdict* with the chosen waivers on their points."""

        def change(point: Point) -> Point:
            chosen = self.covering.get((verdict.manifest, point.name, point.place))
            return point._replace(waiver=chosen.waiver) if chosen else point

        concerned = any(manifest == verdict.manifest for manifest, _, _ in self.covering)
        return verdict.covering(change) if concerned else verdict

    def _one(self, written: Written) -> Iterator[Finding]:
        """Let it cover its point, or yield the first thing that is wrong."""
        waiver = written.waiver
        wrong = next(self.judge.meaningless(waiver), None)
        if not wrong and self._is_told(waiver):
            wrong = next(self.judge.objections(waiver, whole=self.scope.whole), None)
        if wrong:
            yield written.told(*wrong)
        elif self.judge.points(waiver):
            yield from self._choose(written)

    def _is_told(self, waiver: Waiver) -> bool:
        """Whether this run is about it: about its manifest, and about its rule."""
        rule = self.judge.names.rules.get(waiver.rule)
        selected = rule is None or rule in self.judge.report.rules
        is_here = waiver.manifest in self.judge.verdicts
        return selected and (is_here or self.scope.whole or self.scope.named)

    def _choose(self, written: Written) -> Iterator[Finding]:
        """Let it cover its point; of two, the one that counts longest."""
        key = (written.waiver.manifest, written.waiver.rule, written.waiver.place)
        other = self.covering.get(key)
        if other and other.waiver.expires >= written.waiver.expires:
            other, written = written, other
        self.covering[key] = written
        if other:
            place = written.waiver.location
            problem = message("waiver.twice", place=f"{place.file}:{place.line}")
            yield other.told("waiver/twice", "rule", problem)

    def _soon(self, written: Written) -> Iterator[Finding]:
        rules = self.judge.rules(written.waiver)
        notice = max(self.judge.limits[rule.bundle].notice_days for rule in rules)
        left = days_left(written.waiver, self.judge.report.today)
        if left <= notice:
            key = "expires-soon" if left else "expires-today"
            expires = written.waiver.expires
            name = written.waiver.rule
            problem = message(f"waiver.{key}", name=name, expires=expires, n=left)
            yield written.told("waiver/expires-soon", "expires", problem)
