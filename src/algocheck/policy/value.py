"""What an expression may stand for: facts, and texts that are written out."""

from collections.abc import Iterable
from functools import reduce
from typing import NamedTuple

LISTED = "?listed"
GROUP = "?group"


class Text(NamedTuple):
    """A text that a module writes out, and where."""

    module: str
    at: int
    text: str


class Value(NamedTuple):
    """Everything an expression may be, as far as facts and written texts are concerned.

    A path names a fact, group, list or entry (data.variables[]). The state of a
    list or group has a mark behind it; a collection that a policy made of facts
    ends in "*".
    """

    paths: frozenset[str] = frozenset()
    texts: frozenset[Text] = frozenset()

    def __or__(self, other: "Value") -> "Value":
        return Value(self.paths | other.paths, self.texts | other.texts)

    def collected(self) -> "Value":
        """Return a collection of which this is an element."""
        return Value(frozenset(map(_wrapped, self.paths)), self.texts)

    def element(self) -> "Value":
        """Return an element of this collection."""
        return Value(frozenset(map(_unwrapped, self.paths)), self.texts)


NOTHING = Value()


def fact(path: str) -> Value:
    """Return what stands for the fact at *path*."""
    return Value(frozenset({path}))


def any_of(values: Iterable[Value]) -> Value:
    """Return what may be any of *values*."""
    return reduce(Value.__or__, values, NOTHING)


def read_as(path: str) -> str:
    """Return the fact that is asked for when *path* is read: a list, not its nth text."""
    while path.endswith(("*", "[]", LISTED, GROUP)):
        for mark in ("*", "[]", LISTED, GROUP):
            path = path.removesuffix(mark)
    return path


def _wrapped(path: str) -> str:
    return path.removesuffix("[]") if path.endswith("[]") else f"{path}*"


def _unwrapped(path: str) -> str:
    return path.removesuffix("*") if path.endswith("*") else f"{path}[]"
