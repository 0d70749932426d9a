"""Find the files that may be manifests: those that are named, and those in directories."""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from algocheck.errors import UsageError
from algocheck.words.plain import written_out

SUFFIXES = frozenset({".yaml", ".yml", ".json"})
STDIN = "-"


class Source(NamedTuple):
    """Something to read."""

    file: str  # as shown to people: as it was given, with forward slashes, printable
    path: Path | None  # None: standard input
    named: bool  # given itself, not found in a directory
    content: bytes | None = None  # of standard input, filled in by who reads it


def discover(paths: Sequence[str], *, root: Path) -> Iterator[Source]:
    """Find the sources at *paths*, each file once, in the same order at every run.

    Relative paths are taken from *root*; ``-`` is standard input. In a directory: files with
    one of `SUFFIXES`, in all directories within, hidden ones not. Links are followed after
    everything else, so that a file is shown by its own name, and never back to where the
    walk came from. What cannot be listed is a source too, so that its fault is told.
    Raises `UsageError`, at once, for a path that does not exist.
    """
    for given in paths:
        if given != STDIN and not os.path.lexists(root / given):
            raise UsageError("reading.no-such-path", path=printable(given))
    return _Walk(paths, root).sources()


class _Walk:
    def __init__(self, paths: Sequence[str], root: Path) -> None:
        self.paths = paths
        self.root = root
        self.seen: set[str] = set()
        """Real paths of what was found and of the directories that were walked."""
        self.files = {
            given: os.path.realpath(root / given)
            for given in paths
            if given != STDIN and not _is_directory(root / given)
        }
        self.named = frozenset(self.files.values())

    def sources(self) -> Iterator[Source]:
        for given in self.paths:
            if given == STDIN:
                if self._is_new(STDIN):
                    yield Source("<stdin>", None, named=True)
            elif given in self.files:
                yield from self._file(PurePath(given), self.files[given])
            else:
                yield from self._directory(PurePath(given), os.path.realpath(self.root / given))

    def _directory(self, given: PurePath, real: str) -> Iterator[Source]:
        """Yield what is in a directory that is shown as *given*, and behind the links in it."""
        start = Path(real)
        directories = [(given, real)]
        links: deque[PurePath] = deque()
        while directories or links:
            if directories:
                yield from self._list(*directories.pop(), directories, links)
                continue
            link = links.popleft()
            real = os.path.realpath(self.root / link)
            if not _is_directory(self.root / link):
                if _has_suffix(link.name):
                    yield from self._file(link, real)
            elif not start.is_relative_to(real):
                directories.append((link, real))

    def _list(
        self,
        shown: PurePath,
        real: str,
        directories: list[tuple[PurePath, str]],
        links: deque[PurePath],
    ) -> Iterator[Source]:
        """Yield the files of one directory, and add what else is in it to what is to be walked."""
        if not self._is_new(real):
            return
        try:
            with os.scandir(real) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError:
            yield Source(printable(shown), self.root / shown, named=False)
            return
        within = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                links.append(shown / entry.name)
            elif entry.is_dir():
                within.append((shown / entry.name, entry.path))
            elif _has_suffix(entry.name):
                yield from self._file(shown / entry.name, entry.path)
        directories += reversed(within)

    def _file(self, shown: PurePath, real: str) -> Iterator[Source]:
        if self._is_new(real):
            yield Source(printable(shown), self.root / shown, named=real in self.named)

    def _is_new(self, real: str) -> bool:
        if real in self.seen:
            return False
        self.seen.add(real)
        return True


def printable(path: str | PurePath) -> str:
    """Show *path* with forward slashes, and what no terminal should be sent as an escape."""
    return written_out(PurePath(path).as_posix())


def _is_directory(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # it cannot be looked at, which reading it will tell


def _has_suffix(name: str) -> bool:
    return PurePath(name).suffix.lower() in SUFFIXES
