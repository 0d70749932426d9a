"""One definition, read once: what its value may be, and which facts it sees on the way."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from algocheck.policy.ast import Body, Definition, Node, Syntax
from algocheck.policy.diagnostics import Diagnostics
from algocheck.policy.references import References
from algocheck.policy.sight import Sight
from algocheck.policy.value import NOTHING, Text, Value, any_of

_Scope: TypeAlias = dict[str, Value]

_PASSING = ("array.concat", "array.reverse", "array.slice", "sort", "union", "intersection")
"""Builtins whose answer is made of the elements they are given."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A definition in a module, with all that it may refer to."""

    syntax: Syntax
    definition: Definition
    references: References
    sight: Sight
    diagnostics: Diagnostics

    def value(self, arguments: tuple[Value, ...]) -> Value:
        """Return what the definition may be, given what its arguments stand for."""
        return any_of(self._body(body, arguments) for body in self.definition.bodies)

    def _body(self, body: Body, arguments: tuple[Value, ...]) -> Value:
        scope: _Scope = {}
        for parameter, value in zip(self.definition.parameters, arguments, strict=False):
            self._bind(parameter, value, scope)
        self._statements(body.statements, scope)
        value = self._value(body.value, scope) if body.value else NOTHING
        return value.collected() if self.definition.kind == "set" else value

    def _bind(self, pattern: Node, value: Value, scope: _Scope) -> None:
        match pattern.kind:
            case "var":
                scope[pattern.text] = value
            case "array":
                self.sight.escape(value)
                for part in pattern.parts:
                    self._bind(part, value.element(), scope)
            case "object":
                self.sight.escape(value)
                for key, part in zip(pattern.parts[::2], pattern.parts[1::2], strict=True):
                    self.sight.escape(self._value(key, scope))
                    self._bind(part, NOTHING, scope)

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
                self._statements(node.parts, scope)
            case _:
                self._value(node, scope)

    def _iterate(self, binders: Iterable[Node], collection: Node, scope: _Scope) -> None:
        value = self._value(collection, scope)
        self.diagnostics.check_collection(value, collection, self.syntax)
        *keys, element = binders
        for key in keys:
            self._bind(key, NOTHING, scope)
        self._bind(element, value.element(), scope)

    def _value(self, node: Node, scope: _Scope) -> Value:
        match node.kind:
            case "string":
                text = Text(self.syntax.module.path, node.at, node.text)
                value = Value(texts=frozenset({text}))
            case "var" | "ref":
                value = self.sight.record(self._reference(node, scope))
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
                value = self.sight.escape(*(self._value(part, scope) for part in node.parts))
        return value

    def _comparison(self, node: Node, scope: _Scope) -> Value:
        one, other = (self._value(part, scope) for part in node.parts)
        self.diagnostics.compare(one, other)
        return self.sight.escape(one, other)

    def _object(self, node: Node, scope: _Scope) -> Value:
        for key, value in zip(node.parts[::2], node.parts[1::2], strict=True):
            self.sight.escape(self._value(key, scope), self._value(value, scope))
            if key.constant == "path" and self.syntax.package[:2] == ("algocheck", "rules"):
                self.diagnostics.check_path(value, scope, self.syntax)
        return NOTHING

    def _membership(self, node: Node, scope: _Scope) -> Value:
        *members, collection = (self._value(part, scope) for part in node.parts)
        self.diagnostics.check_collection(collection, node.parts[-1], self.syntax)
        self.diagnostics.compare(members[-1], collection.element())
        return self.sight.escape(*members)

    def _comprehension(self, node: Node, scope: _Scope) -> Value:
        heads = 2 if node.kind == "object-of" else 1
        inner = dict(scope)
        self._statements(node.parts[heads:], inner)
        values = [self._value(part, inner) for part in node.parts[:heads]]
        return values[0].collected() if heads == 1 else self.sight.escape(*values)

    def _call(self, node: Node, scope: _Scope) -> Value:
        arguments = tuple(self._value(part, scope) for part in node.parts)
        value = self.references.call(node, arguments, self.syntax)
        if value is not None:
            return value
        if node.text in _PASSING:
            return any_of(arguments)
        if node.text == "count" and arguments:
            self.diagnostics.check_count(arguments[0], node, self.syntax)
        return self.sight.escape(*arguments)

    def _reference(self, node: Node, scope: _Scope) -> Value:
        root, *steps = node.parts if node.kind == "ref" else (node,)
        for step in steps:
            if step.constant is None:
                self.sight.escape(self._value(step, scope))
        if root.kind == "var" and root.text not in scope:
            return self.references.value(node, self.syntax)
        value = scope[root.text] if root.kind == "var" else self._value(root, scope)
        return self.sight.below(value, steps, self.syntax)
