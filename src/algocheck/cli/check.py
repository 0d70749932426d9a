"""`algocheck check`: the main job."""

from pathlib import Path

import click

from algocheck.cli.baselines import baseline_file, baseline_option, read_baseline
from algocheck.cli.config import Configured
from algocheck.cli.language import language_option
from algocheck.cli.options import Choice, Format, Target, Weight
from algocheck.cli.plan import How, plan_options, run_plan, selection_options
from algocheck.cli.targets import or_none, refuse_clashes, refuse_losses
from algocheck.cli.tell import tell, tell_nothing
from algocheck.cli.waivers import DEFAULT, waivers_file, waivers_option
from algocheck.model import Severity
from algocheck.pipeline import nothing_checked
from algocheck.plan import own_files
from algocheck.words import Language


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
)
@click.option(
    "--fail-on",
    type=Weight(),
    default="high",
    show_default=True,
    metavar="SEVERITY",
    envvar="ALGOCHECK_FAIL_ON",
)
@click.option(
    "--unknown",
    type=Choice(["fail", "warn"]),
    default="fail",
    show_default=True,
    envvar="ALGOCHECK_UNKNOWN",
)
@selection_options
@waivers_option
@baseline_option
@plan_options
@language_option()
@click.option("--all", "everything", is_flag=True)
@click.option("--skip-others", is_flag=True)
@click.option("--since", metavar="GITREF")
def command(  # noqa: PLR0913 -- a command line has as many options as it has
    *,
    paths: tuple[str, ...],
    formats: tuple[Target, ...],
    fail_on: Severity,
    unknown: str,
    party: str | None,
    themes: tuple[str, ...],
    rules: tuple[str, ...],
    waivers: Path | None,
    baseline: Path | None,
    how: How,
    language: Language,
    everything: bool,
    skip_others: bool,
    since: str | None,
) -> int:
    """Check the manifests in PATHS: exit 0 if compliant, 1 if not, 2 without a verdict.

    PATHS are files and directories; "-" is standard input. In a directory, files
    that are no manifests are skipped and counted.
    """
    click.get_current_context().with_resource(or_none(formats))
    refuse_clashes(formats)
    refuse_losses(formats, paths)
    of_waivers = waivers_file(waivers)
    held = read_baseline(baseline)
    plan = how.plan(paths, party=party, themes=themes, rules=rules)._replace(
        threshold=fail_on,
        unknown_fails=unknown == "fail",
        skip_others=skip_others,
        own=own_files(of_waivers, baseline_file(baseline) if held else None),
    )
    narrow = None
    if since is not None:
        # Imported here: it runs git, which few checks need.
        from algocheck.cli.since import narrowing

        narrow = narrowing(
            since,
            paths,
            bearing_on_all=(*how.policies, waivers or Path(DEFAULT), baseline_file(baseline)),
            skip_others=skip_others,
            language=language,
        )
    report = run_plan(paths, plan, language, narrow=narrow)
    if of_waivers or held:
        # Imported here: most checks have neither.
        from algocheck.covering import baselined, waived

        report = waived(report, of_waivers, paths, plan.bundles)
        report = baselined(report, held, plan.bundles)
    if not report.verdicts:
        # Named files may be something else; a directory in which nothing is found never passes.
        anywhere = any(path == "-" or Path(path).is_dir() for path in paths)
        if anywhere and not report.unchanged:
            raise nothing_checked(report.skipped)
        if not report.findings:
            tell_nothing(report, formats, language, named=len(set(paths)))
            return 0
    tell(report, formats, language, everything=everything)
    return 0 if report.passes else 1
