"""`algocheck policy`: for those who write rules."""

from pathlib import Path

import click

from algocheck.cli.command import Group
from algocheck.cli.language import language_of_help, language_option
from algocheck.cli.policy_build import command as build
from algocheck.cli.policy_test import command as test
from algocheck.errors import UsageError
from algocheck.files import write_whole
from algocheck.policy.lint import Inspection
from algocheck.policy.source import Source, read_source
from algocheck.words import Language, message, say

_check = click.option("--check", is_flag=True)
_folder = click.argument("folder", metavar="[DIR]", required=False, type=Path)


@click.group("policy", cls=Group)
@language_of_help()
def command() -> None:
    """Write, lint, test, index and build policies."""


command.add_command(build)
command.add_command(test)


@command.command()
@click.argument("folders", metavar="[DIR]...", nargs=-1, type=Path)
@language_option()
def lint(folders: tuple[Path, ...], language: Language) -> int:
    """Look at the policies in each DIR (the shipped ones if none is named): exit 1 for violations.

    A DIR without algocheck/main holds house rules: they are looked at together
    with the shipped library and parameters.
    """
    from algocheck.resources import policies

    violations = modules = 0
    for folder in folders or (policies(),):
        source = read_source(folder)
        if not source.modules:
            raise UsageError("policy.no-policies", path=_shown(folder))
        inspection = _inspect(source, wants_tests=not _is_built(folder))
        for each in inspection.violations:
            place = f"{_shown(folder / each.file)}:{each.line}:{each.column}"
            click.echo(f"{place}: {each.check}: {say(each.message, language)}")
        violations += len(inspection.violations)
        modules += len(source.modules)
    summary = message("policy.linted", modules=message("policy.modules", n=modules), n=violations)
    click.echo(say(summary, language), err=True)
    return 1 if violations else 0


@command.command()
@_folder
@_check
@language_option()
def index(folder: Path | None, *, check: bool, language: Language) -> int:
    """Write the index of the rules in DIR: their METADATA, and the facts they read."""
    from algocheck.policy.index import PATH, index_text
    from algocheck.resources import policies

    folder = folder or policies()
    inspection = _inspect(read_source(folder), wants_tests=False)
    if inspection.violations:
        raise UsageError("policy.lint-first", n=len(inspection.violations), path=_shown(folder))
    file = folder / PATH
    outcome = _keep(file, index_text(inspection.rules), check=check)
    told = message(f"policy.index-{outcome}", path=_shown(file), n=len(inspection.rules))
    click.echo(say(told, language), err=True)
    return 1 if outcome == "drifted" else 0


@command.command()
@_folder
@_check
@language_option()
def facts(folder: Path | None, *, check: bool, language: Language) -> int:
    """Write the facts in DIR as the manifest's schema has them."""
    from algocheck.manifest.schema import schema
    from algocheck.policy.facts import facts_module
    from algocheck.resources import policies

    file = (folder or policies()) / "algocheck/facts/facts.rego"
    outcome = _keep(file, facts_module(schema()), check=check)
    click.echo(say(message(f"policy.facts-{outcome}", path=_shown(file)), language), err=True)
    return 1 if outcome == "drifted" else 0


@command.command()
@click.option("--check", is_flag=True)
@language_option()
def vouch(*, check: bool, language: Language) -> int:
    """Have algocheck recognise its own policies as they are now, after they passed their tests."""
    from algocheck import bundles

    outcome = _outcome(is_current=bundles.vouch(write=not check), check=check)
    click.echo(say(message(f"policy.vouch-{outcome}"), language), err=True)
    return 1 if outcome == "drifted" else 0


@command.command()
@click.argument("rule", metavar="THEME/DEFECT")
@click.option(
    "--to", "folder", metavar="DIR", type=Path, default=Path("policies"), show_default=True
)
@language_option()
def new(rule: str, folder: Path, language: Language) -> None:
    """Make a rule to fill in: Rego with METADATA, and its tests; the lint says what is missing."""
    from algocheck.policy.skeleton import skeleton

    files = skeleton(rule)
    for path in files:
        if (folder / path).exists():
            raise UsageError("policy.exists", path=_shown(folder / path))
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        click.echo(say(message("policy.made", path=_shown(file)), language))
    click.echo(say(message("policy.fill-in", path=_shown(folder)), language), err=True)


def _keep(file: Path, text: str, *, check: bool) -> str:
    """Let *file* hold *text*, unless that is only to be checked; return the outcome."""
    is_current = file.is_file() and file.read_text(encoding="utf-8") == text
    if not is_current and not check:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text.encode("utf-8"))
    return _outcome(is_current=is_current, check=check)


def _outcome(*, is_current: bool, check: bool) -> str:
    if is_current:
        return "current"
    return "drifted" if check else "written"


def _shown(path: Path) -> str:
    # As a person would write it: from here, where that is possible.
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _is_built(folder: Path) -> bool:
    # What is published carries no tests.
    return not any(folder.rglob("*_test.rego")) and (folder / ".manifest").is_file()


def _inspect(source: Source, *, wants_tests: bool) -> Inspection:
    from algocheck.engine.syntax import parse
    from algocheck.manifest.schema import fields
    from algocheck.policy.lint import inspect
    from algocheck.resources import policies

    base = None if source.is_whole else read_source(policies())
    return inspect(source, parse=parse, fields=fields(), base=base, wants_tests=wants_tests)
