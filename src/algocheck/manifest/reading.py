"""What reading YAML and reading JSON have in common: faults with their place, limits, keys."""

import math
from typing import Any

from algocheck.manifest import limits
from algocheck.manifest.document import Document
from algocheck.manifest.faults import fault
from algocheck.manifest.places import Lines, Places, Tree, pointer
from algocheck.model import Finding, Location
from algocheck.words import Message, message

_BITS = 64
_TOO_BIG = 2 ** (_BITS - 1)


class Broken(Exception):  # noqa: N818 -- no error of ours: the fault is already noted
    """The rest of the document cannot be read."""


class Reading:
    """One document while it is being read."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.lines = Lines(text)
        self.begin(1)

    def begin(self, number: int) -> None:
        """Begin the document *number* of the text."""
        self.number = number
        self.path: list[str | int] = []
        self.faults: list[Finding] = []
        self.nodes = 0
        self.deepest = 0

    def done(self, value: Any, tree: Tree) -> Document:
        """Return the document that was read."""
        places = Places(self.lines, tree)
        return Document(self.file, self.number, value, places, tuple(self.faults))

    def broken(self) -> Document:
        """Return the document that could not be read."""
        places = Places(self.lines)
        return Document(self.file, self.number, None, places, tuple(self.faults), broken=True)

    def note(self, rule: str, offset: int, problem: Message, found: Any = None) -> None:
        """Add a fault at *offset*, about the value that is being read."""
        path = tuple(self.path)
        location = Location(self.file, *self.lines.at(offset), pointer(path), self.number)
        self.faults.append(fault(rule, location, problem, path=path, found=found))

    def break_at(self, rule: str, offset: int, problem: Message) -> Broken:
        """Add a fault that leaves nothing to read, and return what to raise."""
        self.note(rule, offset, problem)
        return Broken()

    def count(self, offset: int, more: int = 1) -> None:
        """Count *more* keys, values and blocks; raises `Broken` at the limit, of faults as well."""
        self.nodes += more
        if self.nodes > limits.NODES:
            problem = message("reading.nodes", most=limits.NODES)
            raise self.break_at("reading/too-large", offset, problem)
        if len(self.faults) >= limits.FAULTS:
            problem = message("reading.faults", most=limits.FAULTS)
            raise self.break_at("reading/too-large", offset, problem)

    def reach(self, offset: int, depth: int) -> None:
        """Go *depth* blocks deep; raises `Broken` at the limit."""
        self.deepest = max(self.deepest, depth)
        if depth > limits.DEPTH:
            problem = message("reading.depth", most=limits.DEPTH)
            raise self.break_at("reading/too-large", offset, problem)

    def repeated(self, key: str, offset: int, first: int) -> None:
        """Add the fault of a *key* that stands at *first* already; neither counts."""
        self.path.append(key)
        problem = message("reading.duplicate-key", key=key, line=self.lines.at(first)[0])
        self.note("reading/duplicate-key", offset, problem, found=key)
        self.path.pop()

    def number_of(self, value: float, written: str, offset: int) -> int | float | None:
        """Return *value*, or None and a fault where JSON has no such number."""
        if not math.isfinite(value):
            problem = message("reading.not-finite", written=_short(written))
        elif isinstance(value, int) and not -_TOO_BIG <= value < _TOO_BIG:
            problem = message("reading.big-number", written=_short(written), bits=_BITS)
        else:
            return value
        self.note("reading/not-json", offset, problem, found=_short(written))
        return None

    def key_of(self, key: str, offset: int) -> str | None:
        """Return *key*, or None and a fault where it holds letters that only look like ours."""
        if key.isascii():
            return key
        character = _pretender(key)
        if character is None:
            return key
        problem = message("reading.lookalike", key=key, code=f"U+{ord(character):04X}")
        self.note("reading/forbidden-character", offset, problem, found=key)
        return None


def _pretender(key: str) -> str | None:
    import unicodedata

    for character in key:
        if character.isascii():
            continue
        invisible = unicodedata.category(character) in {"Cf", "Cn", "Co", "Zs"}
        foreign = character.isalnum() and not unicodedata.name(character, "").startswith("LATIN ")
        if invisible or foreign:
            return character
    return None


def _short(written: str, most: int = 40) -> str:
    return written if len(written) <= most else written[:most] + "..."
