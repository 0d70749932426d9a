"""Know where every key and every value of a document stands, at hardly any cost until asked."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from algocheck.model import Path

Tree: TypeAlias = "int | tuple[int, dict[str, tuple[int, Tree]] | list[Tree]]"
"""Where a value begins, counted in characters from 0; with it, of a mapping or a list, its parts.

A mapping's parts are, by key, where the key begins and the tree of its value.
"""

_LINE = re.compile("\n")


class Lines:
    """Turn offsets in a text into lines and columns, counted at the first question."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of *offset*, both from 1; columns count characters."""
        if not self._starts:
            self._starts = [0, *(line.end() for line in _LINE.finditer(self._text))]
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Places(NamedTuple):
    """The places of one document."""

    lines: Lines
    tree: Tree = 0

    def of_key(self, path: Path) -> tuple[int, int]:
        """Return line and column of the last key of *path*, or of the element it counts to.

        Of what is not there: of the nearest block around it that is.
        """
        offset, _, _ = self._follow(path)
        return self.lines.at(offset)

    def of_value(self, path: Path) -> tuple[int, int]:
        """Return line and column of the value at *path*; as `of_key` of what is not there."""
        offset, tree, whole = self._follow(path)
        return self.lines.at(start(tree) if whole else offset)

    def _follow(self, path: Path) -> tuple[int, Tree, bool]:
        tree = self.tree
        offset = start(tree)
        for step in path:
            parts = None if isinstance(tree, int) else tree[1]
            if isinstance(parts, dict) and step in parts:
                offset, tree = parts[str(step)]
            elif isinstance(parts, list) and isinstance(step, int) and 0 <= step < len(parts):
                tree = parts[step]
                offset = start(tree)
            else:
                return offset, tree, False
        return offset, tree, True


def start(tree: Tree) -> int:
    """Return where a value begins."""
    return tree if isinstance(tree, int) else tree[0]


@lru_cache(maxsize=4096)  # many manifests lack the same keys
def pointer(path: Path) -> str:
    """Write *path* as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
