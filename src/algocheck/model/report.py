"""What a run comes down to."""

import enum
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from algocheck.model.finding import Finding, Question
from algocheck.model.rule import Rule, Severity
from algocheck.model.verdict import Outcome, Verdict


class Status(enum.StrEnum):
    """What a manifest comes down to, the worst first."""

    UNEVALUATED = "unevaluated"
    NOT_COMPLIANT = "not_compliant"
    NOT_SHOWN = "not_shown"
    WAIVED = "waived"  # nothing is open, because of waivers
    BASELINED = "baselined"  # nothing is open, because of the baseline alone
    COMPLIANT = "compliant"


class BundleName(NamedTuple):
    """Which bundle answered."""

    name: str
    revision: str
    digest: str  # sha256, hex
    origin: str = "released"  # released | changed | house | served


class Report(NamedTuple):
    """Everything that a run found, whatever the format it is told in."""

    verdicts: tuple[Verdict, ...]
    rules: tuple[Rule, ...]  # those that were selected, by id
    left_out: int  # rules that were not selected
    skipped: int  # files that are no manifests
    empty: int  # documents in which nothing stands
    bundles: tuple[BundleName, ...]
    engine: str
    today: str  # ISO day
    threshold: Severity = Severity.HIGH
    unknown_fails: bool = True
    findings: tuple[Finding, ...] = ()  # of the run itself: about waivers and the baseline
    since: str = ""  # the revision since which files were to have changed; empty: all were checked
    unchanged: int = 0  # manifests that were not checked, because they did not change since then
    until: str = ""  # ISO day: the last one that was looked ahead to; empty: none was

    def status(self, verdict: Verdict) -> Status:
        """Return what *verdict* comes down to at this run's threshold."""
        if not verdict.evaluated:
            return Status.UNEVALUATED
        if self._is_open(verdict.findings):
            return Status.NOT_COMPLIANT
        if self._is_open((*verdict.faults, *verdict.questions)) or self._waits(verdict):
            return Status.NOT_SHOWN
        covered = [
            point for point in verdict.points if point.covered and point.severity >= self.threshold
        ]
        if any(point.waiver for point in covered):
            return Status.WAIVED
        return Status.BASELINED if covered else Status.COMPLIANT

    @property
    def passes(self) -> bool:
        """Whether nothing at or above the threshold is open; what is unevaluated never passes."""
        of_the_run = any(self.weighs(finding.rule) for finding in self.findings)
        return not of_the_run and all(self._passes(verdict) for verdict in self.verdicts)

    def weighs(self, rule: Rule) -> bool:
        """Whether *rule* is at or above the threshold."""
        return rule.severity >= self.threshold

    def fails(self, point: Finding | Question) -> bool:
        """Whether *point* by itself is a reason for exit 1."""
        asked = isinstance(point, Question)
        open_ = not point.covered and (self.unknown_fails or not asked)
        return open_ and point.severity >= self.threshold

    def below(self, verdict: Verdict) -> int:
        """Return how many open points *verdict* has that weigh less than the threshold."""
        faulty = (fault.rule for fault in verdict.faults if not fault.covered)
        rules = (*faulty, *_open(verdict, Outcome.FAIL), *_open(verdict, Outcome.UNKNOWN))
        return sum(not self.weighs(rule) for rule in rules)

    def _passes(self, verdict: Verdict) -> bool:
        if not verdict.evaluated or self._is_open((*verdict.faults, *verdict.findings)):
            return False
        unknown = self._is_open(verdict.questions) or self._waits(verdict)
        return not (unknown and self.unknown_fails)

    def _is_open(self, points: Iterable[Finding | Question]) -> bool:
        return any(not point.covered and point.severity >= self.threshold for point in points)

    def _waits(self, verdict: Verdict) -> bool:
        """Whether a rule is unknown, also where only the deployer can be asked about it."""
        return any(map(self.weighs, _open(verdict, Outcome.UNKNOWN)))


def _open(verdict: Verdict, outcome: Outcome) -> Iterator[Rule]:
    return (
        answer.rule
        for answer in verdict.answers
        if answer.outcome is outcome and not answer.covered
    )
