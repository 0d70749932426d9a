"""All modules of a bundle together: what a name means, and what it stands for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from algocheck.policy.ast import Definition, Node, Syntax

Name: TypeAlias = tuple[str, ...]
"""A package, or a name in it: ("algocheck", "lib", "logic", "one_of")."""


class Named(NamedTuple):
    """A name in a package, and where it is defined."""

    name: Name
    defined: tuple[tuple[Syntax, Definition], ...]


class Program:
    """Modules by package, and the data beside them."""

    def __init__(self, syntaxes: Iterable[Syntax], data: Mapping[str, Any]) -> None:
        self.syntaxes = tuple(syntaxes)
        self.data = data
        self._packages: dict[Name, dict[str, Named]] = {}
        for syntax in self.syntaxes:
            package = self._packages.setdefault(syntax.package, {})
            for definition in syntax.definitions:
                known = package.get(definition.name)
                name = (*syntax.package, definition.name)
                before = known.defined if known else ()
                package[definition.name] = Named(name, (*before, (syntax, definition)))

    def __iter__(self) -> Iterator[Named]:
        for package in self._packages.values():
            yield from package.values()

    def meaning(self, syntax: Syntax, word: str) -> Name | None:
        """Return what *word* stands for in a module: ("data", ...) or ("input", ...), or None."""
        if word in self._packages.get(syntax.package, ()):
            return ("data", *syntax.package, word)
        for each in syntax.imports:
            if each.name == word:
                return each.path
        return (word,) if word in ("data", "input") else None

    def reference(self, syntax: Syntax, node: Node) -> Name | None:
        """Return what a ref, variable or call refers to, as far as it is written out."""
        if node.kind == "call":
            word, *steps = node.text.split(".")
        elif node.kind == "ref":
            word, steps = node.parts[0].text, list(_written(node.parts[1:]))
        else:
            word, steps = node.text, []
        meaning = self.meaning(syntax, word)
        return (*meaning, *steps) if meaning else None

    def named(self, name: Name) -> Named | None:
        """Return the definition that *name*, which may go on below it, belongs to."""
        for length in range(len(name), 0, -1):
            found = self._packages.get(name[: length - 1], {}).get(name[length - 1])
            if found:
                return found
        return None

    def under(self, name: Name) -> Iterator[Named]:
        """Give every definition in the packages that begin with *name*."""
        for package, names in self._packages.items():
            if package[: len(name)] == name:
                yield from names.values()

    def holds_data(self, name: Name) -> bool:
        """Tell whether the data has something at *name*."""
        value: Any = self.data
        for step in name:
            if not isinstance(value, Mapping) or step not in value:
                return False
            value = value[step]
        return True


def _written(steps: Iterable[Node]) -> Iterator[str]:
    for step in steps:
        if step.constant is None:
            return
        yield step.constant
