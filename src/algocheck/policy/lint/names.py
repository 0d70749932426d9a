"""Every name means something, one thing, and is used.

Engines look names up only when they reach them, so a misspelt one would be an
error on the day that it matters.
"""

from collections.abc import Iterator

from algocheck.policy.ast import Node, Syntax
from algocheck.policy.lint.calls import check_call
from algocheck.policy.lint.context import Context, first_word
from algocheck.policy.lint.imports import check_imports
from algocheck.policy.lint.unknown_name import unknown_name
from algocheck.policy.lint.variables import Variables
from algocheck.policy.lint.violation import Violation, violation_at
from algocheck.policy.program import Name, Program

_COMES_AND_GOES = (("index",), ("rules",))
"""Below algocheck: what is generated, and what a bundle of house rules adds."""


def check(context: Context) -> Iterator[Violation]:
    """Give names that mean nothing, mean two things, or are never used."""
    for syntax in context.syntaxes:
        variables = Variables(syntax, context.program)
        yield from variables.found
        for node in variables.free:
            look_up = check_call if node.kind == "call" else _check_reference
            yield from look_up(node, syntax, context.program)
        yield from check_imports(syntax, {first_word(node) for node in variables.free})


def _check_reference(node: Node, syntax: Syntax, program: Program) -> Iterator[Violation]:
    name = program.reference(syntax, node)
    if name is None:
        yield unknown_name(first_word(node), node, syntax)
    elif name[:2] == ("data", "algocheck"):
        named = program.named(name[1:])
        if named and named.defined[0][1].kind == "function":
            yield violation_at("no-value", syntax, node.at, name=".".join(name[1:]))
        elif not named and not _exists(name[1:], program):
            yield unknown_name(".".join(name), node, syntax)


def _exists(name: Name, program: Program) -> bool:
    if any(program.under(name)) or program.holds_data(name):
        return True
    return name[1:2] in _COMES_AND_GOES
