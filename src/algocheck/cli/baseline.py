"""`algocheck baseline`: what is open today, so that a check fails on what comes after it."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

import click

from algocheck.cli.baselines import baseline_file, baseline_option, existing_baseline
from algocheck.cli.command import Group
from algocheck.cli.config import Configured, configured
from algocheck.cli.language import language_of_help, language_option
from algocheck.cli.options import PLACE, Choice, Day
from algocheck.cli.plan import How, plan_options, run_plan, today_here
from algocheck.cli.waivers import waivers_file, waivers_option
from algocheck.covering import never, waived
from algocheck.errors import UsageError
from algocheck.manifest.discover import printable
from algocheck.model import Report
from algocheck.pipeline import nothing_checked
from algocheck.plan import own_files
from algocheck.words import Language

LONGEST_REASON = 1000
"""Characters."""


class Checked(NamedTuple):
    """What a check found, and what no baseline may hold of it."""

    report: Report
    never: frozenset[str]


@click.group("baseline", cls=Group)
@language_of_help()
def command() -> None:
    """Keep what is open today apart from what comes after it."""


@command.command("create", cls=Configured)
@click.argument("paths", nargs=-1)
@click.option(
    "--output", "--baseline", "file", type=PLACE, metavar="FILE", envvar="ALGOCHECK_BASELINE"
)
@waivers_option
@plan_options
@language_option()
def create(
    *,
    paths: tuple[str, ...],
    file: Path | None,
    waivers: Path | None,
    how: How,
    language: Language,
) -> int:
    """Write everything that is open in the manifests in PATHS into a baseline.

    Whatever it weighs, and whichever --fail-on a check has. What a waiver covers is not
    put in, nor what no baseline may hold; that stays open, and is listed.

    Exit codes: 0 if it was written, 2 if not.
    """
    target = baseline_file(file)
    if os.path.lexists(target):
        raise UsageError("baseline.exists", file=printable(target))
    checked = _check(paths, how, waivers, target, language)
    # What such a waiver was to cover would be in the baseline, and open without a last day.
    _refuse_waivers(checked.report, "waiver/malformed", "waiver/expired")
    # Imported here: whoever was told that there is nothing to check need not wait for it.
    from algocheck.baseline.keep import created
    from algocheck.baseline.telling import tell_created
    from algocheck.baseline.writing import write

    kept = created(checked.report, checked.never)
    kept = kept._replace(baseline=kept.baseline._replace(file=printable(target)))
    write(kept.baseline, target)
    click.echo(tell_created(kept, language), nl=False)
    return 0


@command.command("update", cls=Configured)
@click.argument("paths", nargs=-1)
@baseline_option
@click.option("--accept-new", is_flag=True)
@click.option("--reason", metavar="TEXT")
@click.option("--forget", multiple=True, metavar="NAME")
@waivers_option
@plan_options
@language_option()
def update(  # noqa: PLR0913 -- a command line has as many options as it has
    *,
    paths: tuple[str, ...],
    baseline: Path | None,
    accept_new: bool,
    reason: str | None,
    forget: tuple[str, ...],
    waivers: Path | None,
    how: How,
    language: Language,
) -> int:
    """Remove from a baseline what is no longer open in the manifests in PATHS.

    What was solved, what a waiver covers now, and what has changed since. Of manifests
    that are not in PATHS everything stays. What is new is listed and not put in.

    Exit codes: 0 if nothing is new, or it was accepted; 1 if something new was refused;
    2 if there is no baseline, or it cannot be written.
    """
    why = _reason(reason, accept_new=accept_new)
    held = existing_baseline(baseline)
    for name in set(forget).difference(entry.manifest for entry in held.entries):
        raise UsageError("baseline.not-in-it", file=held.file, name=name)
    target = baseline_file(baseline)
    checked = _check(paths, how, waivers, target, language)
    _refuse_waivers(checked.report, "waiver/malformed")
    from algocheck.baseline.keep import updated
    from algocheck.baseline.telling import tell_updated
    from algocheck.baseline.writing import write

    kept = updated(checked.report, held, checked.never, reason=why, forget=frozenset(forget))
    write(kept.baseline, target)
    click.echo(tell_updated(kept, language), nl=False)
    return 1 if kept.comparison.new and not kept.accepted else 0


@command.command("show")
@click.argument("file", required=False, type=PLACE)
@click.option("--at", "today", type=Day(), metavar="DATE")
@click.option(
    "--format", "format_", type=Choice(["text", "json"]), default="text", show_default=True
)
@language_option()
def show(*, file: Path | None, today: str | None, format_: str, language: Language) -> None:
    """Show what a baseline holds, by manifest and rule, and for how long.

    FILE is the baseline that a check would use when left out.
    """
    held = existing_baseline(file or _of_a_check())
    from algocheck.baseline import table

    day = today or today_here()
    if format_ == "json":
        table.write_json(held, day, sys.stdout)
    else:
        table.write_text(held, day, sys.stdout, language)


def _of_a_check() -> Path | None:
    """Return what the environment or the configuration names; None where neither does."""
    inherited = os.environ.get("ALGOCHECK_BASELINE")
    return Path(inherited) if inherited else configured("baseline")


def _reason(reason: str | None, *, accept_new: bool) -> str:
    said = " ".join((reason or "").split())
    if accept_new != bool(said):
        raise UsageError("baseline.reason-and-accept")
    if len(said) > LONGEST_REASON:
        raise UsageError("baseline.reason-too-long", most=LONGEST_REASON)
    return said


def _refuse_waivers(report: Report, *rules: str) -> None:
    for finding in report.findings:
        if finding.name in rules and finding.problem:
            place = finding.location.address
            raise UsageError("baseline.mend-waivers", place=place, problem=finding.problem)


def _check(
    paths: tuple[str, ...], how: How, waivers: Path | None, target: Path, language: Language
) -> Checked:
    """Check *paths* against all rules: a baseline of a selection would lack the rest."""
    of_waivers = waivers_file(waivers)
    plan = how.plan(paths)._replace(own=own_files(of_waivers, target))
    report = run_plan(paths, plan, language)
    report = waived(report, of_waivers, paths, plan.bundles)
    if not report.verdicts:
        raise nothing_checked(report.skipped)
    return Checked(report, never(plan.bundles))
