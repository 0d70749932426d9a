"""Write a report in the formats asked for, each to its own place."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from algocheck.cli.console import for_programs, for_the_eye, in_colour
from algocheck.cli.options import Target
from algocheck.cli.targets import opened
from algocheck.model import Report
from algocheck.report import Reporter, Style, reporter
from algocheck.words import Language, message, say


def tell(
    report: Report,
    targets: Sequence[Target],
    language: Language,
    *,
    everything: bool,
    reporters: Callable[[str], Reporter] = reporter,
) -> None:
    """Write *report* once for each target; raises OSError where a file cannot be written."""
    root = Path.cwd().as_posix()
    for target in targets:
        write = reporters(target.format)
        if target.file:
            # Everything, at a width that suits an editor: a file has no first screen.
            style = Style(language, width=100, everything=True, root=root)
            with opened(target) as stream:
                write(report, stream, style)
        else:
            style = terminal_style(language, everything=everything)._replace(root=root)
            told = sys.stdout if target.format == "text" else for_programs(sys.stdout)
            write(report, told, style)


def tell_nothing(
    report: Report, targets: Sequence[Target], language: Language, *, named: int
) -> None:
    """Write a *report* on no manifest, and why none of the files *named* gave one.

    A file must not keep an older report.
    """
    why = message("check.none-was-a-manifest", n=named)
    if report.unchanged:
        why = message("since.none-changed", n=report.unchanged, ref=report.since)
    # Who reads the screen needs the line alone. A program reads a report there, and nothing else.
    machine = [target for target in targets if target != Target("text")]
    tell(report, machine, language, everything=True)
    click.echo(say(why, language), err=len(machine) == len(targets))


def terminal_style(language: Language, *, everything: bool = False, otherwise: int = 80) -> Style:
    """Return how to write on standard output; *otherwise* is the width where no terminal is."""
    terminal = sys.stdout.isatty()
    width = _columns() if terminal else otherwise
    return Style(
        language,
        width=max(width, 40),
        colour=in_colour(sys.stdout),
        table=for_the_eye(sys.stdout),
        everything=everything,
    )


def _columns() -> int:
    # Imported here: in a pipeline there is no terminal to measure.
    import shutil

    return shutil.get_terminal_size((80, 24)).columns
