"""algocheck schema: a JSON Schema that other tools can read, in either language."""

import json

import click.testing
import pytest

from algocheck.cli.schema import command
from algocheck.manifest.schema import schema, schema_in


def output(*arguments: str, charset: str = "utf-8") -> str:
    result = click.testing.CliRunner(charset=charset).invoke(command, arguments)
    assert result.exit_code == 0
    return result.output


def test_it_prints_the_schema_that_algocheck_uses() -> None:
    assert json.loads(output()) == schema()


def test_in_dutch_it_prints_dutch_explanations() -> None:
    printed = json.loads(output("--lang", "nl"))

    assert printed == schema_in("nl")
    assert printed["properties"]["kind"]["title"] == schema()["properties"]["kind"]["x-nl"]["title"]


@pytest.mark.parametrize("charset", ["cp1252", "cp437", "ascii"])
def test_a_shell_of_another_encoding_gets_the_same_schema(charset: str) -> None:
    printed = output("--lang", "nl", charset=charset)

    assert printed.isascii()
    assert json.loads(printed) == schema_in("nl")
