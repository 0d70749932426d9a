"""Facts exist, and can have the values they are compared with; what a rule counts with is data."""

import re
from collections.abc import Iterator
from typing import Any

from algocheck.policy.ast import Syntax
from algocheck.policy.lint.context import FACTS, Context, is_rule
from algocheck.policy.lint.violation import Violation, violation_at
from algocheck.policy.reader import Reader
from algocheck.policy.value import NOTHING

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){1,2}")
_PLAIN = ("0", "1", "2")
"""None, one and more than one are no thresholds."""


def check(context: Context) -> Iterator[Violation]:
    """Give references to facts that the schema does not have, and values that they cannot have."""
    for syntax in context.syntaxes:
        if syntax.package != FACTS:
            yield from dict.fromkeys(_references(syntax, context))
        if is_rule(syntax):
            yield from _thresholds(syntax)


def _references(syntax: Syntax, context: Context) -> list[Violation]:
    found: list[Violation] = []

    def complain(check: str, where: Syntax, at: int, **values: Any) -> None:
        found.append(violation_at(check, where, at, **values))

    reader = Reader(context.program, context.fields, syntax, complain)
    for definition in syntax.definitions:
        named = context.program.named((*syntax.package, definition.name))
        if named:
            reader.read(named, (NOTHING,) * len(definition.parameters))
    return found


def _thresholds(syntax: Syntax) -> Iterator[Violation]:
    for definition in syntax.definitions:
        for node in definition.walk():
            number = node.kind == "number" and node.text not in _PLAIN
            if number or (node.kind == "string" and _DATE.fullmatch(node.text)):
                yield violation_at("threshold", syntax, node.at, value=node.text)
