"""What names stand for beyond the definition that they are in: facts, and other definitions."""

from collections.abc import Callable
from typing import TypeAlias

from algocheck.policy.ast import Node, Syntax
from algocheck.policy.diagnostics import Diagnostics
from algocheck.policy.program import Name, Named, Program
from algocheck.policy.sight import Sight
from algocheck.policy.value import NOTHING, Value, fact

Read: TypeAlias = Callable[[Named, tuple[Value, ...]], Value]
"""Gives what a definition may be, from what its arguments stand for."""

_FACTS = ("data", "algocheck", "facts")
_ALL = (("m",), ("stated",))
"""Below the module of the facts: the manifest, and the blocks of it that are there."""


class References:
    """The names of a program, for all definitions that are read together."""

    def __init__(
        self, program: Program, sight: Sight, diagnostics: Diagnostics, read: Read
    ) -> None:
        self._program = program
        self._sight = sight
        self._diagnostics = diagnostics
        self._read = read

    def value(self, node: Node, syntax: Syntax) -> Value:
        """Return what a variable or ref may be, of which no variable is the first word."""
        name = self._program.reference(syntax, node)
        if not name or name[0] != "data":
            return NOTHING
        if name[:3] == _FACTS:
            return self._fact(name, node, syntax)
        named = self._program.named(name[1:])
        if not named or any(definition.kind == "function" for _, definition in named.defined):
            return NOTHING
        value = self._definition(named, (), node, syntax)
        return self._below(value, ("data", *named.name), node, syntax)

    def call(self, node: Node, arguments: tuple[Value, ...], syntax: Syntax) -> Value | None:
        """Return what a function of the program may give; None for a builtin."""
        name = self._program.reference(syntax, node)
        if name == (*_FACTS, "group"):
            path = node.parts[0].constant if node.parts else None
            return self._sight.state("group", path or "", syntax, node.at)
        named = self._program.named(name[1:]) if name and name[0] == "data" else None
        return self._definition(named, arguments, node, syntax) if named else None

    def _definition(
        self, named: Named, arguments: tuple[Value, ...], node: Node, syntax: Syntax
    ) -> Value:
        with self._diagnostics.referred_to(syntax, node.at):
            return self._read(named, arguments)

    def _fact(self, name: Name, node: Node, syntax: Syntax) -> Value:
        what = name[3:4]
        if what in _ALL:
            return self._below(fact(""), name[:4], node, syntax)
        if what == ("listed",):
            return self._sight.state("list", "".join(name[4:5]), syntax, node.at)
        return NOTHING

    def _below(self, value: Value, reached: Name, node: Node, syntax: Syntax) -> Value:
        """Go on to what *node* names below *reached*, which is what *value* stands for."""
        word, *steps = node.parts if node.kind == "ref" else (node,)
        meaning = self._program.meaning(syntax, word.text) or ()
        imported = [Node("field", node.at, step) for step in meaning[len(reached) :]]
        rest = steps[max(len(reached) - len(meaning), 0) :]
        return self._sight.below(value, (*imported, *rest), syntax)
