"""--baseline: which file holds it, and what it covers."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from algocheck.cli.options import PLACE
from algocheck.errors import UsageError
from algocheck.manifest.discover import printable

if TYPE_CHECKING:
    from algocheck.baseline.entries import Baseline

DEFAULT = "algocheck.baseline.json"
"""What is used where nothing else is named, if it is there."""


def baseline_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --baseline to *command*, which is given `baseline`: a path, or None for the usual one."""
    return click.option("--baseline", type=PLACE, metavar="FILE", envvar="ALGOCHECK_BASELINE")(
        command
    )


def baseline_file(named: Path | None) -> Path:
    """Return the file to work on, there or not."""
    return Path(DEFAULT) if named is None else named


def read_baseline(named: Path | None) -> "Baseline | None":
    """Return the baseline; None where none is named and the usual one is not there.

    Raises `UsageError` for one that was named and is not there, and `ConfigError` for a file
    that is no baseline.
    """
    return existing_baseline(named) if named or os.path.lexists(DEFAULT) else None


def existing_baseline(named: Path | None) -> "Baseline":
    """Return the baseline; raises `UsageError` where there is none, and `ConfigError` likewise."""
    file = baseline_file(named)
    if not os.path.lexists(file):
        raise UsageError("baseline.no-such-file", file=printable(file))
    # Imported here: most checks have no baseline.
    from algocheck.baseline.reading import read

    return read(file)
