"""Follow facts through a policy without evaluating it: which are read, and what with."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, TypeAlias

from algocheck.policy.ast import Body, Definition, Node, Syntax
from algocheck.policy.fields import Fields
from algocheck.policy.program import Name, Named, Program
from algocheck.policy.value import (
    GROUP,
    LISTED,
    NOTHING,
    Text,
    Value,
    any_of,
    fact,
    read_as,
)

Complain: TypeAlias = Callable[..., None]
"""Called as (check, syntax, at, **values) for what cannot be right."""

_Scope: TypeAlias = dict[str, Value]

FACTS = ("data", "algocheck", "facts")
_STATES = {LISTED: ("yes", "no", "unknown"), GROUP: ("stated", "none", "unknown")}
_PASSING = frozenset(
    {"array.concat", "array.reverse", "array.slice", "sort", "union", "intersection"}
)
"""Builtins whose answer is made of the elements they are given."""


class Reader:
    """Reads definitions on behalf of one module; what they read gathers in `reads`."""

    def __init__(
        self, program: Program, fields: Fields, origin: Syntax, complain: Complain
    ) -> None:
        self.reads: set[str] = set()
        self._program = program
        self._fields = fields
        self._origin = origin
        self._in_rule = origin.package[:2] == ("algocheck", "rules")
        self._tell = complain
        self._site: int | None = None  # where the origin calls what is being read elsewhere
        self._known: dict[tuple[Name, tuple[Value, ...]], Value] = {}

    def read(self, named: Named, arguments: tuple[Value, ...] = ()) -> Value:
        """Read a definition, given what its arguments stand for; return what its value may be."""
        key = (named.name, arguments)
        if key not in self._known:
            self._known[key] = NOTHING  # a cycle ends here; it is told elsewhere
            self._known[key] = any_of(
                _Walk(self, syntax, definition).result(arguments)
                for syntax, definition in named.defined
            )
        return self._known[key]

    def complain(self, check: str, syntax: Syntax, at: int, **values: Any) -> None:
        """Say what is wrong, at the place in the origin that leads to it."""
        if syntax is self._origin:
            self._tell(check, syntax, at, **values)
        elif self._site is not None:
            self._tell(check, self._origin, self._site, **values)

    def called(self, syntax: Syntax, at: int, named: Named, arguments: tuple[Value, ...]) -> Value:
        """Read what is called or referred to at a place."""
        before = self._site
        if syntax is self._origin:
            self._site = at
        value = self.read(named, arguments)
        self._site = before
        return value

    def record(self, value: Value) -> Value:
        """Note the facts and lists among what *value* may be; groups and entries are not yet read."""
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
        near = get_close_matches(path, self._fields.beside(path), n=1, cutoff=0.7)
        if near:
            self.complain("misspelt-fact", syntax, at, path=path, near=near[0])
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
            if text.module != self._origin.module.path:
                continue
            if text.text == "unknown" and self._in_rule and self._fields.kind(path) == "fact":
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

    def check_path(self, node: Node, scope: _Scope, syntax: Syntax) -> None:
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

    # What the walk needs to know of the program

    def reference(self, syntax: Syntax, node: Node) -> Name | None:
        """Return what a node refers to."""
        return self._program.reference(syntax, node)

    def named(self, name: Name) -> Named | None:
        """Return the definition of a name."""
        return self._program.named(name)


def _texts(value: Value | None) -> set[str]:
    return {text.text for text in value.texts} if value else set()


class _Walk:
    """One definition, read once with given arguments."""

    def __init__(self, reader: Reader, syntax: Syntax, definition: Definition) -> None:
        self._reader = reader
        self._syntax = syntax
        self._definition = definition

    def result(self, arguments: tuple[Value, ...]) -> Value:
        return any_of(self._body(body, arguments) for body in self._definition.bodies)

    def _body(self, body: Body, arguments: tuple[Value, ...]) -> Value:
        scope: _Scope = {}
        for parameter, value in zip(self._definition.parameters, arguments, strict=False):
            self._bind(parameter, value, scope)
        self._statements(body.statements, scope)
        value = self._value(body.value, scope) if body.value else NOTHING
        return value.collected() if self._definition.kind == "set" else value

    def _bind(self, pattern: Node, value: Value, scope: _Scope) -> None:
        if pattern.kind == "var":
            scope[pattern.text] = value
        elif pattern.kind in ("array", "object"):
            self._reader.escape(value)
            for part in pattern.parts:
                self._bind(part, value.element() if pattern.kind == "array" else NOTHING, scope)

    def _statements(self, statements: Iterable[Node], scope: _Scope) -> None:
        for statement in statements:
            self._statement(statement, scope)

    def _statement(self, node: Node, scope: _Scope) -> None:
        match node.kind:
            case "some":
                scope.update((part.text, NOTHING) for part in node.parts)
            case "some-in":
                *binders, collection = node.parts
                self._iterate(binders, collection, scope)
            case "every":
                count = int(node.text)
                inner = dict(scope)
                self._iterate(node.parts[:count], node.parts[count], inner)
                self._statements(node.parts[count + 1 :], inner)
            case "assign":
                target, source = node.parts
                self._bind(target, self._value(source, scope), scope)
            case "not" | "with":
                for part in node.parts:
                    self._statement(part, scope)
            case _:
                self._value(node, scope)

    def _iterate(self, binders: Iterable[Node], collection: Node, scope: _Scope) -> None:
        value = self._value(collection, scope)
        self._reader.check_collection(value, collection, self._syntax)
        *keys, element = binders
        for key in keys:
            self._bind(key, NOTHING, scope)
        self._bind(element, value.element(), scope)

    def _value(self, node: Node, scope: _Scope) -> Value:
        match node.kind:
            case "string":
                text = Text(self._syntax.module.path, node.at, node.text)
                return Value(texts=frozenset({text}))
            case "var" | "ref":
                return self._reader.record(self._reference(node, scope))
            case "call":
                return self._call(node, scope)
            case "array" | "set":
                return any_of(self._value(part, scope) for part in node.parts).collected()
            case "array-of" | "set-of" | "object-of":
                return self._comprehension(node, scope)
            case "combine":
                return any_of(self._value(part, scope) for part in node.parts)
            case "in":
                return self._membership(node, scope)
            case "compare":
                one, other = (self._value(part, scope) for part in node.parts)
                self._reader.compare(one, other)
                return self._escaped(one, other)
            case "object":
                return self._object(node, scope)
            case _:
                return self._escaped(*(self._value(part, scope) for part in node.parts))

    def _escaped(self, *values: Value) -> Value:
        for value in values:
            self._reader.escape(value)
        return NOTHING

    def _object(self, node: Node, scope: _Scope) -> Value:
        for key, value in zip(node.parts[::2], node.parts[1::2], strict=True):
            self._escaped(self._value(key, scope), self._value(value, scope))
            if key.constant == "path" and self._syntax.package[:2] == ("algocheck", "rules"):
                self._reader.check_path(value, scope, self._syntax)
        return NOTHING

    def _membership(self, node: Node, scope: _Scope) -> Value:
        *members, collection = (self._value(part, scope) for part in node.parts)
        self._reader.check_collection(collection, node.parts[-1], self._syntax)
        self._reader.compare(members[-1], collection.element())
        return self._escaped(*members)

    def _comprehension(self, node: Node, scope: _Scope) -> Value:
        heads = 2 if node.kind == "object-of" else 1
        inner = dict(scope)
        self._statements(node.parts[heads:], inner)
        values = [self._value(part, inner) for part in node.parts[:heads]]
        return values[0].collected() if heads == 1 else self._escaped(*values)

    def _call(self, node: Node, scope: _Scope) -> Value:
        arguments = tuple(self._value(part, scope) for part in node.parts)
        name = self._reader.reference(self._syntax, node)
        named = self._reader.named(name[1:]) if name and name[0] == "data" else None
        if named:
            return self._reader.called(self._syntax, node.at, named, arguments)
        if node.text in _PASSING:
            return any_of(arguments)
        if node.text == "count" and arguments:
            self._reader.check_count(arguments[0], node, self._syntax)
        return self._escaped(*arguments)

    def _reference(self, node: Node, scope: _Scope) -> Value:
        root, *steps = node.parts if node.kind == "ref" else (node,)
        for step in steps:
            if step.constant is None:
                self._escaped(self._value(step, scope))
        if root.kind != "var":
            return self._steps(self._value(root, scope), steps)
        if root.text in scope:
            return self._steps(scope[root.text], steps)
        return self._global(node, steps)

    def _global(self, node: Node, steps: list[Node]) -> Value:
        name = self._reader.reference(self._syntax, node)
        if not name or name[0] != "data":
            return NOTHING
        if name[:3] == FACTS and self._syntax.package != FACTS[1:]:
            return self._facts(name[3:], node, steps)
        named = self._reader.named(name[1:])
        if not named or any(definition.kind == "function" for _, definition in named.defined):
            return NOTHING
        taken = len(named.name) + 1 - (len(name) - _constants(steps))
        value = self._reader.called(self._syntax, node.at, named, ())
        return self._steps(value, steps[max(taken, 0) :])

    def _facts(self, name: Name, node: Node, steps: list[Node]) -> Value:
        if name[:1] == ("m",):
            # An import may go on below m; the steps written here are the rest.
            imported = len(name) - 1 - _constants(steps)
            below = fact(".".join(name[1 : 1 + max(imported, 0)]))
            return self._steps(below, steps[max(-imported, 0) :])
        if name[:1] in (("listed",), ("group",)):
            return self._reader.state(name, self._syntax, node.at)
        return NOTHING

    def _steps(self, value: Value, steps: Iterable[Node]) -> Value:
        for step in steps:
            value = any_of(self._reader.step(path, step, self._syntax) for path in value.paths)
        return value


def _constants(steps: Iterable[Node]) -> int:
    count = 0
    for step in steps:
        if step.constant is None:
            break
        count += 1
    return count
