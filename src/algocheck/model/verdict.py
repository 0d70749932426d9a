"""What the rules say of one manifest on one day."""

import enum
from collections.abc import Iterable
from typing import NamedTuple, Protocol, TypeVar

from algocheck.model.entry import Entry
from algocheck.model.finding import Finding, Question
from algocheck.model.rule import Rule

Point = TypeVar("Point", Finding, Question)


class Change(Protocol):
    """Covers a point by a waiver or the baseline, or leaves it as it is."""

    def __call__(self, point: Point) -> Point:
        """Return *point*, with what covers it."""


class Outcome(enum.StrEnum):
    """What one rule says of one manifest on one day."""

    FAIL = "fail"
    UNKNOWN = "unknown"
    PASS = "pass"  # noqa: S105 -- an outcome, no password
    NOT_APPLICABLE = "not_applicable"
    UPCOMING = "upcoming"


class Answer(NamedTuple):
    """What one rule says of one manifest."""

    rule: Rule
    outcome: Outcome
    applies: str = "unknown"  # yes | no | unknown
    asked: bool = True  # False: what only the deployer can know, in a supplier's manifest
    begins: str = ""  # upcoming: the first day in force, ISO; empty where that is undecided
    undecided: str = ""  # the fact that decides since when the rule is in force
    violated: bool = False  # it applies and a requirement is not met, whatever the date
    covered: bool = False  # waivers and the baseline cover all that is open about it


class Verdict(NamedTuple):
    """What follows for one manifest."""

    file: str
    document: int
    manifest: str  # algorithm.id, else algorithm.name, else empty
    title: str  # algorithm.name, else algorithm.id
    kind: str  # deployment | supplier | unknown
    organization: str = ""
    status: str = "unknown"  # algorithm.status
    evaluated: bool = True
    answers: tuple[Answer, ...] = ()
    faults: tuple[Finding, ...] = ()  # of reading and shape
    findings: tuple[Finding, ...] = ()  # of rules that fail
    questions: tuple[Question, ...] = ()  # about rules in force
    later_findings: tuple[Finding, ...] = ()  # of rules that are not yet in force
    later_questions: tuple[Question, ...] = ()  # about such rules
    entries: tuple[Entry, ...] = ()  # what other days bring, where a plan looks ahead

    @property
    def address(self) -> str:
        """Where it was read: the file, or file#document from the second document on."""
        return self.file if self.document == 1 else f"{self.file}#{self.document}"

    def number_of(self, outcome: Outcome) -> int:
        """How many rules have *outcome*."""
        return sum(answer.outcome is outcome for answer in self.answers)

    @property
    def left_to_the_deployer(self) -> tuple[Answer, ...]:
        """What is unknown and asks nothing here: only the deployer can answer it."""
        waiting = {rule for question in self.questions for rule in question.rules}
        return tuple(
            answer
            for answer in self.answers
            if answer.outcome is Outcome.UNKNOWN and answer.rule not in waiting
        )

    @property
    def points(self) -> tuple[Finding | Question, ...]:
        """Everything that may stand open today: faults, findings, questions."""
        return (*self.faults, *self.findings, *self.questions)

    def covering(self, change: Change) -> "Verdict":
        """Return this verdict with every point *change*d, and with what that covers."""
        faults = tuple(map(change, self.faults))
        findings = tuple(map(change, self.findings))
        questions = tuple(map(change, self.questions))
        found = _all_covered((finding.rule, finding.covered) for finding in findings)
        asked = _all_covered((rule, each.covered) for each in questions for rule in each.rules)
        covered = {Outcome.FAIL: found, Outcome.UNKNOWN: asked}
        return self._replace(
            answers=tuple(
                answer._replace(covered=answer.rule in covered.get(answer.outcome, ()))
                for answer in self.answers
            ),
            faults=faults,
            findings=findings,
            questions=questions,
        )


def _all_covered(points: Iterable[tuple[Rule, bool]]) -> set[Rule]:
    """Return the rules of which every point is covered."""
    told = list(points)
    return {rule for rule, _ in told} - {rule for rule, covered in told if not covered}
