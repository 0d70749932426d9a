"""What stands open in a manifest: findings and questions, and the waivers that cover them."""

import enum
import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from algocheck.model.rule import Law, Owner, Rule, Severity
from algocheck.words import Message

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands in a manifest: keys, and positions in lists from 0."""


class Location(NamedTuple):
    """A place in a file, for people (line and column, from 1) and for machines (pointer)."""

    file: str
    line: int
    column: int
    pointer: str = ""  # RFC 6901
    document: int = 1  # a YAML file may hold several; counted from 1

    @property
    def address(self) -> str:
        """Return file:line:column, as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}"


class Waiver(NamedTuple):
    """A person's decision that something may stay open in one place, until a day."""

    rule: str  # a rule's id, or question/<fact>
    manifest: str  # the algorithm's id, else its name
    place: str  # as in `Finding.place`
    reason: str
    decided_by_role: str
    expires: str  # ISO: the last day on which it counts
    reference: str  # of the decision: a case number, a document
    location: Location  # where it is written down


class BaselineState(enum.StrEnum):
    """Whether a baseline holds what a check found."""

    NEW = "new"
    UNCHANGED = "unchanged"


class Finding(NamedTuple):
    """One way in which one manifest breaks one rule."""

    rule: Rule
    manifest: str  # the algorithm's id, else its name: survives a renamed file
    subject: str  # what the finding is about, stable when lines or list positions move
    location: Location
    problem: Message | None = (
        None  # of faults in the file; a rule's message is made from its METADATA
    )
    path: Path = ()
    found: Any = None  # the value that stands there, None where nothing does
    shown: Mapping[str, Any] = {}  # numbers that the rule computed
    laws: tuple[Law, ...] = ()  # the articles that bear on this manifest
    owner: Owner = Owner.BOTH  # who must act here: without a supplier, the deployer alone
    waiver: Waiver | None = None  # the one that covers it today
    baseline: BaselineState | None = None  # None where there is no baseline

    @property
    def name(self) -> str:
        """What a waiver names: the rule's id."""
        return self.rule.id

    @property
    def severity(self) -> Severity:
        """The severity of the rule."""
        return self.rule.severity

    @property
    def place(self) -> str:
        """Where it stands, whatever stands there: data.variables[postcode].justification."""
        return self.subject.rpartition("#")[0]

    @property
    def fingerprint(self) -> str:
        """Name this finding across edits that only move lines or files; 16 hex digits."""
        return fingerprint_of(self.name, self.manifest, self.subject)

    @property
    def covered(self) -> bool:
        """Whether a waiver or the baseline covers it: it is told, and is not open."""
        return self.waiver is not None or self.baseline is BaselineState.UNCHANGED


class Question(NamedTuple):
    """A fact that is not stated and that rules wait for."""

    fact: str  # decision.effect, data.variables[].justification
    path: Path  # the place to state it
    location: Location  # where it stands, or the nearest block to add it to
    stated: bool  # something stands there, but it is no answer
    rules: tuple[Rule, ...]  # the most severe first
    found: Any = None
    manifest: str = ""  # as in `Finding.manifest`
    subject: str = ""  # as in `Finding.subject`
    waiver: Waiver | None = None
    baseline: BaselineState | None = None

    @property
    def severity(self) -> Severity:
        """The severity of the most severe rule that waits."""
        return self.rules[0].severity

    @property
    def name(self) -> str:
        """What a waiver names, and what formats have for a rule: question/<fact>."""
        return f"question/{self.fact}"

    @property
    def place(self) -> str:
        """Where it is to be answered, as in `Finding.place`."""
        return self.subject.rpartition("#")[0]

    @property
    def fingerprint(self) -> str:
        """Name this question as `Finding.fingerprint` names a finding."""
        return fingerprint_of(self.name, self.manifest, self.subject)

    @property
    def covered(self) -> bool:
        """Whether a waiver or the baseline covers it, as in `Finding.covered`."""
        return self.waiver is not None or self.baseline is BaselineState.UNCHANGED


def fingerprint_of(name: str, manifest: str, subject: str) -> str:
    """Return what `Finding.fingerprint` is made of these three."""
    parts = f"{name}\0{manifest}\0{subject}"
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]
