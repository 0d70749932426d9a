"""What a policy sees of the facts: which it reads, and what it finds below them."""

from collections.abc import Iterable

from algocheck.policy.ast import Node, Syntax
from algocheck.policy.diagnostics import Diagnostics
from algocheck.policy.fields import Fields
from algocheck.policy.value import GROUP, LISTED, NOTHING, Value, any_of, fact, read_as


class Sight:
    """Facts seen on behalf of one module; those that are read gather in `reads`."""

    def __init__(self, fields: Fields, diagnostics: Diagnostics) -> None:
        self.reads: set[str] = set()
        self._fields = fields
        self._diagnostics = diagnostics

    def record(self, value: Value) -> Value:
        """Note the facts and lists in *value*; a group or entry is read when its parts are."""
        for path in value.paths:
            if self._fields.kind(path.rstrip("*")) not in ("group", "entry"):
                self.reads.add(read_as(path))
        return value

    def escape(self, *values: Value) -> Value:
        """Note all that *values* are made of: they leave our sight, and `NOTHING` is left."""
        for path in any_of(values).paths:
            bare = path.rstrip("*")
            if self._fields.kind(bare) in ("group", "entry"):
                self.reads.update(self._fields.below(bare))
        return NOTHING

    def below(self, value: Value, steps: Iterable[Node], syntax: Syntax) -> Value:
        """Return what stands *steps* down from *value*."""
        for step in steps:
            value = any_of(self._step(path, step, syntax) for path in value.paths)
        return value

    def state(self, kind: str, path: str, syntax: Syntax, at: int) -> Value:
        """Return the state of the list or group at *path*, which is empty if not written out."""
        if not path and not self._diagnostics.in_rule:
            return NOTHING  # only a rule must say which it reads
        if not path or self._fields.kind(path) != kind or "[]" in path:
            self._diagnostics.complain(f"unknown-{kind}", syntax, at, path=path or "...")
            return NOTHING
        return self.record(fact(path + (LISTED if kind == "list" else GROUP)))

    def _step(self, path: str, step: Node, syntax: Syntax) -> Value:
        key, kind = step.constant, self._fields.kind(path)
        if kind == "list":
            self.reads.add(path)
        if path.endswith("*") or (kind == "list" and key is None):
            return fact(path).element()
        if path.endswith("[].listed"):
            return self._state_in_entry(path.removesuffix("listed"), step, syntax)
        if kind in ("group", "entry"):
            return self._part(path, step, syntax)
        self._diagnostics.unknown_fact(f"{path}.{key or '...'}", syntax, step.at)
        return NOTHING

    def _part(self, path: str, step: Node, syntax: Syntax) -> Value:
        key = step.constant
        if key is None:
            self._diagnostics.complain("fact-by-variable", syntax, step.at, path=path or "m")
            return self.escape(fact(path))
        part = f"{path}.{key}".removeprefix(".")
        if part in self._fields or (path.endswith("[]") and key == "listed"):
            return fact(part)
        self._diagnostics.unknown_fact(part, syntax, step.at)
        return NOTHING

    def _state_in_entry(self, entry: str, step: Node, syntax: Syntax) -> Value:
        path = f"{entry}{step.constant or '...'}"
        if self._fields.kind(path) == "list":
            return fact(path + LISTED)
        self._diagnostics.complain("unknown-list", syntax, step.at, path=path)
        return NOTHING
