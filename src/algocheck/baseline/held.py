"""Which points does a baseline cover? Each entry counts once for every point that it has seen."""

from collections import defaultdict
from collections.abc import Iterable

from algocheck.baseline.entries import Entry
from algocheck.model import Finding, Question

BREAKING = frozenset(
    {
        *("reading/cannot-open", "reading/unreadable", "reading/not-a-manifest"),
        *("reading/encoding", "reading/too-large"),
        *("schema/no-identity", "schema/other-version"),
    }
)
"""Faults that leave nothing to check: whoever has one knows nothing about the rest."""


class Held:
    """The entries that count, while the points of a run are held against them."""

    def __init__(self, entries: Iterable[Entry], never: frozenset[str]) -> None:
        self._never = never
        self.left: dict[str, int] = {}
        """How many points each entry still covers, by fingerprint."""
        self.rules_now: dict[str, set[str]] = defaultdict(set)
        """The rules that wait today for the answer to each question that was seen."""
        self.followed: list[Question] = []
        """Covered without an entry: what is asked next about rules that were not shown before."""
        self._places: set[tuple[str, str, str]] = set()
        self._waiting: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            if self.admits(entry.rule):
                self.left[entry.fingerprint] = entry.times
                self._places.add((entry.manifest, entry.rule, entry.place))
                self._waiting[entry.manifest].update(entry.rules)

    def admits(self, name: str) -> bool:
        """Whether a baseline may hold what is called *name*.

        A question may be held whichever rules wait for it: that something is not known
        is no breach of them yet, and as soon as it is one, it is a finding.
        """
        return name not in self._never and name not in BREAKING

    def covers(self, point: Finding | Question) -> bool:
        """Tell whether *point* was known, and count it."""
        if isinstance(point, Question):
            return self._covers_question(point)
        return self._count(point.fingerprint)

    def more_rules(self, question: Question) -> list[str]:
        """Return the rules that wait for the answer, and waited for none before."""
        waited = self._waiting.get(question.manifest, set())
        return sorted({rule.id for rule in question.rules} - waited)

    def _covers_question(self, question: Question) -> bool:
        """Tell whether all that waits for the answer waited for one before."""
        if self.more_rules(question):
            return False
        if self._count(question.fingerprint):
            self.rules_now[question.fingerprint] |= {rule.id for rule in question.rules}
            return True
        place = (question.manifest, question.name, question.place)
        in_a_list = any(isinstance(step, int) for step in question.path)
        # Another entry of a list is another thing; other content in the same place is too.
        if in_a_list or place in self._places:
            return False
        self.followed.append(question)
        return True

    def _count(self, fingerprint: str) -> bool:
        left = self.left.get(fingerprint, 0)
        if left:
            self.left[fingerprint] = left - 1
        return left > 0
