"""Fetch the bytes of one file: never more than a manifest can have, never waiting for any."""

import errno
import os
import stat
from pathlib import Path

from algocheck.errors import reason
from algocheck.manifest import limits
from algocheck.words import Message, message

# A pipe that takes the file's place between the look and the opening must not hold us up.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_KINDS = (
    (stat.S_ISDIR, "directory"),
    (stat.S_ISFIFO, "pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)
_PROBLEMS = {
    errno.ENOENT: "gone",
    errno.ELOOP: "loop",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
}


def fetch(path: Path) -> bytes | Message:
    """Return the content of *path*, or why it cannot be read.

    Of a file that is too large, the content is one byte longer than the limit.
    """
    try:
        strange = _not_a_file(path.stat().st_mode)
        return strange or _read(path)
    except OSError as error:
        if error.errno == errno.ENOENT and path.is_symlink():
            return message("reading.dangling")
        name = _PROBLEMS.get(error.errno or 0)
        if name is None:
            return message("reading.system", reason=reason(error))
        return message(f"reading.{name}")


def _read(path: Path) -> bytes | Message:
    handle = os.open(path, _FLAGS)
    try:
        state = os.fstat(handle)
        strange = _not_a_file(state.st_mode)
        if strange:
            return strange
        content = b""
        while len(content) <= limits.BYTES:
            # The size is a hint: a file may grow, and some report none.
            wanted = min(max(state.st_size, 4096), limits.BYTES) + 1 - len(content)
            more = os.read(handle, max(wanted, 1))
            if not more:
                break
            content += more
        return content
    finally:
        os.close(handle)


def _not_a_file(mode: int) -> Message | None:
    for is_kind, name in _KINDS:
        if is_kind(mode):
            return message(f"reading.{name}")
    return None
