"""The command `algocheck`; its subcommands are imported when they are asked for."""

import importlib

import click

from algocheck.cli.command import Group
from algocheck.cli.language import language_of, language_of_help

COMMANDS = (
    "baseline",
    "calendar",
    "check",
    "explain",
    "init",
    "policy",
    "register",
    "rules",
    "schema",
    "waive",
)
"""Each is a module beside this one, with a click command named `command`."""


class Commands(Group):
    """A group that imports a subcommand only when it is used: pre-commit waits for us."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's own signature
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- likewise
        """Import the command *cmd_name*."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"algocheck.cli.{cmd_name}").command
        return command


@click.group("algocheck", cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda ctx, _, value: _version(ctx) if value else None,
)
@language_of_help()
def main() -> None:
    """Check algorithms against human rights, as policy."""


def _version(ctx: click.Context) -> None:
    from algocheck.cli.version import describe

    click.echo(describe(language_of(ctx)))
    ctx.exit()
