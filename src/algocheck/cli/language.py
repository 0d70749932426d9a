"""Which language to speak: the option, else the environment, else the locale, else English."""

import itertools
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from algocheck.words import LANGUAGES, Language


def preferred(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """Find the language before anything is parsed: errors must be told in it too."""
    for word, following in itertools.pairwise((*arguments, "")):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and asked in ("nl", "en"):
            return "nl" if asked == "nl" else "en"
    for name in ("ALGOCHECK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "nl" if environment[name].lower().startswith("nl") else "en"
    return "en"


def language_option(
    text: str = "Dutch or English; from the locale when left out.",
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add --lang, explained by *text*, to a command, which is given `language`: never None."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        envvar="ALGOCHECK_LANG",
        callback=lambda _ctx, _option, chosen: chosen or preferred(()),
        help=text,
    )
