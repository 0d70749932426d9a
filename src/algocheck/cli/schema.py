"""algocheck schema: the JSON Schema of a manifest, for editors and other validators."""

import codecs
import json
import sys

import click

from algocheck.manifest.schema import schema_in
from algocheck.words import LANGUAGES, Language


@click.command("schema")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of the titles and descriptions.",
)
def command(*, lang: Language) -> None:
    """Print the JSON Schema of a manifest.

    Save it beside your manifests, and an editor completes and explains the fields:

    algocheck schema > algocheck.schema.json
    """
    # JSON is UTF-8; a shell that writes files in another encoding gets it in ASCII.
    escaped = codecs.lookup(sys.stdout.encoding).name != "utf-8"
    click.echo(json.dumps(schema_in(lang), indent=2, ensure_ascii=escaped))
