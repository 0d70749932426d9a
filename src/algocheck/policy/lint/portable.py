"""Forms of Rego that engines answer differently, or that one of them breaks."""

import re
from collections.abc import Iterator

from algocheck.policy.ast import Body, Node, Syntax
from algocheck.policy.lint.builtins import CASE
from algocheck.policy.lint.context import FACTS, LIBRARY, Context
from algocheck.policy.lint.violation import Violation, violation_at

_KEYWORDS = frozenset(
    "as contains default else every false if import in not null package some true with".split()
)
_ROUNDING = ("ceil", "floor", "round")
_COLLECTIONS = ("array", "set", "object", "array-of", "set-of", "object-of", "combine")
_SINGLE = ("string", "number", "word", "compare", "in", "minus", "arithmetic")
_REGEX = re.compile(r"\\[dDwWsSbBpPQE]|\{[0-9]*,?(100[1-9]|10[1-9][0-9]|1[1-9][0-9]{2}|[2-9][0-9]{3}|[0-9]{5,})")


def check(context: Context) -> Iterator[Violation]:
    """Give what is not in the portable subset."""
    for syntax in context.syntaxes:
        for definition in syntax.definitions:
            for node in definition.walk():
                for name in _CHECKS:
                    yield from name(node, syntax, context)
            for body in definition.bodies:
                yield from _else_literal(body, syntax)


def _negation(node: Node, syntax: Syntax, context: Context) -> Iterator[Violation]:
    """`not` of something undefined is nothing to one engine and true to another."""
    if node.kind != "not":
        return
    operand = node.parts[0]
    if operand.kind in ("var", "ref"):
        return
    for inner in operand.walk():
        nested = inner is not operand and inner.kind in ("call", "arithmetic", "array-of", "set-of")
        if nested or (inner.kind == "ref" and not _is_total(inner, syntax, context)):
            yield violation_at("negation", syntax, inner.at)
            return


def _is_total(node: Node, syntax: Syntax, context: Context) -> bool:
    if any(step.constant is None for step in node.parts[1:]):
        return False
    name = context.program.reference(syntax, node)
    if not name or name[0] != "data":
        return False
    named = context.program.named(name[1:])
    return name[1:3] == FACTS or bool(named and named.name == name[1:])


def _iteration(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    """Iterating over what is no collection is an error on one engine, nothing on another."""
    if node.kind in ("some-in", "every", "in"):
        collection = node.parts[int(node.text)] if node.kind == "every" else node.parts[-1]
        root = collection.parts[0] if collection.kind == "ref" else collection
        if collection.kind in _SINGLE or (root.kind == "var" and root.text == "input"):
            yield violation_at("iteration", syntax, collection.at)


def _call(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    if node.kind == "call" and node.text in CASE and syntax.package[:2] != LIBRARY:
        yield violation_at("letter-case", syntax, node.at, name=node.text)


def _keyword(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    if node.kind == "field" and node.text in _KEYWORDS:
        yield violation_at("keyword", syntax, node.at, word=node.text)
    elif node.kind == "call" and not _KEYWORDS.isdisjoint(node.text.split(".")[1:]):
        yield violation_at("keyword", syntax, node.at, word=node.text)


def _with(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    if node.kind == "with":
        yield violation_at("with", syntax, node.at)


def _regex(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    """A pattern may stand anywhere, so every text is looked at."""
    if node.kind == "string":
        found = _REGEX.search(node.text)
        if found:
            yield violation_at("regex", syntax, node.at, part=found[0])


def _decimal(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    if node.kind == "number" and not node.text.lstrip("-").isdigit():
        yield violation_at("decimal", syntax, node.at, number=node.text)
    elif node.kind == "number" and abs(int(node.text)) >= 2**63:
        yield violation_at("decimal", syntax, node.at, number=node.text)


def _division(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    """A quotient is a decimal, unless it is rounded at once."""
    rounded = node.kind == "call" and node.text in _ROUNDING
    for part in node.parts:
        if part.kind == "arithmetic" and part.text == "/" and not rounded:
            yield violation_at("division", syntax, part.at)


def _else_literal(body: Body, syntax: Syntax) -> Iterator[Violation]:
    """OPA's formatter, and so `opa build`, turns it into text that does not parse."""
    if not body.is_else or body.braced:
        return
    for statement in body.statements:
        for node in statement.walk():
            if node.kind in _COLLECTIONS:
                yield violation_at("else-literal", syntax, node.at)
                return


_CHECKS = (_negation, _iteration, _call, _keyword, _with, _regex, _decimal, _division)
