"""What stood in a repository then, beside what stands on disk now."""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path, PurePath

from algocheck.changed.git import Git

LARGEST = 1 << 30
"""Bytes of a file that are still compared; a larger one counts as changed."""

_PART = 1 << 20
_READ_BY_US = frozenset({".yaml", ".yml", ".json", ".toml", ".rego", ".py"})
_SHA1_DIGITS = 40
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Then:
    """The files of a repository at an earlier commit.

    Only what is the same is believed: `same` says yes of an ordinary file that had
    the same name and the same bytes. Whatever git did not keep - what it ignores, what
    lies outside the repository, in a submodule or behind a symbolic link - is not.
    """

    def __init__(
        self, top: Path, ref: str, files: Mapping[str, str], *, git: Git, current: bool
    ) -> None:
        """Take the real path of the repository, and ids of blobs by their names from there.

        An id is empty where no ordinary file stood. *current*: *ref* is what is checked out.
        """
        self.top = top
        self.ref = ref
        self.files = files
        self.current = current
        self._git = git
        self._same: dict[str, bool] = {}
        self._tops: dict[str, bool] = {}

    def same(self, path: str) -> bool:
        """Tell whether the file at the absolute *path* certainly is as it was then."""
        if path not in self._same:
            name = self.name(path)
            blob = self.files.get(name or "", "")
            self._same[path] = bool(blob) and _holds(path, blob)
        return self._same[path]

    def touched(self, path: str) -> bool:
        """Tell whether there may be a difference at *path*: was it there then, is it now."""
        return not self.same(path) and (self.existed(path) or os.path.lexists(path))

    def existed(self, path: str) -> bool:
        """Tell whether a file or folder stood at *path*, whatever the case of its letters."""
        inside = os.path.normpath(path).removeprefix(self._top_with_slash)
        return _folded(inside.replace(os.sep, "/")) in self._folded_names

    def name(self, path: str) -> str | None:
        """Return the name that git has for *path*; None outside and behind a symbolic link."""
        top = self._top_with_slash
        real = os.path.realpath(path)
        if not real.startswith(top):
            return None
        inside = real.removeprefix(top)
        written = os.path.normpath(path)
        around = written.removesuffix(inside)
        # A link that leads to the repository is of no matter; one within it may be another now.
        if around == written or not around.endswith(os.sep) or not self._is_top(around):
            return None
        return inside.replace(os.sep, "/")

    def below(self, folder: Path) -> list[str]:
        """Return the names, from *folder*, of what stood there then; empty outside."""
        within = "" if self._is_top(str(folder)) else self.name(str(folder))
        if within is None:
            return []
        start = f"{within}/" if within else ""
        return [name.removeprefix(start) for name in self.files if name.startswith(start)]

    def contents(self, names: Iterable[str]) -> Mapping[str, bytes]:
        """Return what stood in the files *names* then, without those that this clone lacks."""
        blobs = {name: self.files[name] for name in names if self.files.get(name)}
        found = self._git.contents(blobs.values())
        return {name: found[blob] for name, blob in blobs.items() if blob in found}

    def _is_top(self, folder: str) -> bool:
        if folder not in self._tops:
            self._tops[folder] = os.path.realpath(folder) == str(self.top)
        return self._tops[folder]

    @cached_property
    def _top_with_slash(self) -> str:
        return str(self.top).rstrip(os.sep) + os.sep

    @cached_property
    def _folded_names(self) -> frozenset[str]:
        names = {_folded(name) for name in self.files}
        for name in tuple(names):
            folder = name.rpartition("/")[0]
            while folder and folder not in names:
                names.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(names)


def _holds(path: str, blob: str) -> bool:
    """Tell whether the ordinary file at *path* holds what git keeps under the id *blob*."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode) and _reads(path, blob)
    except OSError:
        return False


def _reads(path: str, blob: str) -> bool:
    with open(os.open(path, _FLAGS), "rb") as file:  # noqa: PTH123 -- waits for nobody, as `fetch`
        size = os.fstat(file.fileno()).st_size
        if size > _PART:
            parts = iter(lambda: file.read(_PART), b"")
            return size <= LARGEST and _id(parts, size, blob) == blob
        content = file.read(_PART + 1)
    if _id([content], len(content), blob) == blob:
        return True
    # git may write other line endings to disk than it keeps; what we read says the same with both.
    as_kept = content.replace(b"\r\n", b"\n")
    by_us = PurePath(path).suffix.lower() in _READ_BY_US
    return by_us and as_kept != content and _id([as_kept], len(as_kept), blob) == blob


def _id(parts: Iterable[bytes], size: int, like: str) -> str:
    """Return the id that git has for *parts* of so many bytes together, in the format of *like*."""
    name = "sha1" if len(like) == _SHA1_DIGITS else "sha256"
    digest = hashlib.new(name, b"blob %d\0" % size, usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def _folded(name: str) -> str:
    # Who wrote Report.PDF on a system that sees no difference means report.pdf.
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
