"""Make what others wrote safe to show: no terminal obeys it, and no reader overlooks it.

What can be shown is for Python to say (`str.isprintable`). No control can, no mark that turns
the direction of a line, no half of a surrogate pair, and no space but the ordinary one.
"""

import json
import re

_SPACE = re.compile(r"\s")


def written_out(text: str) -> str:
    r"""Write each character that cannot be shown as its escape in Python: ``\x1b``, ``\u202e``.

    For names, paths and values: of two that hold no backslash, and differ, no reader is shown
    the same. At most ten times as long.
    """
    if text.isprintable():
        return text
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode("ascii")
        for each in text
    )


def harmless(text: str) -> str:
    """Return *text* as `written_out` does, each space and line end an ordinary space: for prose."""
    return text if text.isprintable() else written_out(_SPACE.sub(" ", text))


def on_one_line(text: str, longest: int) -> str:
    """Return *longest* characters at most of *text* as `written_out` does, its gaps one space.

    For what a program said: of a text with anything in it, something is shown.
    """
    # No character gets shorter by being written out, so the first cut loses nothing.
    return written_out(" ".join(text.split())[:longest])[:longest]


def escaped_json(written: str) -> str:
    """Escape in a JSON text what cannot be shown; it says the same, on the same lines."""
    if written.isprintable():
        return written
    return "".join(
        each if each.isprintable() or each == "\n" else json.dumps(each)[1:-1] for each in written
    )
