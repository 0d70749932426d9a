"""Where text goes: which characters it can show there, whether in colour, and for eyes or ears."""

import codecs
import io
import os
from collections.abc import Mapping
from typing import TextIO

LEGIBLE = "algocheck.legible"
"""The name by which Python knows `_legible`."""

FORCING = ("FORCE_COLOR", "CLICOLOR_FORCE")
"""Variables by which the reader of a log asks for colour: that log shows it."""

_INSTEAD = {
    "\u00b0": "?",  # the marks of a report, one column each, as it was laid out
    "\u2020": "!",
    "\u00a7": "par.",
    "\u00b7": "-",
    "\u00d7": "x",
    "\u00df": "ss",
    "\u00e6": "ae",
    "\u00f8": "o",
    "\u0153": "oe",
    "\u2013": "-",
    "\u2014": "-",
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2022": "-",
    "\u2026": "...",
    "\u20ac": "EUR",
    "\u2192": "->",
    "\u2264": "<=",
    "\u2265": ">=",
}


def prepare(*streams: TextIO) -> None:
    """Have *streams* write what their encoding lacks in other characters, and never fail on it."""
    codecs.register_error(LEGIBLE, _legible)
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=LEGIBLE)


def for_programs(stream: TextIO) -> TextIO:
    """Return *stream* as programs expect it, unless a person looks: UTF-8, lines ended by LF."""
    if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


def in_colour(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Decide whether *stream* gets colour: a terminal does, and a log whose reader asks for it."""
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in ("", "0") for name in FORCING):
        return True
    plain = environment.get("TERM") == "dumb" or environment.get("CLICOLOR") == "0"
    return stream.isatty() and not plain


def for_the_eye(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Decide whether *stream* gets tables: a terminal does, unless it is said to be a dumb one.

    That is how whoever listens to a terminal asks for sentences; logs and pipes have them too.
    """
    return stream.isatty() and environment.get("TERM") != "dumb"


def _legible(error: UnicodeError) -> tuple[str, int]:
    """Write a character that an encoding lacks as its nearest, or else as an escape."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    shown = ""
    for character in error.object[error.start : error.end]:
        # A letter loses its accent; what only looks like a letter of ours is escaped.
        apart = unicodedata.normalize("NFD", character)
        nearest = apart[0] if len(apart) > 1 and apart[0].isascii() else _escaped(character)
        shown += _INSTEAD.get(character, nearest)
    return shown, error.end


def _escaped(character: str) -> str:
    return character.encode("ascii", "backslashreplace").decode("ascii")
