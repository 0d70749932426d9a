"""What a policy sees of the facts: which it reads, and what it holds them against."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeAlias

from algocheck.policy.ast import Node, Syntax
from algocheck.policy.fields import Fields
from algocheck.policy.program import Name
from algocheck.policy.value import GROUP, LISTED, NOTHING, Text, Value, fact, read_as

Complain: TypeAlias = Callable[..., None]
"""Called as (check, syntax, at, **values) for what cannot be right."""

_STATES = {LISTED: ("yes", "no", "unknown"), GROUP: ("stated", "none", "unknown")}


class Sight:
    """Facts seen on behalf of one module, the origin; those that are read gather in `reads`."""

    def __init__(self, fields: Fields, origin: Syntax, complain: Complain) -> None:
        self.reads: set[str] = set()
        self.origin = origin
        self.site: int | None = None  # where the origin calls what is being read elsewhere
        self._fields = fields
        self._in_rule = origin.package[:2] == ("algocheck", "rules")
        self._tell = complain

    def complain(self, check: str, syntax: Syntax, at: int, **values: Any) -> None:
        """Say what is wrong, at the place in the origin that leads to it."""
        if syntax is self.origin:
            self._tell(check, syntax, at, **values)
        elif self.site is not None:
            self._tell(check, self.origin, self.site, **values)

    def record(self, value: Value) -> Value:
        """Note the facts and lists in *value*; a group or entry is read when its parts are."""
        for path in value.paths:
            if self._fields.kind(path.rstrip("*")) not in ("group", "entry"):
                self.reads.add(read_as(path))
        return value

    def escape(self, value: Value) -> None:
        """Note all that *value* is made of: it leaves our sight."""
        for path in value.paths:
            bare = path.rstrip("*")
            if self._fields.kind(bare) in ("group", "entry"):
                self.reads.update(self._fields.below(bare))

    def step(self, path: str, step: Node, syntax: Syntax) -> Value:
        """Go one step down from *path*."""
        key = step.constant
        kind = self._fields.kind(path)
        if kind == "list":
            self.reads.add(path)
        if path.endswith("*") or (kind == "list" and key is None):
            return fact(path).element()
        if path.endswith("[].listed"):
            return fact(f"{path.removesuffix('listed')}{key}{LISTED}")
        if kind in ("group", "entry"):
            if key is None:
                self.complain("fact-by-variable", syntax, step.at, path=path or "m")
                self.escape(fact(path))
                return NOTHING
            below = f"{path}.{key}".removeprefix(".")
            if below in self._fields or (kind == "entry" and key == "listed"):
                return fact(below)
            self.unknown_fact(below, syntax, step.at)
            return NOTHING
        self.unknown_fact(f"{path}.{key or '...'}", syntax, step.at)
        return NOTHING

    def unknown_fact(self, path: str, syntax: Syntax, at: int) -> None:
        """Say that the schema has no *path*, with the one that was probably meant."""
        parent, dot, name = path.rpartition(".")
        near = get_close_matches(name, self._fields.parts(parent), n=1)
        if near:
            self.complain("misspelt-fact", syntax, at, path=path, near=parent + dot + near[0])
        else:
            self.complain("unknown-fact", syntax, at, path=path)

    def state(self, name: Name, syntax: Syntax, at: int) -> Value:
        """Return the state of a list or group: facts.listed["data.variables"]."""
        mark, kind = (LISTED, "list") if name[0] == "listed" else (GROUP, "group")
        path = name[1] if len(name) > 1 else ""
        if not path and not self._in_rule:
            return NOTHING  # all states at once: only a rule must say which it reads
        if not path or self._fields.kind(path) != kind or "[]" in path:
            self.complain("unknown-state", syntax, at, path=path or "...", kind=kind)
            return NOTHING
        return fact(path + mark)

    def compare(self, one: Value, other: Value) -> None:
        """See to it that a fact can have the text it is compared with."""
        for left, right in ((one, other), (other, one)):
            for path in left.paths:
                self._compare_texts(path.rstrip("*"), right.texts)

    def _compare_texts(self, path: str, texts: Iterable[Text]) -> None:
        mark = next((mark for mark in _STATES if path.endswith(mark)), "")
        allowed = _STATES[mark] if mark else self._fields.values(path)
        for text in texts:
            if text.module != self.origin.module.path:
                continue
            if text.text == "unknown" and self._in_rule and self._fields.kind(path) == "fact":
                self._tell("compared-with-unknown", self.origin, text.at, path=path)
            elif allowed and text.text not in allowed:
                self._tell(
                    "unknown-value",
                    self.origin,
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
