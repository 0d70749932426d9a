"""algocheck schema: a JSON Schema that other tools can read, in either language."""

import json

import click.testing
import pytest

from algocheck.cli.schema import command
from algocheck.errors import UsageError
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


def test_it_prints_the_schema_of_waivers_in_both_languages() -> None:
    english, dutch = (
        json.loads(output("--waivers", "--lang", language))["properties"]["waivers"]["title"]
        for language in ("en", "nl")
    )

    assert (english, dutch) == ("The waivers", "De uitzonderingen")


def test_it_prints_the_schema_of_a_baseline() -> None:
    assert set(json.loads(output("--baseline"))["required"]) >= {"made", "entries"}


def test_one_schema_is_printed_at_a_time() -> None:
    result = click.testing.CliRunner().invoke(command, ["--report", "--waivers"])

    assert isinstance(result.exception, UsageError)
