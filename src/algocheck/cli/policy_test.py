"""`algocheck policy test`: run the tests of policies, and say which lines they leave out."""

import itertools
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from algocheck.cli.command import Command
from algocheck.cli.language import language_option
from algocheck.cli.options import Number
from algocheck.errors import UsageError
from algocheck.policy.bundle import Bundle
from algocheck.policy.source import Source, read_source
from algocheck.words import Language, Value, message, say

if TYPE_CHECKING:
    from algocheck.engine.coverage import Covered
    from algocheck.engine.suite import Suite


@click.command("test", cls=Command)
@click.argument("folder", metavar="[DIR]", required=False, type=Path)
@click.option("-r", "--rule", "pattern", metavar="PATTERN")
@click.option("--coverage", is_flag=True)
@click.option("--coverage-at-least", "least", type=Number(0, 100, whole=False), metavar="PERCENT")
@language_option()
def command(
    *,
    folder: Path | None,
    pattern: str | None,
    coverage: bool,
    least: float | None,
    language: Language,
) -> int:
    """Run the tests of the policies in DIR, or of the shipped ones.

    A test is a rule of Rego whose name begins with test_, in a file ..._test.rego.
    It passes when it is true. A DIR without algocheck/main holds house rules: they
    are tested with the shipped library and parameters.

    Exit codes: 0 if all pass, 1 if some fail or a rule has no tests, 2 if there is
    nothing to test.
    """
    from algocheck.engine.testing import run_tests
    from algocheck.resources import policies

    folder = folder or policies()
    source = read_source(folder)
    suite = _suite(source, folder, pattern)
    ran = run_tests(_bundle(folder, source), suite.tests, coverage=coverage or least is not None)
    failures = sorted((*suite.faults, *ran.failures))
    for each in failures:
        place = f"{(folder / each.file).as_posix()}:{each.line}:{each.column}"
        name = f"{each.name}: " if each.name else ""
        click.echo(f"{place}: {name}{say(each.problem, language)}")
    enough = True
    if ran.failures and (coverage or least is not None):
        click.echo(say(message("test.coverage-none"), language), err=True)
    elif coverage or least is not None:
        own = {module.path for module in source.modules}
        covered = [each for each in ran.covered if each.path in own]
        enough = _tell_coverage(covered, folder, least, language)
    counts: dict[str, Value] = {
        "tests": message("test.tests", n=len(suite.tests)),
        "failures": message("test.failures", n=len(failures)),
    }
    click.echo(say(message("test.summary", **counts), language), err=True)
    return 0 if enough and not failures else 1


def _suite(source: Source, folder: Path, pattern: str | None) -> "Suite":
    from algocheck.engine.suite import find_tests

    suite = find_tests(source)
    if not suite.tests:
        raise UsageError("test.nothing", path=folder.as_posix())
    if pattern is None:
        return suite
    try:
        selected = suite.select(re.compile(pattern))
    except re.error as error:
        raise UsageError("test.bad-pattern", pattern=pattern, problem=str(error)) from None
    if not selected.tests:
        raise UsageError("test.nothing-selected", n=len(suite.tests), pattern=pattern)
    return selected


def _bundle(folder: Path, source: Source) -> Bundle:
    """Put the policies together as for a check, but with their tests and without the lint."""
    from algocheck.bundles import RULES
    from algocheck.resources import policies

    modules = (*source.modules, *source.tests)
    data = dict(source.data.get("algocheck", {}))
    if not source.is_whole:
        base = read_source(policies())
        modules += tuple(each for each in base.modules if not each.path.startswith(RULES))
        # The index tells of rules, and those of the base are not here.
        data |= {key: value for key, value in base.data["algocheck"].items() if key != "index"}
    return Bundle(
        name=folder.resolve().name,
        revision="",
        digest="",
        modules=modules,
        data=json.dumps({"algocheck": data}),
        rules=(),
        vouched=False,
    )


def _tell_coverage(
    covered: "list[Covered]", folder: Path, least: float | None, language: Language
) -> bool:
    from algocheck.engine.coverage import percentage

    for each in covered:
        if each.missed:
            values: dict[str, Value] = {
                "percentage": _rounded(percentage([each])),
                "lines": _ranges(each.missed),
            }
            told = say(message("test.missed", **values), language)
            click.echo(f"{(folder / each.path).as_posix()}:{min(each.missed)}:1: {told}")
    total = percentage(covered)
    enough = least is None or total >= least
    key = "test.coverage" if enough else "test.coverage-low"
    told = say(message(key, percentage=_rounded(total), least=f"{least or 0:g}"), language)
    click.echo(told, err=True)
    return enough


def _rounded(percent: float) -> str:
    # Downwards: what is not quite everything must not read as 100.
    return f"{int(percent * 10) / 10:.1f}"


def _ranges(lines: Iterable[int]) -> str:
    """Write 1, 2, 3 and 7 as "1-3, 7"."""
    groups = itertools.groupby(enumerate(sorted(lines)), lambda pair: pair[1] - pair[0])
    runs = [[line for _, line in group] for _, group in groups]
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
