"""A rule, what it rests on, and who must keep it."""

import enum
from collections.abc import Mapping
from typing import NamedTuple

from algocheck.words import texts


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

    def is_asked_of(self, kind: str) -> bool:
        """Whether it is asked about a manifest of *kind*: not what a supplier cannot know."""
        return kind != "supplier" or self.owner is not Owner.DEPLOYER

    def __hash__(self) -> int:
        return hash(self[0])


def rule_of_ours(name: str, severity: Severity, topic: str) -> Rule:
    """Return a rule that no policy makes, its texts in words/*topic*.json; KeyError without any."""
    told = texts(topic)[name]
    return Rule(name, severity, title=told["title"], remedy=told["remedy"], kind=Kind.QUALITY)
