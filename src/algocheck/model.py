"""The nouns of algocheck, all of them values that never change."""

import enum
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from algocheck.words import Message

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands in a manifest: keys, and positions in lists from 0."""


class Severity(enum.IntEnum):
    """How much it matters; compares by weight."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def word(self) -> str:
        """The word that policies, options and reports use."""
        return self.name.lower()


class Kind(enum.StrEnum):
    """What a rule rests on; only of law may a report say "in breach of"."""

    LAW = "law"
    GUIDANCE = "guidance"
    CONTRACT = "contract"
    QUALITY = "quality"


class Owner(enum.StrEnum):
    """Who must act."""

    SUPPLIER = "supplier"
    DEPLOYER = "deployer"
    BOTH = "both"


class Outcome(enum.StrEnum):
    """What one rule says of one manifest on one day."""

    FAIL = "fail"
    UNKNOWN = "unknown"
    PASS = "pass"  # noqa: S105 -- an outcome, no password
    NOT_APPLICABLE = "not_applicable"
    UPCOMING = "upcoming"


class Law(NamedTuple):
    """One article that a rule rests on."""

    name: Mapping[str, str]  # by language: {"nl": "Awb", "en": "General Administrative Law Act"}
    article: str
    url: str
    checked: str = "seen"  # seen | partly | memory: how the article number was established
    to_verify: str = ""  # why it must be verified before anyone relies on it
    only_if: Mapping[str, tuple[str, ...]] = {}  # fact: values


class Rule(NamedTuple):
    """A policy that can be broken."""

    id: str  # theme/defect
    severity: Severity
    title: Mapping[str, str]  # by language
    kind: Kind = Kind.QUALITY
    owner: Owner = Owner.BOTH
    code: str = ""  # LP-01
    description: Mapping[str, str] = {}
    remedy: Mapping[str, str] = {}
    laws: tuple[Law, ...] = ()
    regime: str = "always"
    regime_date: str = ""  # ISO: the first day in force, where the regime is a date
    applies_reads: tuple[str, ...] = ()  # facts, lists as data.variables[].name
    requires_reads: tuple[str, ...] = ()
    bundle: str = ""

    @property
    def theme(self) -> str:
        """The right that the rule protects."""
        return self.id.partition("/")[0]

    def __hash__(self) -> int:
        return hash(self.id)


class Location(NamedTuple):
    """A place in a file, for people (line and column, from 1) and for machines (pointer)."""

    file: str
    line: int
    column: int
    pointer: str = ""  # RFC 6901
    document: int = 1  # a YAML file may hold several; counted from 1


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

    @property
    def fingerprint(self) -> str:
        """Name this finding across edits that only move lines or files; 16 hex digits."""
        parts = (self.rule.id, self.manifest, self.subject)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


class Question(NamedTuple):
    """A fact that is not stated and that rules wait for."""

    fact: str  # decision.effect, data.variables[].justification
    path: Path  # the place to state it
    location: Location  # where it stands, or the nearest block to add it to
    stated: bool  # something stands there, but it is no answer
    rules: tuple[Rule, ...]  # the most severe first
    found: Any = None

    @property
    def severity(self) -> Severity:
        """The severity of the most severe rule that waits."""
        return max(rule.severity for rule in self.rules)


class Answer(NamedTuple):
    """What one rule says of one manifest."""

    rule: Rule
    outcome: Outcome
    applies: str = "unknown"  # yes | no | unknown
    asked: bool = True  # False: what only the deployer can know, in a supplier's manifest
    begins: str = ""  # upcoming: the first day in force, ISO; empty where that is undecided
    undecided: str = ""  # the fact that decides since when the rule is in force
    violated: bool = False  # it applies and a requirement is not met, whatever the date


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
    later_questions: tuple[Question, ...] = ()  # about rules not yet in force

    def number_of(self, outcome: Outcome) -> int:
        """How many rules have *outcome*."""
        return sum(answer.outcome is outcome for answer in self.answers)


class Status(enum.StrEnum):
    """What a manifest comes down to, the worst first."""

    UNEVALUATED = "unevaluated"
    NOT_COMPLIANT = "not_compliant"
    NOT_SHOWN = "not_shown"
    COMPLIANT = "compliant"


class BundleName(NamedTuple):
    """Which bundle answered."""

    name: str
    revision: str
    digest: str  # sha256, hex


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

    def status(self, verdict: Verdict) -> Status:
        """Return what *verdict* comes down to at this run's threshold."""
        if not verdict.evaluated:
            return Status.UNEVALUATED
        if self._open(answer.rule for answer in _with(verdict, Outcome.FAIL)):
            return Status.NOT_COMPLIANT
        unknown = (answer.rule for answer in _with(verdict, Outcome.UNKNOWN))
        faulty = (fault.rule for fault in verdict.faults)
        if self._open(unknown) or self._open(faulty):
            return Status.NOT_SHOWN
        return Status.COMPLIANT

    @property
    def passes(self) -> bool:
        """Whether nothing at or above the threshold is open; what is unevaluated never passes."""
        return all(self._passes(verdict) for verdict in self.verdicts)

    def below(self, verdict: Verdict) -> int:
        """Return how many open points *verdict* has that weigh less than the threshold."""
        return sum(rule.severity < self.threshold for rule in _open_rules(verdict))

    def _passes(self, verdict: Verdict) -> bool:
        if not verdict.evaluated:
            return False
        rules = [answer.rule for answer in _with(verdict, Outcome.FAIL)]
        rules += [fault.rule for fault in verdict.faults]
        if self.unknown_fails:
            rules += [answer.rule for answer in _with(verdict, Outcome.UNKNOWN)]
        return not self._open(rules)

    def _open(self, rules: Iterable[Rule]) -> bool:
        return any(rule.severity >= self.threshold for rule in rules)


def _with(verdict: Verdict, outcome: Outcome) -> Iterator[Answer]:
    return (answer for answer in verdict.answers if answer.outcome is outcome)


def _open_rules(verdict: Verdict) -> Iterator[Rule]:
    yield from (fault.rule for fault in verdict.faults)
    for outcome in (Outcome.FAIL, Outcome.UNKNOWN):
        yield from (answer.rule for answer in _with(verdict, outcome))
