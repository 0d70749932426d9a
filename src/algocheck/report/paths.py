"""Where a file stands, as services that collect reports find it: below the folder of the run."""

import posixpath
import re
from urllib.parse import quote

from algocheck.words.plain import harmless

STDIN = "<stdin>"
"""How discovery shows standard input."""

BASE = "%SRCROOT%"
"""What services call the folder of the run, which relative addresses are relative to."""

_DRIVE = re.compile("[A-Za-z]:/")


def relative(file: str, root: str) -> str:
    """Return *file* as seen from *root*, the folder of the run; what is outside stays whole.

    Both with forward slashes; an empty *root* is not known, and leaves *file* as it was given.
    """
    folder = root.rstrip("/") + "/"
    if root and ".." in file.split("/"):
        file = posixpath.normpath(file if is_absolute(file) else folder + file)
    return file.removeprefix(folder) if root else file


def is_absolute(file: str) -> bool:
    """Whether *file* says by itself where it is, on Windows or elsewhere."""
    return file.startswith("/") or _DRIVE.match(file) is not None


def uri(file: str) -> str:
    """Return the address of *file* (RFC 3986): a relative one where the path is."""
    if file == STDIN:
        return "stdin"
    path = quote(harmless(file))
    if _DRIVE.match(file):
        return f"file:///{file[0]}:{path.removeprefix(file[0] + '%3A')}"
    if file.startswith("//"):  # a share on Windows
        return f"file:{path}"
    return f"file://{path}" if file.startswith("/") else path
