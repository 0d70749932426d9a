"""Follow facts through a policy without evaluating it: which are read, and what with."""

from collections.abc import Iterable
from typing import TypeAlias

from algocheck.policy.ast import Body, Definition, Node, Syntax
from algocheck.policy.program import Name, Named, Program
from algocheck.policy.sight import Sight
from algocheck.policy.value import NOTHING, Text, Value, any_of, fact

_Scope: TypeAlias = dict[str, Value]

FACTS = ("data", "algocheck", "facts")
_PASSING = frozenset(
    {"array.concat", "array.reverse", "array.slice", "sort", "union", "intersection"}
)
"""Builtins whose answer is made of the elements they are given."""


class Reader:
    """Reads definitions of a program; what they see of the facts is in `sight`."""

    def __init__(self, program: Program, sight: Sight) -> None:
        self.program = program
        self.sight = sight
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

    def called(self, syntax: Syntax, at: int, named: Named, arguments: tuple[Value, ...]) -> Value:
        """Read what is called or referred to at a place."""
        before = self.sight.site
        if syntax is self.sight.origin:
            self.sight.site = at
        value = self.read(named, arguments)
        self.sight.site = before
        return value


class _Walk:
    """One definition, read once with given arguments."""

    def __init__(self, reader: Reader, syntax: Syntax, definition: Definition) -> None:
        self._reader = reader
        self._sight = reader.sight
        self._program = reader.program
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
            self._sight.escape(value)
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
        self._sight.check_collection(value, collection, self._syntax)
        *keys, element = binders
        for key in keys:
            self._bind(key, NOTHING, scope)
        self._bind(element, value.element(), scope)

    def _value(self, node: Node, scope: _Scope) -> Value:
        match node.kind:
            case "string":
                value = self._text(node)
            case "var" | "ref":
                value = self._sight.record(self._reference(node, scope))
            case "call":
                value = self._call(node, scope)
            case "array" | "set":
                value = any_of(self._value(part, scope) for part in node.parts).collected()
            case "array-of" | "set-of" | "object-of":
                value = self._comprehension(node, scope)
            case "combine":
                value = any_of(self._value(part, scope) for part in node.parts)
            case "in":
                value = self._membership(node, scope)
            case "compare":
                value = self._comparison(node, scope)
            case "object":
                value = self._object(node, scope)
            case _:
                value = self._escaped(*(self._value(part, scope) for part in node.parts))
        return value

    def _text(self, node: Node) -> Value:
        text = Text(self._syntax.module.path, node.at, node.text)
        return Value(texts=frozenset({text}))

    def _comparison(self, node: Node, scope: _Scope) -> Value:
        one, other = (self._value(part, scope) for part in node.parts)
        self._sight.compare(one, other)
        return self._escaped(one, other)

    def _escaped(self, *values: Value) -> Value:
        for value in values:
            self._sight.escape(value)
        return NOTHING

    def _object(self, node: Node, scope: _Scope) -> Value:
        for key, value in zip(node.parts[::2], node.parts[1::2], strict=True):
            self._escaped(self._value(key, scope), self._value(value, scope))
            if key.constant == "path" and self._syntax.package[:2] == ("algocheck", "rules"):
                self._sight.check_path(value, scope, self._syntax)
        return NOTHING

    def _membership(self, node: Node, scope: _Scope) -> Value:
        *members, collection = (self._value(part, scope) for part in node.parts)
        self._sight.check_collection(collection, node.parts[-1], self._syntax)
        self._sight.compare(members[-1], collection.element())
        return self._escaped(*members)

    def _comprehension(self, node: Node, scope: _Scope) -> Value:
        heads = 2 if node.kind == "object-of" else 1
        inner = dict(scope)
        self._statements(node.parts[heads:], inner)
        values = [self._value(part, inner) for part in node.parts[:heads]]
        return values[0].collected() if heads == 1 else self._escaped(*values)

    def _call(self, node: Node, scope: _Scope) -> Value:
        arguments = tuple(self._value(part, scope) for part in node.parts)
        name = self._program.reference(self._syntax, node)
        named = self._program.named(name[1:]) if name and name[0] == "data" else None
        if name == (*FACTS, "group"):
            path = node.parts[0].constant if node.parts else None
            return self._sight.state(("group", path or ""), self._syntax, node.at)
        if named:
            return self._reader.called(self._syntax, node.at, named, arguments)
        if node.text in _PASSING:
            return any_of(arguments)
        if node.text == "count" and arguments:
            self._sight.check_count(arguments[0], node, self._syntax)
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
        name = self._program.reference(self._syntax, node)
        if not name or name[0] != "data":
            return NOTHING
        if name[:3] == FACTS:
            return self._facts(name[3:], node, steps)
        named = self._program.named(name[1:])
        if not named or any(definition.kind == "function" for _, definition in named.defined):
            return NOTHING
        taken = len(named.name) + 1 - (len(name) - _constants(steps))
        value = self._reader.called(self._syntax, node.at, named, ())
        return self._steps(value, steps[max(taken, 0) :])

    def _facts(self, name: Name, node: Node, steps: list[Node]) -> Value:
        if name[:1] in (("m",), ("stated",)):
            # An import may go on below m; the steps written here are the rest.
            imported = len(name) - 1 - _constants(steps)
            below = fact(".".join(name[1 : 1 + max(imported, 0)]))
            return self._steps(below, steps[max(-imported, 0) :])
        if name[:1] == ("listed",):
            return self._sight.state(name, self._syntax, node.at)
        return NOTHING

    def _steps(self, value: Value, steps: Iterable[Node]) -> Value:
        for step in steps:
            value = any_of(self._sight.step(path, step, self._syntax) for path in value.paths)
        return value


def _constants(steps: Iterable[Node]) -> int:
    count = 0
    for step in steps:
        if step.constant is None:
            break
        count += 1
    return count
