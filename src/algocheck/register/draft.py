"""The manifest that a record is becoming, and where each of its values came from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from algocheck.manifest.schema import fields
from algocheck.register.values import as_found, distinct


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One field of a record: its own name for it, and what stands there."""

    key: str
    value: Any
    is_empty: bool = False


@dataclass(slots=True)
class Draft:
    """Facts by the path they will have, and all else that the record said.

    A cell that no fact was taken from ends in *original*: nothing is lost
    because somebody forgot a field.
    """

    facts: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, list[str]] = field(default_factory=dict)
    original: dict[str, Any] = field(default_factory=dict)
    used: set[Cell] = field(default_factory=set)
    # What is listed, kept apart: a record may list thousands.
    _listed: set[tuple[object, ...]] = field(default_factory=set)
    _parts: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))

    def state(self, path: str, value: Any, cell: Cell) -> bool:
        """State the fact at *path*, and tell whether *value* now stands there.

        It does not where there is no value, or another cell stated something else.
        """
        if not value or self.facts.setdefault(path, value) != value:
            return False
        self.came_from(path, cell)
        return True

    def add(self, path: str, entry: Mapping[str, str], cell: Cell) -> None:
        """Add *entry* to the list at *path*, without its empty parts, unless it is there."""
        entry = {name: value for name, value in entry.items() if value}
        self.came_from(path, cell)
        if (path, *entry.items()) in self._listed:
            return
        self._listed.add((path, *entry.items()))
        self.facts.setdefault(path, []).append(entry)
        for part, value in entry.items():
            self._parts[path, part].add(value.casefold())

    def came_from(self, path: str, cell: Cell) -> None:
        """Note that what stands at *path* came from *cell*, perhaps among others."""
        self.used.add(cell)
        sources = self.sources.setdefault(path, [])
        if cell.key not in sources:
            sources.append(cell.key)

    def keep(self, key: str, value: Any) -> None:
        """Keep *value* as it was found."""
        self.original[distinct(key, self.original)] = as_found(value)

    def part_of(self, path: str, part: str) -> set[str]:
        """Return what the entries of the list at *path* state as *part*, in lower case."""
        return self._parts[path, part]

    def nested(self) -> dict[str, Any]:
        """Return the facts as a manifest nests them, in the order of the schema."""
        manifest: dict[str, Any] = {}
        for path, value in in_order(self.facts):
            *groups, name = path.split(".")
            group = manifest
            for step in groups:
                group = group.setdefault(step, {})
            group[name] = value
        return manifest


def in_order(facts: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield *facts* by path, in the order of the schema."""
    return ((path, facts[path]) for path in fields() if path in facts)
