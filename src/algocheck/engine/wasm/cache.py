"""Machine code that was compiled before, in a folder that only its owner can write.

Who loads such code runs it. So it is taken from nowhere else: not from a folder or
file that somebody else owns or may write to, and not where it is not whole.
"""

import contextlib
import hashlib
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

KEPT = 8
"""Compiled forms; beyond that, those that were made first are removed."""

SUFFIX = ".cwasm"


def load(folder: Path, name: str) -> bytes | None:
    """Return what was saved as *name*; None where it is not there, not whole or not safe."""
    # No link is followed, and nothing is waited for.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0)
    try:
        if not _ours(folder.stat(), stat.S_ISDIR):
            return None
        with os.fdopen(os.open(folder / (name + SUFFIX), flags), "rb") as file:
            if not _ours(os.fstat(file.fileno()), stat.S_ISREG):
                return None
            digest = file.read(hashlib.sha256().digest_size)
            code = file.read()
    except OSError:
        return None
    return code if _digest(name, code) == digest else None


def save(folder: Path, name: str, code: bytes) -> None:
    """Keep *code* as *name*, whole or not at all; where it cannot be kept nothing is said."""
    # Imported here: it is needed once, and takes longer than reading what it wrote.
    import tempfile

    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _ours(folder.stat(), stat.S_ISDIR):
            return
        number, unfinished = tempfile.mkstemp(dir=folder)  # for us alone to read and write
        try:
            with os.fdopen(number, "wb") as file:
                file.write(_digest(name, code) + code)
            Path(unfinished).replace(folder / (name + SUFFIX))
        except BaseException:
            with contextlib.suppress(OSError):
                Path(unfinished).unlink()
            raise
        _prune(folder)


def _digest(name: str, code: bytes) -> bytes:
    return hashlib.sha256(name.encode() + code).digest()


def _prune(folder: Path) -> None:
    kept = sorted(folder.glob(f"*{SUFFIX}"), key=lambda file: file.stat().st_mtime)
    for file in kept[:-KEPT]:
        file.unlink(missing_ok=True)


def _ours(found: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    if not is_kind(found.st_mode):
        return False
    if sys.platform == "win32":  # has no such owners: what is in a user's folder is the user's
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
