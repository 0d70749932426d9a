"""Values that options give, turned into what the rest of algocheck understands.

Each type refuses in both languages; click's own types know English alone.
"""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import click

from algocheck.model import Severity
from algocheck.words import Message, Value, message, say

PLACE = click.Path(path_type=Path, readable=False)
"""A file or folder, there or not: whoever reads it says what is wrong with it. In a variable,
several stand as in PATH.
"""


class Refused(click.BadParameter):
    """A value that does not fit, and why."""

    def __init__(
        self, problem: Message, param: click.Parameter | None, ctx: click.Context | None
    ) -> None:
        super().__init__(say(problem, "en"), ctx, param)
        self.problem = problem


def _refuse(
    key: str, param: click.Parameter | None, ctx: click.Context | None, **values: Value
) -> NoReturn:
    raise Refused(message(f"usage.{key}", **values), param, ctx)


class Choice(click.Choice[str]):
    """One of some words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word."""
        if value not in self.choices:
            _refuse("choice", param, ctx, value=str(value), choices=", ".join(self.choices))
        return str(value)


class Number(click.ParamType[float]):
    """A number from *least* on, and not above *most* if there is one."""

    name = "number"

    def __init__(self, least: int, most: int | None = None, *, whole: bool = True) -> None:
        self.least = least
        self.most = most
        self._kind: type[int | float] = int if whole else float

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the number."""
        try:
            # From its text: 1.5 in a configuration is no 1, and true is none either.
            number = self._kind(str(value))
        except ValueError:
            key = "no-number" if self._kind is float else "no-whole-number"
            _refuse(key, param, ctx, value=str(value))
        if not self.least <= number <= (number if self.most is None else self.most):
            _refuse("out-of-range", param, ctx, value=str(value), range=self.range())
        return number

    def range(self) -> Message:
        """Say from where to where."""
        if self.most is None:
            return message("usage.at-least", least=self.least)
        return message("usage.between", least=self.least, most=self.most)


class Day(click.ParamType[str]):
    """An ISO day that exists."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the day as YYYY-MM-DD."""
        try:
            return dt.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            _refuse("no-day", param, ctx, value=str(value))


class Weight(click.ParamType[Severity]):
    """A severity by its word."""

    name = "severity"
    choices = tuple(severity.word for severity in reversed(Severity))

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Severity:
        """Return the severity."""
        words = {severity.word: severity for severity in Severity}
        if isinstance(value, Severity):
            return value
        if str(value).lower() not in words:
            _refuse("choice", param, ctx, value=str(value), choices=", ".join(self.choices))
        return words[str(value).lower()]


class Target(NamedTuple):
    """A format, and the file it goes to; without one to standard output."""

    format: str
    file: str = ""


class Format(click.ParamType[Target]):
    """FORMAT or FORMAT=FILE."""

    name = "format"

    def __init__(self, formats: Mapping[str, str] | None = None) -> None:
        self._formats = formats  # None: those of a report

    @property
    def choices(self) -> tuple[str, ...]:
        """The names of the formats."""
        from algocheck.report import FORMATS

        return tuple(FORMATS if self._formats is None else self._formats)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Target:
        """Return the target."""
        if isinstance(value, Target):
            return value
        name, equals, file = str(value).partition("=")
        if equals and not file:
            _refuse("no-file", param, ctx, value=str(value), format=name)
        if name not in self.choices:
            _refuse("choice", param, ctx, value=name, choices=", ".join(self.choices))
        return Target(name, file)
