"""What is wrong with how a command was called, in both languages: click itself knows English."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import click
from click.core import ParameterSource

from algocheck.cli.help import metavar
from algocheck.cli.options import Refused
from algocheck.words import Language, Message, message

ALIKE = 0.7
"""How much of two names is the same where one may be meant by the other: 1 is all of it."""


def problem(error: click.UsageError, language: Language) -> Message:
    """Say what is wrong, and where to look it up; values are named in *language*."""
    command = error.ctx.command_path if error.ctx else "algocheck"
    return message("cli.usage", problem=_problem(error, language), command=command)


def closest_to(name: str, known: Iterable[str]) -> str:
    """Return which of *known* may have been meant; empty where nothing resembles *name*."""
    return next(iter(get_close_matches(name, sorted(known), n=1, cutoff=ALIKE)), "")


def _problem(error: click.UsageError, language: Language) -> Message:
    told = message("cli.problem", problem=error.format_message())
    match error:
        case click.NoSuchOption(option_name=name):
            told = _unknown("option", name, error.possibilities or ())
        case click.NoSuchCommand(command_name=name):
            told = _unknown("command", name, error.possibilities or ())
        case click.MissingParameter(param=click.Parameter() as parameter):
            kind = parameter.param_type_name
            told = message(f"usage.missing-{kind}", name=_name(parameter, language))
        case click.BadParameter(param=click.Parameter() as parameter):
            place = _place(parameter, error.ctx, language)
            told = message("usage.at", place=place, problem=_misfit(error))
        case click.BadOptionUsage():
            told = _misused(error, language)
        case click.UsageError(ctx=click.Context(command=click.Group() as group) as context):
            names = ", ".join(group.list_commands(context))
            told = message("usage.missing-command", name=context.command_path, names=names)
    return told


def _unknown(kind: str, name: str, possibilities: Iterable[str]) -> Message:
    closest = closest_to(name, possibilities)
    if closest:
        return message(f"usage.no-{kind}-but", name=name, closest=closest)
    if kind == "command" and Path(name).exists():
        return message("usage.no-command-but-path", name=name)
    return message(f"usage.no-{kind}", name=name)


def _misfit(error: click.BadParameter) -> Message:
    if isinstance(error, Refused):
        return error.problem
    if isinstance(error.param, click.Option) and error.param.is_flag:
        return message("usage.switch")
    return message("cli.problem", problem=error.message)


def _misused(error: click.BadOptionUsage, language: Language) -> Message:
    name = error.option_name
    for parameter in error.ctx.command.params if error.ctx else ():
        if isinstance(parameter, click.Option) and name in parameter.opts:
            if parameter.is_flag:
                return message("usage.takes-no-value", name=name)
            return message("usage.needs-value", name=name, value=metavar(parameter, language))
    return message("cli.problem", problem=error.message)


def _place(parameter: click.Parameter, context: click.Context | None, language: Language) -> str:
    source = context and context.get_parameter_source(parameter.name or "")
    if source is ParameterSource.ENVIRONMENT:
        return str(parameter.envvar)
    return _name(parameter, language)


def _name(parameter: click.Parameter, language: Language) -> str:
    is_option = isinstance(parameter, click.Option)
    return max(parameter.opts, key=len) if is_option else metavar(parameter, language)
