"""--waivers: which file holds them, and what they cover."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from algocheck.cli.options import PLACE
from algocheck.errors import UsageError
from algocheck.manifest.discover import STDIN, printable
from algocheck.manifest.fetch import fetch
from algocheck.manifest.recognise import mentions
from algocheck.model import Report
from algocheck.policy.bundle import Bundle

DEFAULT = "waivers.yaml"
"""What is used where nothing else is named, if it is there."""


def waivers_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --waivers to *command*, which is given `waivers`: a path, or None for the usual file."""
    return click.option("--waivers", type=PLACE, metavar="FILE", envvar="ALGOCHECK_WAIVERS")(
        command
    )


def waivers_file(named: Path | None) -> Path | None:
    """Return the file of waivers; None where there is none. Raises `UsageError` as below.

    A file that was named and is not there would be waivers that silently do not count.
    """
    if named is None:
        return Path(DEFAULT) if os.path.lexists(DEFAULT) else None
    if not os.path.lexists(named):
        raise UsageError("waiver.no-such-file", path=printable(named))
    return named


def without_waivers(paths: tuple[str, ...], file: Path | None) -> tuple[str, ...]:
    """Return *paths* without *file*: pre-commit names it, and it is no manifest.

    A file that may be one is checked as well: nobody gets a manifest past us as waivers.
    """
    others = tuple(path for path in paths if not _is_same(path, file))
    return paths if len(others) < len(paths) and _may_be_manifest(file) else others


def with_waivers(
    report: Report, file: Path | None, paths: Sequence[str], bundles: Sequence[Bundle]
) -> Report:
    """Return *report* on *paths* with what the waivers in *file* cover, and what is wrong there."""
    if file is None:
        return report
    # Imported here: most checks have no waivers.
    from algocheck.waiver.applying import Scope, covered
    from algocheck.waiver.reading import read

    scope = Scope(
        whole=any(_is_above(path, file) for path in paths),
        named=any(_is_same(path, file) for path in paths),
    )
    if scope.named and not _may_be_manifest(file):
        report = report._replace(skipped=report.skipped + 1)
    return covered(report, read(file, printable(file)), bundles, scope)


def _may_be_manifest(file: Path | None) -> bool:
    content = fetch(file) if file else b""
    return isinstance(content, bytes) and mentions(content)


def _is_same(path: str, file: Path | None) -> bool:
    return file is not None and path != STDIN and os.path.realpath(path) == os.path.realpath(file)


def _is_above(path: str, file: Path) -> bool:
    folder = os.path.realpath(file.parent)
    return (
        path != STDIN
        and Path(path).is_dir()
        and Path(folder).is_relative_to(os.path.realpath(path))
    )
