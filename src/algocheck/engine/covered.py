"""How much of a module was evaluated."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Covered:
    """What was evaluated of one module; lines count from 1, those without code are in neither."""

    path: str
    lines: frozenset[int]
    missed: frozenset[int]
