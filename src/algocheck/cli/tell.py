"""Write a report in the formats asked for, each to its own place."""

import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from algocheck.cli.console import for_programs, for_the_eye, in_colour
from algocheck.cli.options import Target
from algocheck.errors import UsageError
from algocheck.model import Report
from algocheck.report import Reporter, Style, reporter
from algocheck.words import Language, message, say


def refuse_clashes(targets: Sequence[Target]) -> None:
    """Refuse two formats for one place, before anything is checked; raises `UsageError`."""
    places = [target.file for target in targets]
    for place in places:
        if places.count(place) > 1:
            key = "check.two-formats-one-file" if place else "check.two-formats-one-stream"
            raise UsageError(key, file=place)


def refuse_inputs(targets: Sequence[Target], paths: Sequence[str]) -> None:
    """Refuse to write a report over what is checked; raises `UsageError`.

    No format is YAML: whoever gives a report such a name has mistyped the name of a manifest.
    """
    named = {Path(path).resolve() for path in paths if path != "-"}
    for target in targets:
        file = Path(target.file)
        if target.file and (file.suffix in (".yaml", ".yml") or file.resolve() in named):
            raise UsageError("check.report-over-manifest", file=target.file)


@contextmanager
def or_none(targets: Sequence[Target]) -> Iterator[None]:
    """Leave no file of *targets* where a run ends without a verdict.

    What an earlier run wrote there, or half of what this one did, would be taken for its report.
    """
    try:
        yield
    except BaseException:
        for target in targets:
            _remove(target.file)
        raise


def _remove(file: str) -> None:
    path = Path(file)
    # A device, a pipe or a link is somebody else's, and holds no older report.
    with suppress(OSError):
        if file and stat.S_ISREG(path.lstat().st_mode):
            path.unlink()


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
            with Path(target.file).open(
                "w", encoding="utf-8", errors="backslashreplace", newline="\n"
            ) as stream:
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
