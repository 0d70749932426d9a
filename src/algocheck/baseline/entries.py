"""What a baseline holds."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from algocheck.model import BundleName, Finding, Question, Severity, fingerprint_of


class Entry(NamedTuple):
    """One finding or question that was open."""

    manifest: str  # as in `Finding.manifest`
    rule: str  # as in `Finding.name`: a rule's id, or question/<fact>
    subject: str  # as in `Finding.subject`
    severity: Severity
    since: str  # ISO: the day on which it was put in
    times: int = 1  # how many points have this name: entries of a list may be equal
    rules: tuple[str, ...] = ()  # of a question: the ids of the rules that waited for the answer
    reason: str = ""  # why it was put in after the baseline was made

    @property
    def place(self) -> str:
        """Where it stands, as in `Finding.place`."""
        return self.subject.rpartition("#")[0]

    @property
    def fingerprint(self) -> str:
        """The name of the point, as in `Finding.fingerprint`."""
        return fingerprint_of(self.rule, self.manifest, self.subject)


class Baseline(NamedTuple):
    """The entries, by manifest, rule and subject, and where they were read."""

    made: str  # ISO day
    bundles: tuple[BundleName, ...]  # of the last check that wrote it
    entries: tuple[Entry, ...]
    namesakes: Mapping[str, int] = {}  # how many manifests share a name, where it is more than one
    file: str = ""  # as shown to people
    lines: Mapping[str, int] = {}  # by fingerprint, from 1

    @property
    def manifests(self) -> int:
        """How many manifests it knows a point of."""
        return sum(self.namesakes.get(name, 1) for name in {e.manifest for e in self.entries})

    @property
    def points(self) -> int:
        """How many points it covers."""
        return sum(entry.times for entry in self.entries)


def entry_of(point: Finding | Question, since: str, reason: str = "") -> Entry:
    """Return the entry that covers *point*."""
    rules = point.rules if isinstance(point, Question) else ()
    return Entry(
        manifest=point.manifest,
        rule=point.name,
        subject=point.subject,
        severity=point.severity,
        since=since,
        rules=tuple(sorted(rule.id for rule in rules)),
        reason=reason,
    )


def merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return *entries* in the order of the file, those of one name counted together.

    The oldest of them gives the day; a reason that any of them has is kept.
    """
    found: dict[str, Entry] = {}
    for entry in entries:
        known = found.setdefault(entry.fingerprint, entry)
        if known is not entry:
            found[entry.fingerprint] = known._replace(
                times=known.times + entry.times,
                severity=max(known.severity, entry.severity),
                since=min(known.since, entry.since),
                rules=tuple(sorted({*known.rules, *entry.rules})),
                reason=known.reason or entry.reason,
            )
    return tuple(sorted(found.values(), key=lambda entry: entry[:3]))
