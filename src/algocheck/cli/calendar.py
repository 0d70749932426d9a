"""`algocheck calendar`: what must be done, and by when."""

import datetime as dt
from pathlib import Path

import click

from algocheck.calendar import FORMATS, reporter
from algocheck.cli.config import Configured
from algocheck.cli.language import language_option
from algocheck.cli.options import Day, Format, Target
from algocheck.cli.plan import How, plan_options, run_plan, selection_options
from algocheck.cli.targets import or_none, refuse_clashes, refuse_losses
from algocheck.cli.tell import tell
from algocheck.cli.waivers import waivers_file, waivers_option
from algocheck.covering import waived
from algocheck.errors import UsageError
from algocheck.plan import own_files
from algocheck.words import Language

YEARS = 5
"""How far ahead it looks unless told: beyond the last day of law that is known today."""

MOST_YEARS = 20
"""What is asked about grows with the days that a manifest names; nobody plans further ahead."""


@click.command("calendar", cls=Configured)
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "formats",
    type=Format(FORMATS),
    multiple=True,
    default=("text",),
    metavar="FORMAT[=FILE]",
)
@click.option("--until", type=Day(), metavar="DATE")
@selection_options
@waivers_option
@plan_options
@language_option()
@click.option("--all", "everything", is_flag=True)
def command(  # noqa: PLR0913 -- a command line has as many options as it has
    *,
    paths: tuple[str, ...],
    formats: tuple[Target, ...],
    until: str | None,
    party: str | None,
    themes: tuple[str, ...],
    rules: tuple[str, ...],
    waivers: Path | None,
    how: How,
    language: Language,
    everything: bool,
) -> int:
    """List what must be done about the manifests in PATHS, and by when.

    Reviews, terms that end, waivers that expire, laws that come into force. Exit 0
    when everything could be read, 1 when a manifest or a day in it could not, 2
    without a calendar.
    """
    click.get_current_context().with_resource(or_none(formats))
    refuse_clashes(formats)
    refuse_losses(formats, paths)
    of_waivers = waivers_file(waivers)
    last = until or _years_after(how.today, YEARS)
    _refuse_unlikely(how.today, last)
    plan = how.plan(paths, party=party, themes=themes, rules=rules)._replace(
        until=last, own=own_files(of_waivers)
    )
    report = run_plan(paths, plan, language)
    report = waived(report, of_waivers, paths, plan.bundles)
    tell(report, formats, language, everything=everything, reporters=reporter)
    # Imported here: its words are needed once there is something to list.
    from algocheck.calendar.listing import listing

    return 0 if listing(report).complete else 1


def _years_after(day: str, years: int) -> str:
    date = dt.date.fromisoformat(day)
    year = min(date.year + years, dt.MAXYEAR)
    try:
        return date.replace(year=year).isoformat()
    except ValueError:  # there is no 29 February in that year
        return date.replace(year=year, day=28).isoformat()


def _refuse_unlikely(today: str, until: str) -> None:
    if until < today:
        raise UsageError("calendar.until-before", until=until, today=today)
    if until > _years_after(today, MOST_YEARS):
        raise UsageError("calendar.until-too-far", until=until, n=MOST_YEARS)
