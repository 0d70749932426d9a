"""How much of the policies was evaluated, as the engine counts it.

A line counts when a statement or a value on it was evaluated, whatever came of it:
a condition that was only ever false is covered, what stands behind it is missed.
Asking for anything in a package evaluates all its rules, those that no test is about
too; functions only when they are called. Lines that hold constants alone, such as
the answer after `else :=`, are not counted. OPA counts those lines, and so tells
another percentage; it calls a condition that was never true missed, and a
comprehension covered as a whole, where here its body is looked at. The shipped
policies showed no further difference. So what is missed deserves a test; that nothing
is missed shows that every branch was entered, not that every answer was compared.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Covered(NamedTuple):
    """What was evaluated of one module; lines count from 1, those without code are in neither."""

    path: str
    lines: frozenset[int]
    missed: frozenset[int]

    @staticmethod
    def union(parts: Iterable["Covered"]) -> tuple["Covered", ...]:
        """Join what several engines evaluated of the same modules, by path."""
        lines: dict[str, frozenset[int]] = {}
        missed: dict[str, frozenset[int]] = {}
        for part in parts:
            lines[part.path] = lines.get(part.path, frozenset()) | part.lines
            missed[part.path] = missed.get(part.path, frozenset()) | part.missed
        return tuple(
            Covered(path, lines[path], missed[path] - lines[path]) for path in sorted(lines)
        )


def percentage(covered: Iterable[Covered]) -> float:
    """Return how many in a hundred lines were evaluated; 0 of none."""
    parts = tuple(covered)
    lines = sum(len(part.lines) for part in parts)
    missed = sum(len(part.missed) for part in parts)
    return 100 * lines / (lines + missed) if lines + missed else 0.0
