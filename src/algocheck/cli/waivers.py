"""--waivers: which file holds them, and what they cover."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from algocheck.cli.options import PLACE
from algocheck.errors import UsageError
from algocheck.manifest.discover import printable

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
