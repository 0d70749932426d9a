"""Which facts a rule reads, to find out whether it applies and whether it is met."""

from typing import Any

from algocheck.policy.ast import Syntax
from algocheck.policy.fields import Fields
from algocheck.policy.program import Program
from algocheck.policy.reader import Reader


def reads(program: Program, fields: Fields, syntax: Syntax, name: str) -> tuple[str, ...]:
    """Return the facts that the definition *name* of a module reads, sorted.

    A fact is named as in the schema (data.variables[].name); a list counts as
    read, under its own path, when it is iterated over. Helpers and library are
    followed. The module must have been linted: what cannot be followed is not told here.
    """
    named = program.named((*syntax.package, name))
    if named is None:
        return ()
    reader = Reader(program, fields, syntax, _say_nothing)
    reader.sight.escape(reader.read(named))
    return tuple(sorted(path for path in reader.sight.reads if path in fields))


def _say_nothing(*_: Any, **__: Any) -> None:
    """Everything has been told by the lint."""
