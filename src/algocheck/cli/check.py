"""`algocheck check`: the main job."""

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from algocheck import pipeline
from algocheck.bundles import with_house_rules
from algocheck.cli.config import Configured
from algocheck.cli.language import language_option
from algocheck.cli.options import Day, Format, Target, Weight
from algocheck.cli.progress import Progress
from algocheck.cli.server import server_options
from algocheck.cli.tell import refuse_clashes, tell
from algocheck.engine import ENGINES
from algocheck.engine.settings import Server, Settings
from algocheck.errors import UsageError
from algocheck.manifest import limits
from algocheck.model import Severity
from algocheck.policy.bundle import Bundle
from algocheck.verdict.select import select
from algocheck.words import Language, message, say


@click.command("check", cls=Configured)
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "formats",
    type=Format(),
    multiple=True,
    default=("text",),
    metavar="FORMAT[=FILE]",
    envvar="ALGOCHECK_FORMAT",
    help="How to tell it: text or json; several may be given, each to a file of its own.",
)
@click.option(
    "--fail-on",
    type=Weight(),
    default="high",
    show_default=True,
    metavar="SEVERITY",
    envvar="ALGOCHECK_FAIL_ON",
    help="From which severity on an open finding means exit 1: low, medium, high or critical.",
)
@click.option(
    "--unknown",
    type=click.Choice(["fail", "warn"]),
    default="fail",
    show_default=True,
    envvar="ALGOCHECK_UNKNOWN",
    help="Whether what is not shown counts as open.",
)
@click.option(
    "--as",
    "party",
    type=click.Choice(["supplier", "deployer"]),
    envvar="ALGOCHECK_AS",
    help="Only what this party must do.",
)
@click.option(
    "--theme",
    "themes",
    multiple=True,
    metavar="THEME",
    envvar="ALGOCHECK_THEME",
    help="Only the rules of this theme.",
)
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar="RULE",
    envvar="ALGOCHECK_RULE",
    help="Only this rule, by id or code.",
)
@click.option(
    "--policy",
    "policies",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    envvar="ALGOCHECK_POLICY",
    help="A folder of house rules to check as well.",
)
@click.option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    envvar="ALGOCHECK_ENGINE",
    help="What evaluates the policies; the one that suits them when left out.",
)
@click.option(
    "--verify-engine",
    "verify",
    type=click.Choice(list(ENGINES)),
    envvar="ALGOCHECK_VERIFY_ENGINE",
    help="Ask this engine too: an answer that differs is no verdict.",
)
@server_options
@click.option(
    "--at", "today", type=Day(), metavar="DATE", help="The day of the check; today when left out."
)
@language_option()
@click.option(
    "--all", "everything", is_flag=True, help="Show everything, not only what is most pressing."
)
@click.option(
    "--skip-others", is_flag=True, help="Skip named files that are no manifests; for pre-commit."
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    envvar="ALGOCHECK_JOBS",
    help="How many processes to use; one a processor when left out.",
)
def command(  # noqa: PLR0913 -- a command line has as many options as it has
    *,
    paths: tuple[str, ...],
    formats: tuple[Target, ...],
    fail_on: Severity,
    unknown: str,
    party: str | None,
    themes: tuple[str, ...],
    rules: tuple[str, ...],
    policies: tuple[Path, ...],
    engine: str | None,
    verify: str | None,
    server: Server,
    opa: str,
    today: str | None,
    language: Language,
    everything: bool,
    skip_others: bool,
    jobs: int | None,
) -> int:
    """Check the manifests in PATHS: exit 0 if compliant, 1 if not, 2 without a verdict.

    PATHS are files and directories; "-" is standard input. In a directory, files
    that are no manifests are skipped and counted.
    """
    if not paths:
        raise UsageError("check.no-paths")
    if "" in paths:
        raise UsageError("check.empty-path")
    refuse_clashes(formats)
    bundles = with_house_rules(policies)
    plan = pipeline.Plan(
        bundles=bundles,
        today=today or dt.date.today().isoformat(),  # noqa: DTZ011 -- the day here, as people mean it
        engine=engine or "",
        verify=verify or "",
        settings=Settings(cache=_cache(bundles, paths, (engine, verify)), opa=opa, server=server),
        selection=select(bundles, party=party, themes=themes, names=rules),
        threshold=fail_on,
        unknown_fails=unknown == "fail",
        skip_others=skip_others,
        jobs=jobs or os.cpu_count() or 1,
    )
    with Progress(language) as progress:
        stdin = sys.stdin.buffer.read(limits.BYTES + 1) if "-" in paths else b""
        report = pipeline.check(paths, plan, root=Path.cwd(), stdin=stdin, progress=progress)
    if not report.verdicts:
        # Named files may be something else; a directory in which nothing is found never passes.
        if any(path == "-" or Path(path).is_dir() for path in paths):
            raise UsageError("check.no-manifests", n=report.skipped)
        click.echo(say(message("check.none-was-a-manifest", n=report.skipped), language))
        return 0
    tell(report, formats, language, everything=everything)
    return 0 if report.passes else 1


def _cache(
    bundles: Sequence[Bundle], paths: Sequence[str], engines: Sequence[str | None]
) -> Path | None:
    """Return where compiled forms are kept; None where surely nobody will look there."""
    one_file = len(paths) == 1 and not Path(paths[0]).is_dir()
    if not any(bundle.compiled for bundle in bundles) or (one_file and "wasm" not in engines):
        return None
    # Imported here: most checks are of one manifest, and compile nothing.
    from platformdirs import user_cache_path

    return user_cache_path("algocheck", appauthor=False) / "compiled"
