"""What can be waived today, and what becomes of a waiver that is proposed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from algocheck.model import Finding, Question, Report, Rule, Verdict, Waiver
from algocheck.policy.bundle import Bundle
from algocheck.waiver.admission import Permitted, permitted
from algocheck.waiver.applying import Scope, covered
from algocheck.waiver.judging import Judge
from algocheck.waiver.names import Names
from algocheck.waiver.objection import Objection
from algocheck.waiver.reading import Waivers
from algocheck.words import message


class Candidate(NamedTuple):
    """Something that is open in one place while no waiver covers it."""

    point: Finding | Question
    verdict: Verdict

    @property
    def key(self) -> tuple[str, str, str]:
        """What a waiver of it names: the rule or question, the manifest, the place."""
        return self.point.name, self.verdict.manifest, self.point.place

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rule that is broken, or those that wait for the answer."""
        return self.point.rules if isinstance(self.point, Question) else (self.point.rule,)


class Proposing:
    """One check, and the limits for what may stay open in it."""

    def __init__(self, report: Report, bundles: Sequence[Bundle]) -> None:
        self.report = report  # as it is without any waiver
        self.bundles = bundles
        self.judge = Judge(report, bundles)
        self.names = self.judge.names

    def candidates(
        self, *, name: str | None = None, manifest: str | None = None, place: str | None = None
    ) -> list[Candidate]:
        """Return what is open, each place once, of the *name*, *manifest* and *place*."""
        wanted = (name, manifest, place)
        found: dict[tuple[str, str, str], Candidate] = {}
        for each in self._all():
            if all(want in (None, has) for want, has in zip(wanted, each.key, strict=True)):
                found.setdefault(each.key, each)
        return list(found.values())

    def may_be(self, candidate: Candidate) -> bool:
        """Whether the limits let anybody waive it."""
        limits = self.judge.limits
        never = any(rule.id in limits[rule.bundle].never for rule in candidate.rules)
        return not never and bool(self.permitted(candidate).roles)

    def permitted(self, candidate: Candidate) -> Permitted:
        """Return by whom, until when and with what it may be waived."""
        return permitted(
            candidate.rules, self.judge.limits, candidate.verdict.kind, self.report.today
        )

    def objections(self, waiver: Waiver) -> Iterator[Objection]:
        """Yield all that is wrong with *waiver*; nothing where it would cover its place."""
        waiver = self.judge.named(waiver)
        yield from self.judge.meaningless(waiver)
        yield from self.judge.objections(waiver, whole=True)
        for verdict in self.judge.verdicts.get(waiver.manifest, ()):
            if not verdict.evaluated:
                problem = message("waive.unread", manifest=waiver.manifest, file=verdict.file)
                yield Objection("waiver/unused", "manifest", problem)

    def covered(self, waivers: Waivers) -> frozenset[tuple[str, str, str]]:
        """Return the keys of what *waivers* cover already."""
        report = self.covering(waivers)
        return frozenset(
            (point.name, verdict.manifest, point.place)
            for verdict in report.verdicts
            for point in verdict.points
            if point.waiver
        )

    def covering(self, waivers: Waivers) -> Report:
        """Return the report with what *waivers* cover."""
        return covered(self.report, waivers, self.bundles, Scope())

    def _all(self) -> Iterator[Candidate]:
        for verdict in self.report.verdicts:
            for finding in verdict.findings:
                yield Candidate(finding, verdict)
            for question in verdict.questions:
                yield Candidate(question, verdict)


def same(one: Waiver, other: Waiver, names: Names) -> bool:
    """Tell whether two waivers say the same, wherever they stand."""
    resolved = one._replace(rule=names.resolve(one.rule) or one.rule)
    return resolved[:-1] == other[:-1]
