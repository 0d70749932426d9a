"""Find the places where a fact is not known, as the rules read it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from algocheck.model import Path


def unknown_places(
    fact: str, facts: Mapping[str, Any], listed: Mapping[str, str]
) -> Iterator[Path]:
    """Yield where *fact* ("data.variables[].justification") is unknown in the typed *facts*.

    A list of which nothing is known is itself the place; of a list that is
    known, each entry that leaves the fact out.
    """
    yield from _places(_names(fact), facts, listed, ())


class Unknown:
    """The unknown places of one manifest; many rules ask for the same facts."""

    def __init__(self, facts: Mapping[str, Any], listed: Mapping[str, str]) -> None:
        self._facts = facts
        self._listed = listed
        self._found: dict[str, tuple[Path, ...]] = {}

    def of(self, facts: Iterable[str]) -> tuple[Path, ...]:
        """Return where *facts* are unknown, in their order."""
        places: list[Path] = []
        for fact in facts:
            found = self._found.get(fact)
            if found is None:
                found = self._found[fact] = self._find(fact)
            places += found
        return tuple(places)

    def _find(self, fact: str) -> tuple[Path, ...]:
        names = _names(fact)
        node: Any = self._facts
        if names[0] not in node:
            return (_names(fact.partition("[]")[0]),)  # the whole block is absent
        try:
            for name in names:
                node = node[name]
        except (LookupError, TypeError):  # it leads through a list
            node = None
        # Most facts are one value, known or not; only lists need a closer look.
        if node == "unknown":
            return (names,)
        if isinstance(node, str):
            return ()
        return tuple(unknown_places(fact, self._facts, self._listed))


def value_at(path: Path, document: Any) -> Any:
    """Return what stands at *path* in a JSON value, None where the path leads nowhere."""
    for step in path:
        if isinstance(document, dict):
            document = document.get(step)
        elif isinstance(document, list) and isinstance(step, int) and step < len(document):
            document = document[step]
        else:
            return None
    return document


def _places(
    names: tuple[str, ...], node: Any, listed: Mapping[str, str], path: Path
) -> Iterator[Path]:
    for number, name in enumerate(names, 1):
        if not isinstance(node, dict):
            return
        above, node = node, node.get(name)
        path = (*path, name)
        if isinstance(node, list):
            if _state(above, name, path, listed) == "unknown" and not _speaks(node):
                yield path
            elif number < len(names):
                for position, entry in enumerate(node):
                    yield from _places(names[number:], entry, listed, (*path, position))
            elif "unknown" in node:
                yield path
            return
    if node == "unknown":
        yield path


@cache
def _names(fact: str) -> tuple[str, ...]:
    return tuple(name.removesuffix("[]") for name in fact.split("."))


def _state(node: Mapping[str, Any], name: str, path: Path, listed: Mapping[str, str]) -> str:
    inner = node.get("listed")
    if isinstance(inner, Mapping) and name in inner:
        return str(inner[name])
    return listed.get(".".join(str(step) for step in path), "unknown")


def _speaks(entries: list[Any]) -> bool:
    """Whether there is an entry whose parts can be asked for."""
    return any(isinstance(entry, Mapping) for entry in entries)
