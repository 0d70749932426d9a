"""Commands and groups that speak both languages: every one that is run is one of these."""

import os
from typing import Any

import click

from algocheck.cli.environment import refuse_unknown
from algocheck.cli.language import language_of
from algocheck.errors import UsageError
from algocheck.words import message


class _Spoken(click.Command):
    """What has its help in words/help.json; only who asks for help waits for that."""

    def get_help(self, ctx: click.Context) -> str:
        """Return the page of help."""
        from algocheck.cli.help import page

        return page(self, ctx, language_of(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse *args*; raises click's UsageError, which always tells of which command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class Command(_Spoken):
    """A command that does something."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse *args*; raises `UsageError` for those that nothing takes."""
        ctx.allow_extra_args = True  # click would refuse them too, in English
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            problem = message("usage.extra", names=" ".join(rest), n=len(rest))
            raise UsageError("cli.usage", problem=problem, command=ctx.command_path)
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run it; raises `UsageError` for what the environment sets and is no setting."""
        refuse_unknown(os.environ, ctx)
        return super().invoke(ctx)


class Group(_Spoken, click.Group):
    """A command that is made of others."""

    command_class = Command

    def __init__(self, name: str, **attributes: Any) -> None:
        # Nothing is no question for help: it is told what can be asked, and exits as an error.
        super().__init__(name, no_args_is_help=False, **attributes)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that *args* begin with; raises click's NoSuchCommand."""
        names = self.list_commands(ctx)
        if args[0] not in names and not ctx.resilient_parsing:
            raise click.NoSuchCommand(args[0], possibilities=names, ctx=ctx)
        return super().resolve_command(ctx, args)
