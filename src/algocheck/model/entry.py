"""A day and what it brings: what a calendar is made of."""

import enum
import hashlib
from typing import NamedTuple

from algocheck.model.finding import Finding, Location, Path, Question, Waiver
from algocheck.model.rule import Owner, Rule


class EntryKind(enum.StrEnum):
    """Why something is to be done on a day."""

    LAW = "law"  # a law comes into force, and a rule made from it is open then
    RULE = "rule"  # a rule that is in force is open from then on, because time passes
    DUTY = "duty"  # the manifest states the day on which something must be done
    PLAN = "plan"  # the manifest states a day to come on which use begins or ends
    WAIVER = "waiver"  # the last day on which a waiver counts


class Entry(NamedTuple):
    """One thing that is to be done about one manifest, on one day."""

    kind: EntryKind
    day: str  # ISO
    manifest: str  # as in `Finding.manifest`
    title: str  # as in `Verdict.title`
    location: Location
    owner: Owner  # who must act
    place: str  # as in `Finding.place`
    rule: Rule | None = None  # of a law or a rule
    fails: bool = False  # of a rule: it is known to be broken on that day; else it is not shown
    undecided: str = ""  # as in `Answer.undecided`, on that day
    points: tuple[Finding | Question, ...] = ()  # what is open from then on
    fact: str = ""  # of a duty or a plan: monitoring.next_review
    path: Path = ()  # likewise
    waiver: Waiver | None = None

    @property
    def name(self) -> str:
        """What it is about: a rule, a fact, or what a waiver names."""
        if self.rule:
            return self.rule.id
        return self.waiver.rule if self.waiver else self.fact

    @property
    def fingerprint(self) -> str:
        """Name this entry even when its day or its line moves; 16 hex digits."""
        parts = f"{self.kind}\0{self.name}\0{self.manifest}\0{self.place}"
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]
