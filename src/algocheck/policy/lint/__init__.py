"""Look at policies before they are evaluated: what they say, and what is wrong with them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from algocheck.model import Rule
from algocheck.policy.annotations import Knowledge
from algocheck.policy.ast import Parse, RegoSyntaxError, Syntax
from algocheck.policy.fields import Field, Fields
from algocheck.policy.laws import acts
from algocheck.policy.lint import definitions, facts, metadata, names, place, portable, shape
from algocheck.policy.lint.context import Context, below
from algocheck.policy.lint.text import check_text
from algocheck.policy.lint.violation import Violation, violation
from algocheck.policy.params import PATH as PARAMS
from algocheck.policy.params import odd_parameters
from algocheck.policy.parsing import read_syntax
from algocheck.policy.program import Program
from algocheck.policy.reads import reads
from algocheck.policy.source import Module, Source
from algocheck.policy.waiver_limits import Known, odd_limits

CHECKS: tuple[Callable[[Context], Iterator[Violation]], ...] = (
    place.check,
    shape.check,
    names.check,
    portable.check,
    definitions.check,
)
"""Checks of modules that parse; facts are followed only after these."""


class Inspection(NamedTuple):
    """What was found in a folder of policies."""

    violations: tuple[Violation, ...]
    rules: tuple[Rule, ...]  # all of them, by id, only where nothing is wrong


def inspect(
    source: Source,
    *,
    parse: Parse,
    fields: Mapping[str, Field],
    base: Source | None = None,
    wants_tests: bool = False,
) -> Inspection:
    """Lint *source* and read its rules.

    A folder of house rules stands on a *base*, whose library and parameters it
    uses. *fields* is the manifest's schema. Nothing is parsed before its text is
    known to be harmless, and nothing is followed before it is known to end.
    *wants_tests* asks for a test beside each rule, which published bundles lack.
    """
    found, syntaxes = _parsed(source.modules, parse)
    if found:
        return Inspection(_in_order(found), ())
    context = _context(source, syntaxes, base, parse, Fields(fields), wants_tests=wants_tests)
    found = [each for check in CHECKS for each in check(context)]
    endless = any(each.check in ("cycle", "long-way-down") for each in found)
    if not endless:
        found.extend(facts.check(context))
    if "params" in below(source.data, "algocheck"):
        params = below(source.data, "algocheck", "params")
        found.extend(
            violation("odd-parameter", PARAMS, 1, 1, place=each) for each in odd_parameters(params)
        )
    faults, described = metadata.describe(context)
    found.extend(faults or _odd_limits(context, [rule.id for _, rule in described], base))
    if found:
        return Inspection(_in_order(found), ())
    return Inspection((), tuple(_with_reads(context, *each) for each in described))


def _parsed(modules: Iterable[Module], parse: Parse) -> tuple[list[Violation], tuple[Syntax, ...]]:
    found = [each for module in modules for each in check_text(module)]
    if found:
        return found, ()
    syntaxes = []
    for module in modules:
        syntax = _syntax(module, parse)
        if isinstance(syntax, Syntax):
            syntaxes.append(syntax)
        else:
            found.append(syntax)
    return found, tuple(syntaxes)


def _syntax(module: Module, parse: Parse) -> Syntax | Violation:
    try:
        return read_syntax(module, parse)
    except RegoSyntaxError as error:
        return violation("no-rego", module.path, error.line, error.column, problem=error.problem)


def _context(  # noqa: PLR0913 -- it is `inspect`, continued
    source: Source,
    syntaxes: tuple[Syntax, ...],
    base: Source | None,
    parse: Parse,
    fields: Fields,
    *,
    wants_tests: bool,
) -> Context:
    data = {**below(base.data if base else {}, "algocheck"), **below(source.data, "algocheck")}
    # The base's own rules are another bundle: house rules do not see them.
    shared = [m for m in base.modules if not m.path.startswith("algocheck/rules/")] if base else []
    _, library = _parsed(shared, parse)
    regimes = below(data, "params", "regimes").keys()
    return Context(
        source=source,
        syntaxes=syntaxes,
        program=Program((*syntaxes, *library), {"algocheck": data}),
        knowledge=Knowledge(acts(below(data, "laws")), regimes, fields),
        is_house=base is not None,
        wants_tests=wants_tests,
    )


def _with_reads(context: Context, syntax: Syntax, rule: Rule) -> Rule:
    applies, requires = (
        reads(context.program, context.fields, syntax, name) for name in shape.PUBLIC
    )
    return rule._replace(applies_reads=applies, requires_reads=requires)


def _odd_limits(context: Context, rules: Sequence[str], base: Source | None) -> Iterator[Violation]:
    """Give the limits of waivers that cannot be meant; those of a house are for its own rules."""
    path, steps = ("algocheck/house", ("house",)) if context.is_house else (PARAMS, ("params",))
    data = below(context.source.data, "algocheck", *steps)
    if "waivers" in data:
        roles = below(base.data if base else {}, "algocheck", "params", "waivers", "roles")
        known = Known(rules, context.knowledge.acts.keys(), roles.keys())
        for each in odd_limits(data["waivers"], known):
            yield violation("odd-limit", path, 1, 1, place=each)


def _in_order(found: Iterable[Violation]) -> tuple[Violation, ...]:
    return tuple(
        sorted(set(found), key=lambda each: (each.file, each.line, each.column, each.check))
    )
