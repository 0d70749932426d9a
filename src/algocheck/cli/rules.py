"""`algocheck rules`: which rules there are."""

import sys
from pathlib import Path

import click

from algocheck.bundles import with_house_rules
from algocheck.cli.command import Command
from algocheck.cli.console import for_programs
from algocheck.cli.language import language_option
from algocheck.cli.options import PLACE, Choice, Weight
from algocheck.cli.tell import terminal_style
from algocheck.errors import UsageError
from algocheck.model import Kind, Owner, Severity
from algocheck.verdict.select import select
from algocheck.words import Language

_LINE = 1000
"""Columns where nobody looks at a screen: one line a rule, for grep and the like."""


@click.command("rules", cls=Command)
@click.option("--theme", "themes", multiple=True, metavar="THEME")
@click.option("--severity", "severities", multiple=True, type=Weight(), metavar="SEVERITY")
@click.option("--kind", "kinds", multiple=True, type=Choice([kind.value for kind in Kind]))
@click.option("--owner", "owners", multiple=True, type=Choice([owner.value for owner in Owner]))
@click.option("--as", "party", type=Choice(["supplier", "deployer"]))
@click.option(
    "--policy", "policies", multiple=True, type=PLACE, metavar="DIR", envvar="ALGOCHECK_POLICY"
)
@click.option(
    "--format", "format_", type=Choice(["text", "json"]), default="text", show_default=True
)
@language_option()
def command(  # noqa: PLR0913 -- a command line has as many options as it has
    *,
    themes: tuple[str, ...],
    severities: tuple[Severity, ...],
    kinds: tuple[str, ...],
    owners: tuple[str, ...],
    party: str | None,
    policies: tuple[Path, ...],
    format_: str,
    language: Language,
) -> None:
    """List the rules. An option that is given twice takes either; different options narrow down."""
    bundles = with_house_rules(policies)
    selection = select(bundles, party=party, themes=themes)
    rules = [
        rule
        for rule in sorted(
            (rule for bundle in bundles for rule in bundle.rules), key=lambda rule: rule.id
        )
        if selection.takes(rule)
        and (not severities or rule.severity in severities)
        and (not kinds or rule.kind in kinds)
        and (not owners or rule.owner in owners)
    ]
    if not rules:
        raise UsageError("rules.none")
    if format_ == "json":
        from algocheck.report.rule_json import write

        write(rules, for_programs(sys.stdout))
        return
    from algocheck.report.rule_text import write_table

    write_table(rules, sys.stdout, terminal_style(language, otherwise=_LINE))
