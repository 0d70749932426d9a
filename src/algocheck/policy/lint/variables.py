"""Every variable means one thing, and is used."""

from collections.abc import Iterable

from algocheck.policy.ast import Body, Definition, Node, Syntax
from algocheck.policy.lint.scope import Scope
from algocheck.policy.lint.violation import Violation, violation_at
from algocheck.policy.program import Program

_CONSTANT = ("string", "number", "word")


class Variables:
    """The variables of a module, followed through each of its bodies.

    What is wrong with them is in `found`. In `free` are the refs, variables and
    calls that no variable answers for: they get their meaning elsewhere.
    """

    def __init__(self, syntax: Syntax, program: Program) -> None:
        self.found: list[Violation] = []
        self.free: list[Node] = []
        self._syntax = syntax
        self._program = program
        for definition in syntax.definitions:
            for body in definition.bodies:
                self._body(definition, body)

    def _say(self, check: str, at: int, **values: str) -> None:
        self.found.append(violation_at(check, self._syntax, at, **values))

    def _close(self, scope: Scope) -> None:
        for name, at in scope.unused():
            self._say("unused", at, name=name)

    def _body(self, definition: Definition, body: Body) -> None:
        # A scope that is never closed: what one body of a function does not use, another may.
        scope = Scope()
        for parameter in definition.parameters:
            self._bind(parameter, scope)
        inner = Scope(scope)
        self._statements(body.statements, inner)
        for node in (body.value, *definition.steps):
            if node:
                self._value(node, inner)
        self._close(inner)

    def _bind(self, pattern: Node, scope: Scope) -> None:
        match pattern.kind:
            case "var":
                self._variable(pattern, scope)
            case "array":
                for part in pattern.parts:
                    self._bind(part, scope)
            case "object":
                for key, value in zip(pattern.parts[::2], pattern.parts[1::2], strict=True):
                    self._value(key, scope)
                    self._bind(value, scope)
            case kind if kind not in _CONSTANT:
                self._say("pattern", pattern.at)

    def _variable(self, node: Node, scope: Scope) -> None:
        name = node.text
        if name == "_":
            return
        if scope.find(name) or self._program.meaning(self._syntax, name):
            self._say("two-meanings", node.at, name=name)
        scope.bound[name] = node.at

    def _statements(self, statements: Iterable[Node], scope: Scope) -> None:
        for statement in statements:
            self._statement(statement, scope)

    def _statement(self, node: Node, scope: Scope) -> None:
        match node.kind:
            case "some":
                for part in node.parts:
                    self._bind(part, scope)
            case "some-in":
                *binders, collection = node.parts
                self._iterate(binders, collection, scope)
            case "every":
                count = int(node.text)
                inner = Scope(scope)
                self._iterate(node.parts[:count], node.parts[count], inner)
                self._statements(node.parts[count + 1 :], inner)
                self._close(inner)
            case "assign":
                self._assign(node, scope)
            case "not" | "with":
                self._statements(node.parts, scope)
            case _:
                self._value(node, scope)

    def _iterate(self, binders: Iterable[Node], collection: Node, scope: Scope) -> None:
        self._value(collection, scope)
        for binder in binders:
            self._bind(binder, scope)

    def _assign(self, node: Node, scope: Scope) -> None:
        target, source = node.parts
        self._value(source, scope)
        if node.text == ":=":
            self._bind(target, scope)
        else:
            self._say("unification", node.at)

    def _value(self, node: Node, scope: Scope) -> None:
        parts = node.parts
        match node.kind:
            case "array-of" | "set-of" | "object-of":
                self._comprehension(node, scope)
                return
            case "call":
                self.free.append(node)
            case "var":
                self._use(node.text, node, scope)
            case "ref" if parts[0].kind == "var":
                self._use(parts[0].text, node, scope)
                parts = parts[1:]
        for part in parts:
            self._value(part, scope)

    def _comprehension(self, node: Node, scope: Scope) -> None:
        heads = 2 if node.kind == "object-of" else 1
        inner = Scope(scope)
        self._statements(node.parts[heads:], inner)
        for part in node.parts[:heads]:
            self._value(part, inner)
        self._close(inner)

    def _use(self, name: str, node: Node, scope: Scope) -> None:
        holder = scope.find(name)
        if holder:
            holder.used.add(name)
        elif name != "_":
            self.free.append(node)
