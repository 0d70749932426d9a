"""`algocheck waive`: write down that something may stay open, within the limits of the policies."""

from pathlib import Path

import click

from algocheck.cli.config import Configured
from algocheck.cli.language import language_option
from algocheck.cli.plan import How, plan_options, run_plan
from algocheck.cli.waivers import DEFAULT, waivers_option
from algocheck.plan import own_files
from algocheck.words import Language


@click.command("waive", cls=Configured)
@click.argument("paths", nargs=-1)
@click.option("--rule", metavar="RULE")
@click.option("--manifest", metavar="NAME")
@click.option("--place", metavar="PLACE")
@click.option("--reason", metavar="TEXT")
@click.option("--role", metavar="ROLE")
@click.option("--expires", metavar="DATE")
@click.option("--reference", metavar="TEXT")
@waivers_option
@plan_options
@language_option()
def command(
    *,
    paths: tuple[str, ...],
    waivers: Path | None,
    how: How,
    language: Language,
    **given: str | None,
) -> int:
    """Write a waiver for something that is open in the manifests in PATHS, or in this folder.

    On a terminal, waive asks for what is not given. What the limits of the policies do
    not allow is refused, and nothing is written.

    Exit codes: 0 if it was written or is there already, 2 if not.
    """
    file = Path(DEFAULT) if waivers is None else waivers
    paths = paths or (".",)
    plan = how.plan(paths)._replace(own=own_files(file))
    report = run_plan(paths, plan, language)
    # Imported here: what it takes is of no use before there is a report.
    from algocheck.cli.waiving import write
    from algocheck.waiver.proposing import Proposing

    write(Proposing(report, plan.bundles), file, given, language)
    return 0
