"""Ask a person, in their own language, until the answer will do."""

from collections.abc import Callable, Sequence

import click

from algocheck.errors import UsageError
from algocheck.words import Language, Value, message, say


def ask(
    question: str,
    accept: Callable[[str], str],
    language: Language,
    *,
    default: str | None = None,
) -> str:
    """Ask *question* until *accept* takes the answer; where it cannot, it raises `UsageError`.

    With a *default*, no answer is that one. Raises click's Abort where nobody answers.
    """
    while True:
        answer = click.prompt(question, default=default, show_default=bool(default), err=True)
        try:
            return accept(str(answer).strip())
        except UsageError as refused:
            click.echo(say(refused.message, language), err=True)


def choose(question: str, options: Sequence[str], language: Language) -> int:
    """Let a person choose among *options*, by number; return its position, from 0."""
    for number, option in enumerate(options, 1):
        click.echo(f"{number:4}  {option}", err=True)

    def accept(answer: str) -> str:
        if not answer.isdecimal() or not 1 <= int(answer) <= len(options):
            raise UsageError("waive.no-choice", most=len(options))
        return answer

    return int(ask(question, accept, language)) - 1


def told(key: str, language: Language, **values: Value) -> str:
    """Say one of the sentences about waiving."""
    return say(message(f"waive.{key}", **values), language)
