"""algocheck register: manifests from the Algorithm Register's records."""

from pathlib import Path

import click

from algocheck.cli.language import language_option
from algocheck.words import Language


@click.group("register")
def command() -> None:
    """Exchange manifests with the Dutch Algorithm Register."""


@command.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=Path)
@click.option(
    "--to",
    metavar="DIR",
    required=True,
    type=Path,
    help="The folder for the manifests; made if it is not there.",
)
@click.option("--force", is_flag=True, help="Overwrite manifests that somebody edited.")
@click.option("--dry-run", is_flag=True, help="Tell what would be done, and write nothing.")
@language_option()
def import_command(
    *, files: tuple[Path, ...], to: Path, force: bool, dry_run: bool, language: Language
) -> int:
    """Make a manifest of every record in each FILE.

    A FILE is JSON of any version of the standard, a supplier's template, the
    short index, or the register's CSV download. What a record does not state
    stays unknown, and nothing is guessed from prose: what is no fact is kept in
    provenance.original. A second import changes nothing, and a manifest that
    somebody edited is left alone.

    Exit codes: 0 if records were imported or are there already, 2 if there were none.
    """
    from algocheck.register.importing import import_files
    from algocheck.register.telling import tell

    imported = import_files(files, to, force=force, dry_run=dry_run)
    click.echo(tell(imported, language), nl=False)
    return 0 if imported.manifests else 2
