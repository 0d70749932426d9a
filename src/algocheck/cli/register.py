"""algocheck register: manifests from the Algorithm Register's records."""

from pathlib import Path

import click

from algocheck.cli.command import Group
from algocheck.cli.language import language_of_help, language_option
from algocheck.cli.schema import SCHEMA, quoted
from algocheck.words import Language, message, say


@click.group("register", cls=Group)
@language_of_help()
def command() -> None:
    """Exchange manifests with the Dutch Algorithm Register."""


@command.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=Path)
@click.option("--to", metavar="DIR", required=True, type=Path)
@click.option("--force", is_flag=True)
@click.option("--dry-run", is_flag=True)
@language_option()
def import_command(
    *, files: tuple[Path, ...], to: Path, force: bool, dry_run: bool, language: Language
) -> int:
    """Make a manifest of every record: exit 0, 1 if a whole file was refused, 2 without records."""
    from algocheck.register.importing import import_files
    from algocheck.register.telling import tell

    imported = import_files(files, to, force=force, dry_run=dry_run)
    click.echo(tell(imported, language), nl=False)
    if not imported.manifests:
        return 2
    schema = to / SCHEMA
    if not dry_run and not schema.is_file():
        told = message("cli.next-schema", path=quoted(schema), lang=language)
        click.echo(say(told, language), err=True)
    return 1 if imported.refused_files() else 0
