"""algocheck schema: the JSON Schemas of what is read and written, for editors and programs."""

import sys
from pathlib import Path
from typing import Any

import click

from algocheck.cli.command import Command
from algocheck.cli.options import Choice
from algocheck.errors import UsageError
from algocheck.words import LANGUAGES, Language

SCHEMA = "algocheck.schema.json"
"""What the first line of a manifest calls it."""


@click.command("schema", cls=Command)
@click.option("--lang", type=Choice(LANGUAGES))
@click.option("--report", is_flag=True)
@click.option("--calendar", is_flag=True)
@click.option("--waivers", is_flag=True)
@click.option("--baseline", is_flag=True)
def command(
    *, lang: Language | None, report: bool, calendar: bool, waivers: bool, baseline: bool
) -> None:
    """Print the JSON Schema of a manifest, or of what else is read and written."""
    if report + calendar + waivers + baseline > 1:
        raise UsageError("cli.one-schema")
    if (report or calendar or baseline) and lang:
        raise UsageError("cli.report-schema-is-english")
    described = _of_waivers if waivers else _of_manifests
    if report:
        schema = _of_reports()
    elif calendar:
        schema = _of_calendars()
    else:
        schema = _of_baselines() if baseline else described(lang or "en")
    from algocheck.report.json_writing import write_document

    # As the shell has it, which writes the file: in another encoding than UTF-8 it gets ASCII.
    write_document(schema, sys.stdout)


def _of_manifests(lang: Language) -> Any:
    from algocheck.manifest.schema import schema_in

    return schema_in(lang)


def _of_waivers(lang: Language) -> Any:
    from algocheck.manifest.schema import in_language
    from algocheck.waiver.shape import schema

    return in_language(schema(), lang)


def _of_reports() -> Any:
    from algocheck.report.json_ import schema

    return schema()


def _of_calendars() -> Any:
    from algocheck.calendar.json_ import schema

    return schema()


def _of_baselines() -> Any:
    from algocheck.baseline.reading import schema

    return schema()


def quoted(path: Path) -> str:
    """Return *path* as it is typed."""
    text = path.as_posix()
    return f'"{text}"' if " " in text else text
