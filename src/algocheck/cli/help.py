"""The pages of --help, in both languages.

Their texts are in words/help.json, by what is typed: `check`, `policy lint`, `check --fail-on`,
or `--policy` where it means the same everywhere. What a command is for is one sentence, which
the list of commands shows too; what else there is to say is in `check ...`.
"""

import re
from collections.abc import Iterator

import click

from algocheck.cli.options import Number
from algocheck.words import Language, Message, message, say, texts

PROGRAM = "algocheck"


def page(command: click.Command, context: click.Context, language: Language) -> str:
    """Return all that there is to say about *command*."""
    formatter = context.make_formatter()
    name = context.command_path
    usage = " ".join(_usage(command, language))
    formatter.write_usage(name, usage, f"{_word('usage', language)} ")
    for paragraph in _paragraphs(name, language):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(paragraph)
    for heading, rows in (
        ("options", list(_options(command, context, language))),
        ("commands", list(_commands(command, context, language))),
    ):
        if rows:
            with formatter.section(_word(heading, language)):
                formatter.write_dl(rows)
    return formatter.getvalue().rstrip("\n")


def metavar(parameter: click.Parameter, language: Language) -> str:
    """Return what stands for a value: its kind, or the words to choose from."""
    if parameter.metavar is None and isinstance(parameter.type, click.Choice):
        return f"[{'|'.join(map(str, parameter.type.choices))}]"
    kind = parameter.metavar or (parameter.name or "").upper()
    return re.sub("[A-Z]+", lambda found: _word(found[0], language), kind)


def keys(name: str, option: click.Option) -> tuple[str, str]:
    """Return where in words/help.json the text of *option* may be; the first that is there counts.

    *name* is that of the command with all before it: `algocheck policy lint`.
    """
    written = max(option.opts, key=len)
    return f"{_typed(name)} {written}", written


def _typed(name: str) -> str:
    return name.removeprefix(PROGRAM).strip() or name


def _usage(command: click.Command, language: Language) -> Iterator[str]:
    yield f"[{_word('OPTIONS', language)}]"
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            shown = metavar(parameter, language)
            if parameter.metavar is None:
                shown = f"{shown}..." if parameter.nargs != 1 else shown
                shown = shown if parameter.required else f"[{shown}]"
            yield shown
    if isinstance(command, click.Group):
        yield f"{_word('COMMAND', language)} [{_word('ARGS', language)}]..."


def _paragraphs(name: str, language: Language) -> Iterator[str]:
    yield _word(_typed(name), language)
    if f"{_typed(name)} ..." in texts("help"):
        yield from _word(f"{_typed(name)} ...", language).split("\n\n")


def _options(
    command: click.Command, context: click.Context, language: Language
) -> Iterator[tuple[str, str]]:
    for option in command.get_params(context):
        if isinstance(option, click.Option) and not option.hidden:
            names = ", ".join(sorted(option.opts, key=len))
            spec = names if option.is_flag else f"{names} {metavar(option, language)}"
            own, shared = keys(context.command_path, option)
            choices = ", ".join(map(str, getattr(option.type, "choices", ())))
            text = _word(own if own in texts("help") else shared, language, choices=choices)
            notes = "; ".join(say(note, language) for note in _notes(option))
            yield spec, f"{text}  [{notes}]" if notes else text


def _notes(option: click.Option) -> Iterator[Message]:
    if option.required:
        yield message("help.required")
    if isinstance(option.type, Number):
        yield option.type.range()
    if option.multiple:
        yield message("help.repeatable")
    if option.show_default:
        yield message("help.default", value=str(option.default))


def _commands(
    command: click.Command, context: click.Context, language: Language
) -> Iterator[tuple[str, str]]:
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            yield name, _word(_typed(f"{context.command_path} {name}"), language)


def _word(key: str, language: Language, **values: str) -> str:
    return say(message(f"help.{key}", **values), language)
