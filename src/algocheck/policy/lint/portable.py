"""Forms of Rego that engines answer differently, or that one of them breaks."""

import re
from collections.abc import Iterator

from algocheck.policy.ast import Body, Definition, Node, Syntax
from algocheck.policy.lint.builtins import CASE
from algocheck.policy.lint.context import FACTS, LIBRARY, Context
from algocheck.policy.lint.violation import Violation, violation_at

_WORDS = "as contains default else every false if import in not null package some true with"
_KEYWORDS = frozenset(_WORDS.split())
_TOO_LARGE = 2**63
_ROUNDING = ("ceil", "floor", "round")
_COLLECTIONS = ("array", "set", "object", "array-of", "set-of", "object-of", "combine")
_SINGLE = ("string", "number", "word", "compare", "in", "minus", "arithmetic")
_CLASS = re.compile(r"\\[dDwWsSbBpPQE]")
_REPEAT = re.compile(r"\{([0-9]+)(?:,([0-9]*))?\}")
_MOST_REPEATS = 1000


def check(context: Context) -> Iterator[Violation]:
    """Give what is not in the portable subset."""
    for syntax in context.syntaxes:
        for definition in syntax.definitions:
            for node in definition.walk():
                for name in _CHECKS:
                    yield from name(node, syntax, context)
            yield from _division(definition, syntax)
            for body in definition.bodies:
                yield from _else_literal(body, syntax)


def _negation(node: Node, syntax: Syntax, context: Context) -> Iterator[Violation]:
    """Refuse `not` of what may be undefined: nothing to one engine and true to another."""
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
    """Refuse to iterate over what is no collection: an error on one engine, nothing on another."""
    if node.kind in ("some-in", "every", "in"):
        collection = node.parts[int(node.text)] if node.kind == "every" else node.parts[-1]
        root = collection.parts[0] if collection.kind == "ref" else collection
        if collection.kind in _SINGLE or (root.kind == "var" and root.text == "input"):
            yield violation_at("iteration", syntax, collection.at)


def _call(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    if node.kind == "call" and node.text in CASE and syntax.package[:2] != LIBRARY:
        yield violation_at("letter-case", syntax, node.at, name=node.text)


def _keyword(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    fields = [node.text] if node.kind == "field" else []
    if node.kind == "call":
        fields = node.text.split(".")[1:]
    for word in _KEYWORDS.intersection(fields):
        yield violation_at("keyword", syntax, node.at, word=word)


def _with(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    if node.kind == "with":
        yield violation_at("with", syntax, node.at)


def _regex(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    """Look at every text: a pattern may come from anywhere."""
    if node.kind != "string":
        return
    for found in _CLASS.finditer(node.text):
        yield violation_at("regex", syntax, node.at, part=found[0])
    for found in _REPEAT.finditer(node.text):
        if any(int(times) > _MOST_REPEATS for times in found.groups() if times):
            yield violation_at("regex", syntax, node.at, part=found[0])


def _decimal(node: Node, syntax: Syntax, _: Context) -> Iterator[Violation]:
    if node.kind == "number":
        whole = node.text.lstrip("-").isdigit()
        if not whole or abs(int(node.text)) >= _TOO_LARGE:
            yield violation_at("decimal", syntax, node.at, number=node.text)


def _division(definition: Definition, syntax: Syntax) -> Iterator[Violation]:
    """Refuse a quotient that is not rounded at once: it is a decimal."""
    nodes = list(definition.walk())
    rounded = [part for node in nodes if node.text in _ROUNDING for part in node.parts]
    for node in nodes:
        if node.kind == "arithmetic" and node.text == "/" and node not in rounded:
            yield violation_at("division", syntax, node.at)


def _else_literal(body: Body, syntax: Syntax) -> Iterator[Violation]:
    """Refuse what OPA's formatter, and so `opa build`, turns into text that does not parse."""
    if not body.is_else or body.braced:
        return
    for statement in body.statements:
        for node in statement.walk():
            if node.kind in _COLLECTIONS:
                yield violation_at("else-literal", syntax, node.at)
                return


_CHECKS = (_negation, _iteration, _call, _keyword, _with, _regex, _decimal)
