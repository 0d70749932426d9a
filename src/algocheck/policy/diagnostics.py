"""What cannot be right about the facts that a policy reads, and what it holds them against."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any, TypeAlias

from algocheck.policy.ast import Node, Syntax
from algocheck.policy.fields import Fields
from algocheck.policy.value import GROUP, LISTED, Text, Value, read_as

Complain: TypeAlias = Callable[..., None]
"""Called as (check, syntax, at, **values) for what cannot be right."""

_STATES = {LISTED: ("yes", "no", "unknown"), GROUP: ("stated", "none", "unknown")}


class Diagnostics:
    """Says what is wrong on behalf of one module, the origin, and where it leads to that."""

    def __init__(self, fields: Fields, origin: Syntax, complain: Complain) -> None:
        self.in_rule = origin.package[:2] == ("algocheck", "rules")
        self._fields = fields
        self._origin = origin
        self._tell = complain
        self._site: int | None = None  # where the origin refers to what is being read

    @contextmanager
    def referred_to(self, syntax: Syntax, at: int) -> Iterator[None]:
        """While what is referred to at a place is read, take that place for its faults."""
        before = self._site
        if syntax is self._origin:
            self._site = at
        yield
        self._site = before

    def complain(self, check: str, syntax: Syntax, at: int, **values: Any) -> None:
        """Say what is wrong, at the place in the origin that leads to it."""
        if syntax is self._origin:
            self._tell(check, syntax, at, **values)
        elif self._site is not None:
            self._tell(check, self._origin, self._site, **values)

    def unknown_fact(self, path: str, syntax: Syntax, at: int) -> None:
        """Say that the schema has no *path*, with the one that was probably meant."""
        parent, dot, name = path.rpartition(".")
        near = get_close_matches(name, self._fields.parts(parent), n=1)
        if near:
            self.complain("misspelt-fact", syntax, at, path=path, near=parent + dot + near[0])
        else:
            self.complain("unknown-fact", syntax, at, path=path)

    def compare(self, one: Value, other: Value) -> None:
        """See to it that a fact can have the text it is compared with."""
        for left, right in ((one, other), (other, one)):
            for path in left.paths:
                self._compare_texts(path.rstrip("*"), right.texts)

    def _compare_texts(self, path: str, texts: Iterable[Text]) -> None:
        mark = next((mark for mark in _STATES if path.endswith(mark)), "")
        allowed = _STATES[mark] if mark else self._fields.values(path)
        for text in texts:
            if text.module != self._origin.module.path:
                continue
            if text.text == "unknown" and self.in_rule and self._fields.kind(path) == "fact":
                self._tell("compared-with-unknown", self._origin, text.at, path=path)
            elif allowed and text.text not in allowed:
                self._tell(
                    "unknown-value",
                    self._origin,
                    text.at,
                    path=path.removesuffix(mark),
                    value=text.text,
                    allowed=", ".join(allowed),
                )

    def check_collection(self, value: Value, node: Node, syntax: Syntax) -> None:
        """See to it that what is iterated over is a collection."""
        for path in value.paths:
            if self._fields.kind(path) == "fact" or path.endswith((LISTED, GROUP)):
                self.complain("no-list", syntax, node.at, path=read_as(path))

    def check_count(self, value: Value, node: Node, syntax: Syntax) -> None:
        """See to it that no letters are counted: engines differ about some of them."""
        for path in value.paths:
            if self._fields.is_free_text(path):
                self.complain("count-of-text", syntax, node.at, path=path)

    def check_path(self, node: Node, scope: Mapping[str, Value], syntax: Syntax) -> None:
        """See to it that the place of a requirement exists in the schema."""
        if node.kind != "array":
            return
        paths = {""}
        for part in node.parts:
            steps = {part.text} if part.kind == "string" else _texts(scope.get(part.text))
            if not steps and all(self._fields.kind(path) == "list" for path in paths):
                paths = {f"{path}[]" for path in paths}
            elif not steps:
                return  # a step that only evaluation knows
            else:
                paths = {f"{path}.{step}".removeprefix(".") for path in paths for step in steps}
        for path in sorted(paths):
            if path not in self._fields:
                self.unknown_fact(path, syntax, node.at)


def _texts(value: Value | None) -> set[str]:
    return {text.text for text in value.texts} if value else set()
