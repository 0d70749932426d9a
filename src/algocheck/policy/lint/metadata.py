"""Every rule says what it is, in both languages."""

from collections.abc import Iterator
from typing import Any

from algocheck.model import Rule
from algocheck.policy.annotations import read_metadata
from algocheck.policy.ast import Syntax
from algocheck.policy.lint.context import Context, is_rule
from algocheck.policy.lint.violation import Violation, violation, violation_at


def describe(context: Context) -> tuple[list[Violation], list[tuple[Syntax, Rule]]]:
    """Return what is wrong with METADATA, and the rules whose METADATA is right."""
    found: list[Violation] = []
    rules: list[tuple[Syntax, Rule]] = []
    for syntax in context.syntaxes:
        if not is_rule(syntax):
            continue

        def complain(
            check: str, line: int, column: int, file: str = syntax.module.path, **values: Any
        ) -> None:
            found.append(violation(check, file, line, column, **values))

        rule = read_metadata(syntax, context.knowledge, complain)
        if rule:
            rules.append((syntax, rule))
    return [*found, *_codes(rules)], rules


def _codes(rules: list[tuple[Syntax, Rule]]) -> Iterator[Violation]:
    first: dict[str, str] = {}
    for syntax, rule in rules:
        other = first.setdefault(rule.code, rule.id)
        if other != rule.id:
            yield violation_at("code-twice", syntax, syntax.package_at, code=rule.code, other=other)
