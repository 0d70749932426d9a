"""algocheck schema: the JSON Schema of a manifest or of a report, for editors and programs."""

import codecs
import json
import sys
from typing import Any

import click

from algocheck.errors import UsageError
from algocheck.words import LANGUAGES, Language


@click.command("schema")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="The language of the titles and descriptions; English when left out.",
)
@click.option(
    "--report", is_flag=True, help="The schema of what `check --format json` writes instead."
)
def command(*, lang: Language | None, report: bool) -> None:
    """Print the JSON Schema of a manifest, or of a report.

    Save it beside your manifests, and an editor completes and explains the fields:

    algocheck schema > algocheck.schema.json
    """
    if report and lang:
        raise UsageError("cli.report-schema-is-english")
    # JSON is UTF-8; a shell that writes files in another encoding gets it in ASCII.
    escaped = codecs.lookup(sys.stdout.encoding).name != "utf-8"
    schema = _of_reports() if report else _of_manifests(lang or "en")
    click.echo(json.dumps(schema, indent=2, ensure_ascii=escaped))


def _of_manifests(lang: Language) -> Any:
    from algocheck.manifest.schema import schema_in

    return schema_in(lang)


def _of_reports() -> Any:
    from algocheck.report.json_ import schema

    return schema()
