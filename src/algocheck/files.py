"""Write files whole: whatever comes between, one of the two is there, the old or the new."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Let *file* hold *content*, or leave everything as it is.

    Where the name is a link, what it points to is replaced, and not the link. Permissions
    stay, and owner and group where the system lets us. Raises OSError that names *file*.
    """
    try:
        if file.exists() and not file.is_file():
            file.write_bytes(content)  # a pipe or a device keeps nothing that could be lost
        else:
            _replace(Path(os.path.realpath(file)), content)
    except OSError as error:
        error.filename, error.filename2 = str(file), None
        raise


def _replace(file: Path, content: bytes) -> None:
    before = _status(file)
    unfinished = file.with_name(f".algocheck-{os.urandom(8).hex()}.tmp")
    try:
        with unfinished.open("xb") as stream:
            stream.write(content)
        if before:
            _make_like(before, unfinished)
        unfinished.replace(file)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _status(file: Path) -> os.stat_result | None:
    try:
        # Opened to be written: who made a file read-only meant it, and replacing would not ask.
        with file.open("r+b") as stream:
            return os.fstat(stream.fileno())
    except FileNotFoundError:
        return None


def _make_like(before: os.stat_result, file: Path) -> None:
    if sys.platform != "win32":
        for owner, group in ((before.st_uid, -1), (-1, before.st_gid)):
            with suppress(OSError):  # few may give a file away
                os.chown(file, owner, group)
    file.chmod(stat.S_IMODE(before.st_mode))
