"""Look ahead: ask the rules about later days, and note what they then find open.

No term and no date of law stands here. The policies know them; they are asked
what they say of the same manifest on another day.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from algocheck.calendar.stated import stated_days
from algocheck.calendar.turns import named_days, turns
from algocheck.manifest.document import Document
from algocheck.model import (
    Answer,
    Entry,
    EntryKind,
    Finding,
    Location,
    Outcome,
    Owner,
    Question,
    Verdict,
)
from algocheck.policy.bundle import Bundle
from algocheck.verdict.decide import decide
from algocheck.verdict.evaluate import Evaluation
from algocheck.verdict.select import Selection

EARLIEST = dt.date(1000, 1, 1)
"""Before it no policy knows a day."""

WEIGHT = {Outcome.UNKNOWN: 1, Outcome.FAIL: 2}
"""What is open, and how badly."""


class Ahead(NamedTuple):
    """One document, what the rules say of it today, and how to ask about another day."""

    document: Document
    verdict: Verdict
    evaluations: Sequence[Evaluation]  # of today
    about: Callable[[str], Sequence[Evaluation]]
    selection: Selection
    today: str  # ISO day
    until: str  # likewise: the last one to ask about

    def entries(self) -> tuple[Entry, ...]:
        """Return what the manifest states and what the rules say; raises as `about` does."""
        facts = self.evaluations[0].facts
        stated = [
            entry
            for entry in stated_days(self.verdict, self.document, facts, self.today)
            if self.selection.party in (None, entry.owner) or entry.owner is Owner.BOTH
        ]
        return (*stated, *self._of_rules())

    def _of_rules(self) -> Iterator[Entry]:
        evaluated = cache(lambda day: self.about(_iso(day)))
        today = dt.date.fromisoformat(self.today).toordinal()
        # What begins today is told too, so yesterday is the day to compare with.
        first = max(today - 1, EARLIEST.toordinal())
        last = dt.date.fromisoformat(self.until).toordinal()
        named = named_days(json.dumps(self.document.value))
        for evaluation in self.evaluations:
            named |= _named_by(evaluation.bundle)
        for day in turns(lambda day: self._state(evaluated(day)), named, first, last):
            before, after = (
                decide(self.document, (), evaluated(each), self.selection)
                for each in (day - 1, day)
            )
            yield from _worse(before, after, _iso(day), self.document)

    def _state(self, evaluations: Sequence[Evaluation]) -> list[Any]:
        """Return all that an entry depends on; not what a rule computed, which may count days."""
        answers = (
            evaluation.answers[rule.id]
            for evaluation in evaluations
            for rule in evaluation.bundle.rules
            if self.selection.takes(rule)
        )
        return [
            (each["outcome"], [part["path"] for part in each["requires"] if part["met"] == "no"])
            for each in answers
        ]


def _iso(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()


@cache
def _named_by(bundle: Bundle) -> frozenset[int]:
    return named_days(" ".join((bundle.data, *(module.text for module in bundle.modules))))


def _worse(before: Verdict, after: Verdict, day: str, document: Document) -> Iterator[Entry]:
    """Yield the rules that are open on *day* and were not, or not as much, the day before."""
    for old, new in zip(before.answers, after.answers, strict=True):
        points = _points(new, after)
        if old.outcome is new.outcome is Outcome.FAIL:
            known = {point.place for point in _points(old, before)}
            points = tuple(point for point in points if point.place not in known)
            worse = bool(points)
        else:
            worse = WEIGHT.get(new.outcome, 0) > WEIGHT.get(old.outcome, 0)
        if worse:
            start = Location(document.file, 1, 1, document=document.number)
            owners = [point.owner for point in points if isinstance(point, Finding)]
            # It is the law that changes where it was not, or not surely, in force.
            by_law = old.outcome is Outcome.UPCOMING or bool(old.undecided)
            yield Entry(
                kind=EntryKind.LAW if by_law else EntryKind.RULE,
                day=day,
                manifest=after.manifest,
                title=after.title,
                location=points[0].location if points else start,
                owner=owners[0] if owners else new.rule.owner,
                place=", ".join(dict.fromkeys(point.place for point in points)),
                rule=new.rule,
                fails=new.outcome is Outcome.FAIL,
                undecided=new.undecided,
                points=points,
            )


def _points(answer: Answer, verdict: Verdict) -> tuple[Finding | Question, ...]:
    """Return what is open about a rule: findings where it fails, else what must be answered."""
    if answer.outcome is Outcome.FAIL:
        return tuple(each for each in verdict.findings if each.rule == answer.rule)
    return tuple(each for each in verdict.questions if answer.rule in each.rules)
