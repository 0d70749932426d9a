"""Write a report in the formats asked for, each to its own place."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from algocheck.cli.options import Target
from algocheck.errors import UsageError
from algocheck.model import Report
from algocheck.report import Style, reporter
from algocheck.words import Language


def refuse_clashes(targets: Sequence[Target]) -> None:
    """Refuse two formats for one place, before anything is checked; raises `UsageError`."""
    places = [target.file for target in targets]
    for place in places:
        if places.count(place) > 1:
            key = "check.two-formats-one-file" if place else "check.two-formats-one-stream"
            raise UsageError(key, file=place)


def tell(
    report: Report, targets: Sequence[Target], language: Language, *, everything: bool
) -> None:
    """Write *report* once for each target; raises OSError where a file cannot be written."""
    for target in targets:
        write = reporter(target.format)
        if target.file:
            # Everything, at a width that suits an editor: a file has no first screen.
            style = Style(language, width=100, everything=True)
            with Path(target.file).open("w", encoding="utf-8", newline="\n") as stream:
                write(report, stream, style)
        else:
            write(report, sys.stdout, terminal_style(language, everything=everything))


def terminal_style(language: Language, *, everything: bool = False, otherwise: int = 80) -> Style:
    """Return how to write on standard output; *otherwise* is the width where no terminal is."""
    terminal = sys.stdout.isatty()
    width = _columns() if terminal else otherwise
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Style(language, width=max(width, 40), colour=colour, everything=everything)


def _columns() -> int:
    # Imported here: in a pipeline there is no terminal to measure.
    import shutil

    return shutil.get_terminal_size((80, 24)).columns
