"""Which manifests have to be checked: those that changed, and those that refer to what changed."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from algocheck.changed.references import MOST, places, references
from algocheck.changed.then import Then
from algocheck.manifest.discover import SUFFIXES, Source
from algocheck.manifest.load import load


class Narrowed(NamedTuple):
    """What is left to check."""

    sources: list[Source]
    unchanged: int  # manifests that are left out
    since: str  # as in `Report.since`


def narrow(sources: Sequence[Source], then: Then, *, skip_others: bool) -> Narrowed:
    """Leave out of *sources* the manifests of which certainly nothing changed since *then*.

    What is no manifest stays, to be counted as such; so does what cannot be read without
    faults, for nobody knows what it refers to. Raises as `load` does.
    """
    looking = _Looking(then)
    kept = []
    unchanged = 0
    for source in sources:
        manifests = looking.unchanged(source, skip_others=skip_others)
        unchanged += manifests
        if not manifests:
            kept.append(source)
    return Narrowed(kept, unchanged, then.ref)


class _Looking:
    """Names in it are those that git has for files: from the top of the repository."""

    def __init__(self, then: Then) -> None:
        self.then = then
        self.of: dict[str, tuple[str, ...] | None] = {}
        """Which paths each file that was read refers to; None where that is not certain."""
        self.clear: set[str] = set()
        """Files that refer to nothing that changed, however far one follows."""

    def unchanged(self, source: Source, *, skip_others: bool) -> int:
        """Return how many manifests *source* holds if nothing changed about them, else 0."""
        name = self.then.name(str(source.path)) if source.path else None
        if name is None or not self.then.same(str(source.path)):
            return 0
        manifests, self.of[name] = self._read(source, name, skip_others=skip_others)
        return 0 if not manifests or self._reaches_a_change(name) else manifests

    def _reaches_a_change(self, start: str) -> bool:
        waiting = [start]
        seen = {start}
        while waiting:
            name = waiting.pop()
            if name in self.clear:
                continue
            referred = self._of(name)
            if referred is None or any(map(self.then.touched, referred)):
                return True
            further = {self.then.name(each) for each in referred if self.then.same(each)}
            for each in further - seen:
                if each and PurePath(each).suffix.lower() in SUFFIXES:
                    waiting.append(each)
                    seen.add(each)
        self.clear |= seen
        return False

    def _of(self, name: str) -> tuple[str, ...] | None:
        if name not in self.of:
            found = Source(name, self.then.top / name, named=False)
            _, self.of[name] = self._read(found, name, skip_others=True)
        return self.of[name]

    def _read(
        self, source: Source, name: str, *, skip_others: bool
    ) -> tuple[int, tuple[str, ...] | None]:
        """Return how many manifests a file holds, and what they refer to, as in `of`."""
        documents = load(source, skip_others=skip_others).documents
        if any(document.broken or document.faults for document in documents):
            return len(documents), None
        found = list(references([document.value for document in documents]))
        if len(found) > MOST:
            return len(documents), None
        # Also from the top: people write paths as they see them in the repository.
        folders = (str((self.then.top / name).parent), str(self.then.top))
        paths = (path for each in found for path in places(each, *folders))
        return len(documents), tuple(dict.fromkeys(paths))
