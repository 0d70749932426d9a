"""Values that options give, turned into what the rest of algocheck understands."""

import datetime as dt
from typing import Any, NamedTuple

import click

from algocheck.model import Severity


class Day(click.ParamType[str]):
    """An ISO day that exists."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the day as YYYY-MM-DD."""
        try:
            return dt.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2027-12-02", param, ctx)


class Weight(click.ParamType[Severity]):
    """A severity by its word."""

    name = "severity"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Severity:
        """Return the severity."""
        words = {severity.word: severity for severity in Severity}
        if isinstance(value, Severity):
            return value
        if str(value).lower() not in words:
            self.fail(f"{value!r} is none of {', '.join(reversed(words))}", param, ctx)
        return words[str(value).lower()]


class Target(NamedTuple):
    """A format, and the file it goes to; without one to standard output."""

    format: str
    file: str = ""


class Format(click.ParamType[Target]):
    """FORMAT or FORMAT=FILE."""

    name = "format"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Target:
        """Return the target."""
        from algocheck.report import FORMATS

        if isinstance(value, Target):
            return value
        name, equals, file = str(value).partition("=")
        if equals and not file:
            self.fail(f"{value!r} names no file; write it as {name}=report.{name}", param, ctx)
        if name not in FORMATS:
            self.fail(f"{name!r} is none of {', '.join(FORMATS)}", param, ctx)
        return Target(name, file)
