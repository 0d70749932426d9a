"""Repeat what an alias repeats, within bounds: a few hundred bytes can stand for gigabytes."""

from collections.abc import Callable
from typing import Any, NamedTuple

from algocheck.manifest import limits
from algocheck.manifest.places import Tree
from algocheck.manifest.scalar_reading import ScalarReading
from algocheck.words import message


class Anchor(NamedTuple):
    """A value that got a name, and how much of it there is with all aliases resolved."""

    value: Any
    tree: Tree
    nodes: int
    characters: int
    height: int  # blocks within it


class AnchorReading(ScalarReading):
    """A YAML document while it is being read, as far as its anchors and aliases go."""

    def begin(self, number: int) -> None:
        """Begin the document *number*; names do not reach from one into the next."""
        super().begin(number)
        self.anchors: dict[str, Anchor | None] = {}  # None while its block is open
        self.characters = 0
        self.depth = 0

    def anchored(self, name: str, read: Callable[[], tuple[Any, Tree]]) -> tuple[Any, Tree]:
        """Return the block that *read* reads, and keep it by its *name*."""
        outer, self.deepest = self.deepest, self.depth
        nodes, characters = self.nodes - 1, self.characters
        self.anchors[name] = None
        value, tree = read()
        if self.anchors[name] is None:  # a part of it may have taken the same name since
            size = self.nodes - nodes, self.characters - characters
            self.anchors[name] = Anchor(value, tree, *size, self.deepest - self.depth)
        self.deepest = max(outer, self.deepest)
        return value, tree

    def alias(self, name: str, at: int) -> tuple[Any, Tree]:
        """Return what has the *name*, placed where the alias stands."""
        anchor = self.anchors.get(name)
        if anchor is None:
            key = "reading.recursive" if name in self.anchors else "reading.no-anchor"
            self.note("reading/alias", at, message(key, name=name), found="*" + name)
            return None, at
        self.characters += anchor.characters
        if self.nodes + anchor.nodes > limits.NODES or self.characters > limits.CHARACTERS:
            raise self.break_at("reading/alias", at, message("reading.bomb", name=name))
        self.count(at, anchor.nodes)
        self.reach(at, self.depth + anchor.height)
        return anchor.value, at if isinstance(anchor.tree, int) else (at, anchor.tree[1])
