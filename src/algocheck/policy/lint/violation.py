"""A place in a policy that breaks the rules for policies."""

from typing import NamedTuple

from algocheck.policy.ast import Syntax
from algocheck.words import Message, Value, message


class Violation(NamedTuple):
    """What is wrong, and where; `check` is the name to look for in docs and tests."""

    file: str  # from the root of the policies, with forward slashes
    line: int
    column: int
    check: str
    message: Message


def violation(check: str, file: str, line: int = 1, column: int = 1, **values: Value) -> Violation:
    """Make a `Violation`; its text is `lint.<check>` in the words."""
    return Violation(file, line, column, check, message(f"lint.{check}", **values))


def violation_at(check: str, syntax: Syntax, at: int, **values: Value) -> Violation:
    """Make a `Violation` at a byte offset of a module."""
    line, column = syntax.place(at)
    return Violation(syntax.module.path, line, column, check, message(f"lint.{check}", **values))
