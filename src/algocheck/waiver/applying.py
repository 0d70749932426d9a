"""Cover what waivers cover, and tell of every waiver that does not do what it was written for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from algocheck.model import Finding, Question, Report, Rule, Verdict, Waiver
from algocheck.model.verdict import Point
from algocheck.policy.bundle import Bundle
from algocheck.waiver import admission
from algocheck.waiver.ambiguous import several_manifests, several_places
from algocheck.waiver.limits import Limits, limits_of
from algocheck.waiver.names import Names, is_of_a_file
from algocheck.waiver.reading import Waivers, Written
from algocheck.waiver.unused import unused
from algocheck.words import Value, message


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
    applying = _Applying(report, bundles, scope)
    told = [*waivers.findings, *applying.all(waivers.written)]
    return report._replace(
        verdicts=tuple(applying.cover(verdict) for verdict in report.verdicts),
        findings=(*report.findings, *sorted(told, key=lambda finding: finding.location)),
    )


class _Applying:
    def __init__(self, report: Report, bundles: Sequence[Bundle], scope: Scope) -> None:
        self.report = report
        self.scope = scope
        self.names = Names(rule for bundle in bundles for rule in bundle.rules)
        self.limits: Mapping[str, Limits] = limits_of(bundles)
        self.verdicts: dict[str, list[Verdict]] = defaultdict(list)
        for verdict in report.verdicts:
            self.verdicts[verdict.manifest].append(verdict)
        self.covering: dict[tuple[str, str, str], Written] = {}
        """By manifest, name and place: no other point is covered."""

    def all(self, written: Sequence[Written]) -> Iterator[Finding]:
        """Choose what covers; yield what is wrong with the rest."""
        for each in written:
            yield from self._one(each)
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
        nothing = self._says_nothing(written)
        if nothing:
            yield nothing
            return
        name = self.names.resolve(written.waiver.rule)
        if name is None and not is_of_a_file(written.waiver.rule):
            yield self._unknown(written)
            return
        written = _named(written, name or written.waiver.rule)
        yield from self._known(written)

    def _known(self, written: Written) -> Iterator[Finding]:
        """Judge a waiver whose name means something."""
        waiver = written.waiver
        found = self.verdicts.get(waiver.manifest, [])
        if not self._is_told(waiver, found):
            return
        points = [point for verdict in found for point in _points(verdict, waiver)]
        rules = self._rules(waiver, points)
        kind = found[0].kind if found and found[0].evaluated else ""
        problem = (
            admission.inadmissible(written, rules, self.limits)
            or admission.expired(written, self.report.today)
            or several_manifests(written, found)
            or several_places(written, points)
            or admission.beyond_limits(written, rules, self.limits, kind, self.report.today)
        )
        if problem:
            yield problem
        elif points:
            yield from self._choose(written)
        else:
            yield from unused(written, found, self.report, whole=self.scope.whole)

    def _is_told(self, waiver: Waiver, found: Sequence[Verdict]) -> bool:
        """Whether this run is about it: about its manifest, and about its rule."""
        rule = self.names.rules.get(waiver.rule)
        selected = rule is None or rule in self.report.rules
        return selected and bool(found or self.scope.whole or self.scope.named)

    def _rules(self, waiver: Waiver, points: Sequence[Finding | Question]) -> tuple[Rule, ...]:
        if waiver.rule in self.names.rules:
            return (self.names.rules[waiver.rule],)
        waiting = (rule for each in points if isinstance(each, Question) for rule in each.rules)
        return tuple(dict.fromkeys(waiting))

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
        found = self.verdicts[written.waiver.manifest]
        points = [point for verdict in found for point in _points(verdict, written.waiver)]
        rules = self._rules(written.waiver, points)
        notice = max(self.limits[rule.bundle].notice_days for rule in rules)
        left = admission.days_left(written, self.report.today)
        if left <= notice:
            key = "expires-soon" if left else "expires-today"
            expires = written.waiver.expires
            name = written.waiver.rule
            problem = message(f"waiver.{key}", name=name, expires=expires, n=left)
            yield written.told("waiver/expires-soon", "expires", problem)

    def _says_nothing(self, written: Written) -> Finding | None:
        limits = next(iter(self.limits.values()))
        for key in ("reason", "decided_by_role"):
            text = getattr(written.waiver, key)
            if limits.says_nothing(text):
                problem = message("waiver.says-nothing", field=key, found=text)
                return written.told("waiver/malformed", key, problem)
        return None

    def _unknown(self, written: Written) -> Finding:
        name = written.waiver.rule
        near = self.names.near(name)
        hint: Value = message("waiver.meant", name=near) if near else ""
        problem = message("waiver.no-such-rule", name=name, hint=hint)
        return written.told("waiver/malformed", "rule", problem)


def _named(written: Written, name: str) -> Written:
    return written._replace(waiver=written.waiver._replace(rule=name))


def _points(verdict: Verdict, waiver: Waiver) -> Iterator[Finding | Question]:
    for point in verdict.points:
        if (point.name, point.place) == (waiver.rule, waiver.place):
            yield point
