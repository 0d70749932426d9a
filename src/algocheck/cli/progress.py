"""Say on standard error how far a long run is; a short run says nothing."""

import sys
from types import TracebackType
from typing import Any, Self

from algocheck.words import Language, message, say

LONG = 100
"""From this number of files on, a person wonders whether anything still happens."""


class Progress:
    """A bar on a terminal, nothing in a log."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._bar: Any = None
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __call__(self, done: int, total: int) -> None:
        """Show that *done* of *total* files are done."""
        if total < LONG or not sys.stderr.isatty():
            return
        if self._bar is None:
            import click

            label = say(message("check.progress"), self._language)
            self._bar = click.progressbar(length=total, label=label, file=sys.stderr)
        self._bar.update(done - self._done)
        self._done = done

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.render_finish()
