"""Settings in the environment: one that does not exist is refused, as it is in a file."""

import re
from collections.abc import Iterator, Mapping

import click

from algocheck.errors import UsageError

PREFIX = "ALGOCHECK_"

NO_OPTIONS = (
    # The token, and what deploy/ tells an OPA server by.
    r"OPA_TOKEN$|CALLERS$|ENVIRONMENT$|STATE_DIRECTORY$|USER$|(BUNDLE|LOG|POLL)_"
    # What Kubernetes and Docker make of a service called algocheck.
    r"|(\w+_)?(SERVICE_HOST|SERVICE_PORT|PORT)(_\w+)?$"
)
"""What may follow the prefix though no option has it."""


def refuse_unknown(environment: Mapping[str, str], context: click.Context) -> None:
    """Raise `UsageError` where *environment* sets what is an option of no command.

    What is set for another command than that of *context* is left alone.
    """
    here = {
        name.removeprefix(PREFIX)
        for name, value in environment.items()
        if name.startswith(PREFIX) and value
    }
    for name in sorted(here.difference(_settings(context.command))):
        if not re.match(NO_OPTIONS, name):
            # Only now: to know the options of all commands takes the import of each of them.
            _refuse_unless_in(set(_settings(context.find_root().command)), name)


def _refuse_unless_in(known: set[str], name: str) -> None:
    if name not in known:
        # Imported here: few names have a typing error.
        from algocheck.cli.usage import closest_to

        closest = closest_to(name, known)
        if closest:
            raise UsageError("usage.no-variable-but", name=PREFIX + name, closest=PREFIX + closest)
        raise UsageError("usage.no-variable", name=PREFIX + name)


def _settings(command: click.Command) -> Iterator[str]:
    """Yield what follows the prefix in the variables of *command* and of all below it."""
    for parameter in command.params:
        if isinstance(parameter.envvar, str):
            yield parameter.envvar.removeprefix(PREFIX)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from _settings(below)
