"""What is called is a function, of the program or of every engine, and gets what it takes."""

from collections.abc import Iterator
from difflib import get_close_matches

from algocheck.policy.ast import Node, Syntax
from algocheck.policy.lint.builtins import PORTABLE
from algocheck.policy.lint.unknown_name import unknown_name
from algocheck.policy.lint.violation import Violation, violation_at
from algocheck.policy.program import Named, Program


def check_call(node: Node, syntax: Syntax, program: Program) -> Iterator[Violation]:
    """Give what is wrong with a call."""
    name = program.reference(syntax, node)
    if name is None:
        yield from _builtin(node, syntax)
        return
    named = program.named(name[1:])
    if named and named.name == name[1:]:
        yield from _arguments(node, syntax, named)
    else:
        yield unknown_name(node.text, node, syntax)


def _builtin(node: Node, syntax: Syntax) -> Iterator[Violation]:
    if node.text in PORTABLE:
        return
    own = [each.name for each in syntax.definitions if each.kind == "function"]
    if "." not in node.text and get_close_matches(node.text, own, n=1):
        yield unknown_name(node.text, node, syntax)
    else:
        yield violation_at("builtin", syntax, node.at, name=node.text)


def _arguments(node: Node, syntax: Syntax, named: Named) -> Iterator[Violation]:
    function, given = named.defined[0][1], len(node.parts)
    wanted = len(function.parameters)
    if function.kind != "function":
        yield violation_at("no-function", syntax, node.at, name=node.text)
    elif given != wanted:
        yield violation_at("arguments", syntax, node.at, name=node.text, n=wanted, given=given)
