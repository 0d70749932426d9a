"""`algocheck explain`: what a rule requires, why, and what passes it."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from algocheck.bundles import with_house_rules
from algocheck.cli.command import Command
from algocheck.cli.language import language_option
from algocheck.cli.options import PLACE, Choice
from algocheck.cli.tell import terminal_style
from algocheck.errors import UsageError
from algocheck.model import Rule
from algocheck.policy.bundle import Bundle
from algocheck.verdict.select import select
from algocheck.words import Language, message, say


@click.command("explain", cls=Command)
@click.argument("names", metavar="[RULE]...", nargs=-1)
@click.option("--all", "everything", is_flag=True)
@click.option(
    "--policy", "policies", multiple=True, type=PLACE, metavar="DIR", envvar="ALGOCHECK_POLICY"
)
@click.option(
    "--format", "format_", type=Choice(["text", "markdown"]), default="text", show_default=True
)
@click.option("--to", "folder", type=PLACE, metavar="DIR")
@language_option()
def command(  # noqa: PLR0913 -- a command line has as many options as it has
    *,
    names: tuple[str, ...],
    everything: bool,
    policies: tuple[Path, ...],
    format_: str,
    folder: Path | None,
    language: Language,
) -> None:
    """Explain each RULE, named by its id or its code.

    What it requires and why, under which law, who must act, since when, which
    facts it reads, and what passes it.
    """
    if everything == bool(names):
        raise UsageError("explain.rule-and-all" if everything else "explain.which")
    if folder is not None and format_ != "markdown":
        raise UsageError("explain.to-needs-markdown")
    bundles = with_house_rules(policies)
    selection = select(bundles, names=names)
    rules = [rule for bundle in bundles for rule in bundle.rules if selection.takes(rule)]
    regimes = {bundle.name: _regimes(bundle) for bundle in bundles}
    if folder is not None:
        _write_pages(rules, regimes, folder, language)
    elif format_ == "markdown":
        from algocheck.report.rule_markdown import page

        told = (page(rule, regimes[rule.bundle], language) for rule in rules)
        click.echo("\n".join(told), nl=False)
    else:
        from algocheck.report.rule_text import write_explanation

        for position, rule in enumerate(rules):
            click.echo("\n" * bool(position), nl=False)
            write_explanation(rule, regimes[rule.bundle], sys.stdout, terminal_style(language))


def _regimes(bundle: Bundle) -> Mapping[str, Any]:
    parameters = json.loads(bundle.data)["algocheck"].get("params", {})
    regimes: Mapping[str, Any] = parameters.get("regimes", {})
    return regimes


def _write_pages(
    rules: list[Rule], regimes: Mapping[str, Any], folder: Path, language: Language
) -> None:
    from algocheck.report.rule_markdown import pages

    made = pages(rules, regimes, language)
    for path, text in made.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    click.echo(
        say(message("explain.written", n=len(made), path=folder.as_posix()), language), err=True
    )
