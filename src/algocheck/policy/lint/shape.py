"""A rule says when it applies and what it requires, always, and nothing else in public.

It reads the manifest through the facts alone, and so do the helpers of rules:
what reads `input` itself answers differently when something is missing.
"""

from collections.abc import Iterator

from algocheck.policy.ast import Definition, Node, Syntax
from algocheck.policy.lint.context import HOUSE, LIBRARY, RULES, Context, first_word, is_rule
from algocheck.policy.lint.violation import Violation, violation_at

PUBLIC = ("applies", "requires")
_ANSWERS = ("yes", "no", "unknown")
_REFERRING = ("ref", "call", "var")
_MAY_READ = (
    ("data", "algocheck", "facts"),
    ("data", "algocheck", "lib"),
    ("data", "algocheck", "params"),
    ("data", "algocheck", "house"),
)


def check(context: Context) -> Iterator[Violation]:
    """Give rules that do not keep the contract."""
    for syntax in context.syntaxes:
        if is_rule(syntax):
            yield from _rule(syntax)
        if syntax.package[:2] in (RULES, LIBRARY, HOUSE):
            yield from _reading(syntax, context)


def _rule(syntax: Syntax) -> Iterator[Violation]:
    for name in PUBLIC:
        if not any(definition.name == name for definition in syntax.definitions):
            yield violation_at("lacks", syntax, syntax.package_at, name=name)
    for definition in syntax.definitions:
        if definition.name in PUBLIC:
            yield from _public(definition, syntax)
        elif not definition.name.startswith("_"):
            yield violation_at("public-helper", syntax, definition.at, name=definition.name)


def _public(definition: Definition, syntax: Syntax) -> Iterator[Violation]:
    name, at = definition.name, definition.at
    if definition.kind != "complete" or definition.steps:
        yield violation_at("not-complete", syntax, at, name=name)
        return
    last = definition.bodies[-1]
    if last.statements:
        yield violation_at("may-be-undefined", syntax, last.at, name=name)
    for body in definition.bodies:
        value = body.value
        if value is None or not _fits(name, value):
            yield violation_at(f"{name}-form", syntax, value.at if value else body.at)
        elif name == "requires" and value.kind == "array" and not value.parts:
            yield violation_at("requires-nothing", syntax, value.at)


def _fits(name: str, value: Node) -> bool:
    if name == "applies":
        return value.kind in ("call", "ref", "var") or (
            value.kind == "string" and value.text in _ANSWERS
        )
    if value.kind == "call" and value.text == "array.concat":
        return all(_fits(name, part) or part.kind in ("var", "call") for part in value.parts)
    return value.kind in ("array", "array-of")


def _reading(syntax: Syntax, context: Context) -> Iterator[Violation]:
    own = ("data", *syntax.package)
    imported = {each.name for each in syntax.imports}  # told once, at the import
    for each in syntax.imports:
        if each.path[:3] not in _MAY_READ:
            yield violation_at("may-not-read", syntax, each.at, name=".".join(each.path))
    for definition in syntax.definitions:
        for node in definition.walk():
            name = context.program.reference(syntax, node) if node.kind in _REFERRING else None
            if name is None or name[:3] in _MAY_READ or name[: len(own)] == own:
                continue
            if first_word(node) not in imported:
                yield violation_at("may-not-read", syntax, node.at, name=".".join(name))
