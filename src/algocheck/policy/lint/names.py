"""Every name means something, one thing, and is used.

Engines look names up only when they reach them, so a misspelt one would be an
error on the day that it matters.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from algocheck.policy.ast import Body, Definition, Node, Syntax
from algocheck.policy.lint.builtins import PORTABLE
from algocheck.policy.lint.context import Context
from algocheck.policy.lint.violation import Violation, violation_at
from algocheck.policy.program import Name, Named, Program

_COMES_AND_GOES = (("index",), ("rules",))
"""Below algocheck: what is generated, and what a bundle of house rules adds."""


def check(context: Context) -> Iterator[Violation]:
    """Give names that mean nothing, mean two things, or are never used."""
    for syntax in context.syntaxes:
        walk = _Walk(syntax, context.program)
        for definition in syntax.definitions:
            walk.definition(definition)
        yield from walk.found
        yield from _unused_imports(syntax, walk.used)


def _unused_imports(syntax: Syntax, used: set[str]) -> Iterator[Violation]:
    seen: set[str] = set()
    for each in syntax.imports:
        if each.path[0] not in ("data", "input") or each.name in seen:
            yield violation_at("odd-import", syntax, each.at, name=".".join(each.path))
        elif each.name not in used:
            yield violation_at("unused", syntax, each.at, name=each.name)
        seen.add(each.name)


class _Scope:
    """The variables of a body or comprehension; it sees those around it."""

    def __init__(self, around: "_Scope | None" = None) -> None:
        self.around = around
        self.bound: dict[str, int] = {}
        self.used: set[str] = set()

    def find(self, name: str) -> "_Scope | None":
        scope: _Scope | None = self
        while scope and name not in scope.bound:
            scope = scope.around
        return scope


class _Walk:
    """One module, definition by definition."""

    def __init__(self, syntax: Syntax, program: Program) -> None:
        self.found: list[Violation] = []
        self.used: set[str] = set()  # words that mean something in the module
        self._syntax = syntax
        self._program = program

    def definition(self, definition: Definition) -> None:
        for body in definition.bodies:
            self._body(definition, body)

    def _body(self, definition: Definition, body: Body) -> None:
        scope = _Scope()
        for parameter in definition.parameters:
            self._bind(parameter, scope)
        # What one body of a function does not use, another may.
        scope.used.update(scope.bound)
        inner = _Scope(scope)
        self._statements(body.statements, inner)
        for node in (body.value, *definition.steps):
            if node:
                self._value(node, inner)
        self._close(inner)

    def _say(self, check: str, node: Node, **values: str | int) -> None:
        self.found.append(violation_at(check, self._syntax, node.at, **values))

    def _close(self, scope: _Scope) -> None:
        for name, at in scope.bound.items():
            if name not in scope.used:
                self._say("unused", Node("var", at), name=name)

    def _bind(self, pattern: Node, scope: _Scope) -> None:
        if pattern.kind == "var":
            name = pattern.text
            if name == "_":
                return
            if scope.find(name) or self._program.meaning(self._syntax, name):
                self._say("two-meanings", pattern, name=name)
            scope.bound[name] = pattern.at
        elif pattern.kind == "object":
            for key, value in zip(pattern.parts[::2], pattern.parts[1::2], strict=True):
                self._value(key, scope)
                self._bind(value, scope)
        else:
            for part in pattern.parts:
                self._bind(part, scope)

    def _statements(self, statements: Iterable[Node], scope: _Scope) -> None:
        for node in statements:
            self._statement(node, scope)

    def _statement(self, node: Node, scope: _Scope) -> None:
        match node.kind:
            case "some":
                for part in node.parts:
                    self._bind(part, scope)
            case "some-in":
                *binders, collection = node.parts
                self._value(collection, scope)
                for part in binders:
                    self._bind(part, scope)
            case "every":
                self._every(node, scope)
            case "assign":
                self._assign(node, scope)
            case "not" | "with":
                for part in node.parts:
                    self._statement(part, scope)
            case _:
                self._value(node, scope)

    def _every(self, node: Node, scope: _Scope) -> None:
        count = int(node.text)
        self._value(node.parts[count], scope)
        inner = _Scope(scope)
        for part in node.parts[:count]:
            self._bind(part, inner)
        self._statements(node.parts[count + 1 :], inner)
        self._close(inner)

    def _assign(self, node: Node, scope: _Scope) -> None:
        target, source = node.parts
        self._value(source, scope)
        if node.text == ":=":
            self._bind(target, scope)
        else:
            self._say("unification", node)

    def _value(self, node: Node, scope: _Scope) -> None:
        if node.kind in ("array-of", "set-of", "object-of"):
            heads = 2 if node.kind == "object-of" else 1
            inner = _Scope(scope)
            self._statements(node.parts[heads:], inner)
            for part in node.parts[:heads]:
                self._value(part, inner)
            self._close(inner)
            return
        if node.kind == "call":
            self._call(node)
        elif node.kind == "var":
            self._word(node, node, scope)
        elif node.kind == "ref" and node.parts[0].kind == "var":
            self._word(node.parts[0], node, scope)
        own = node.kind == "ref" and node.parts[0].kind == "var"
        for part in node.parts[1 if own else 0 :]:
            self._value(part, scope)

    def _word(self, root: Node, node: Node, scope: _Scope) -> None:
        if root.text == "_":
            return
        holder = scope.find(root.text)
        if holder:
            holder.used.add(root.text)
        elif self._program.meaning(self._syntax, root.text):
            self._global(node, root.text)
        else:
            self._unknown(node, root.text)

    def _global(self, node: Node, word: str) -> None:
        self.used.add(word)
        name = self._program.reference(self._syntax, node)
        if not name or name[:2] != ("data", "algocheck"):
            return
        named = self._program.named(name[1:])
        if named:
            if named.defined[0][1].kind == "function":
                self._say("no-value", node, name=".".join(name[1:]))
        elif not self._exists(name[1:]):
            self._unknown(node, ".".join(name))

    def _exists(self, name: Name) -> bool:
        if any(self._program.under(name)) or self._program.holds_data(name):
            return True
        return name[1:2] in _COMES_AND_GOES

    def _call(self, node: Node) -> None:
        name = self._program.reference(self._syntax, node)
        if name is None:
            if node.text not in PORTABLE:
                self._not_portable(node)
            return
        self.used.add(node.text.partition(".")[0])
        named = self._program.named(name[1:])
        if named is None or named.name != name[1:]:
            self._unknown(node, node.text)
        else:
            self._arguments(node, named)

    def _not_portable(self, node: Node) -> None:
        if "." in node.text or get_close_matches(node.text, self._functions(), n=1) == []:
            self._say("builtin", node, name=node.text)
        else:
            self._unknown(node, node.text)

    def _arguments(self, node: Node, named: Named) -> None:
        definition = named.defined[0][1]
        wanted = len(definition.parameters)
        if definition.kind != "function":
            self._say("no-function", node, name=node.text)
        elif wanted != len(node.parts):
            self._say("arguments", node, name=node.text, n=wanted, given=len(node.parts))

    def _functions(self) -> list[str]:
        return [each.name for each in self._syntax.definitions if each.kind == "function"]

    def _unknown(self, node: Node, name: str) -> None:
        own = [each.name for each in self._syntax.definitions]
        known = [*own, *(each.name for each in self._syntax.imports)]
        near = get_close_matches(name, known, n=1)
        if near:
            self._say("misspelt-name", node, name=name, near=near[0])
        else:
            self._say("unknown-name", node, name=name)
