"""--help: every command and every option is explained, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from algocheck.cli import options
from algocheck.cli.command import Command, Group
from algocheck.cli.help import keys, page
from algocheck.cli.main import main
from algocheck.words import LANGUAGES, texts

REFUSING_IN_BOTH = (options.Choice, options.Number, options.Day, options.Weight, options.Format)
ON_EVERY_PAGE = {"usage", "options", "commands", "OPTIONS", "COMMAND", "ARGS"}
NOTES = {"required", "repeatable", "default"}


def contexts(
    command: click.Command = main, parent: click.Context | None = None
) -> Iterator[click.Context]:
    """Yield the context of *command* and of every command below it."""
    name = command.name if parent else "algocheck"
    context = click.Context(command, parent=parent, info_name=name, **command.context_settings)
    yield context
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found
            yield from contexts(found, context)


ALL = list(contexts())
OPTIONS = [
    pytest.param(context, option, id=f"{context.command_path} {max(option.opts, key=len)}")
    for context in ALL
    for option in context.command.get_params(context)
    if isinstance(option, click.Option)
]

each_command = pytest.mark.parametrize("context", ALL, ids=lambda context: context.command_path)
each_option = pytest.mark.parametrize(("context", "option"), OPTIONS)


@each_command
def test_every_command_speaks_both_languages(context):
    assert isinstance(context.command, Command | Group), "give it cls=Command or cls=Group"


@each_command
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_page_that_fits_the_screen(context, language):
    shown = page(context.command, context, language)

    assert shown.startswith({"en": "Usage: ", "nl": "Gebruik: "}[language] + context.command_path)
    assert max(map(len, shown.splitlines())) <= 80


@each_command
def test_nothing_of_a_dutch_page_is_english(context):
    shown = page(context.command, context, "nl")

    for word in ("Usage", "Options", "Commands", "Show", "OPTIONS", "FILE", "required", "default:"):
        assert not re.search(rf"\b{word}", shown), word


@each_option
def test_every_option_is_explained_in_words_and_not_in_code(context, option):
    assert any(key in texts("help") for key in keys(context.command_path, option))
    # click has a sentence of its own for the option that is click's own.
    assert option.help is None or "--help" in option.opts


@each_option
def test_every_kind_of_value_refuses_in_both_languages(context, option):
    kind = option.type

    of_anything = kind is click.STRING or kind is options.PLACE
    of_paths = isinstance(kind, click.types.FuncParamType) and kind.func is Path
    assert of_anything or of_paths or option.is_flag or isinstance(kind, REFUSING_IN_BOTH), (
        f"{context.command_path}: {kind} knows English alone; take a type of cli/options.py"
    )


def test_no_text_is_left_of_what_is_no_more():
    used = ON_EVERY_PAGE | NOTES
    for context in ALL:
        path = context.command_path.removeprefix("algocheck").strip() or "algocheck"
        used |= {path, f"{path} ..."}
        for parameter in context.command.get_params(context):
            used |= set(re.findall("[A-Z]+", parameter.metavar or (parameter.name or "").upper()))
            if isinstance(parameter, click.Option):
                own, shared = keys(context.command_path, parameter)
                used.add(own if own in texts("help") else shared)

    assert texts("help").keys() - used == set()


@pytest.mark.parametrize(
    "where", [("--lang", "nl", "check", "--help"), ("check", "--help", "--lang=nl")]
)
def test_the_language_may_be_named_anywhere(algocheck, where):
    shown = algocheck(*where)

    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith("Gebruik: algocheck check [OPTIES] [PADEN...]\n")


def test_help_follows_the_locale(algocheck):
    assert algocheck("--help", env={"LC_ALL": "nl_NL.UTF-8"}).stdout.startswith("Gebruik:")
    assert algocheck("--help", env={"LC_ALL": "nl_NL", "ALGOCHECK_LANG": "en"}).stdout.startswith(
        "Usage:"
    )


def test_help_is_shown_whatever_is_wrong_around_it(algocheck, tmp_path):
    (tmp_path / "algocheck.toml").write_text('fail_on = "high"\n')

    shown = algocheck("check", "--help", env={"ALGOCHECK_XYZZY": "1"})

    assert (shown.returncode, shown.stderr) == (0, "")
    assert "--fail-on SEVERITY" in shown.stdout


def test_who_asks_for_no_help_does_not_wait_for_it(algocheck, tmp_path):
    (tmp_path / "fees.yaml").write_text("manifest_version: 1\nalgorithm: {name: Fees}\n")

    done = algocheck("check", "fees.yaml", env={"PYTHONPROFILEIMPORTTIME": "1"})

    assert "algocheck.cli.command" in done.stderr
    assert "algocheck.cli.help" not in done.stderr
    assert "algocheck.cli.usage" not in done.stderr
