"""Which language to speak: the option, else the environment, else the locale, else English."""

import itertools
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from algocheck.cli.options import Choice
from algocheck.words import LANGUAGES, Language

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def asked(arguments: Sequence[str]) -> Language | None:
    """Return what --lang says, wherever it stands; None without it."""
    options = list(itertools.takewhile(lambda word: word != "--", arguments))
    for word, following in reversed(list(itertools.pairwise((*options, "")))):
        said = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and said in LANGUAGES:
            return "nl" if said == "nl" else "en"
    return None


def preferred(
    arguments: Sequence[str] = (), environment: Mapping[str, str] = os.environ
) -> Language:
    """Find the language before anything is parsed: help and errors must be told in it too."""
    said = asked(arguments)
    if said:
        return said
    for name in ("ALGOCHECK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "nl" if environment[name].lower().startswith("nl") else "en"
    return "nl" if _of_windows().startswith("nl") else "en"


def language_of(context: click.Context) -> Language:
    """Return the language in which to speak within *context*, whose `obj` is what --lang says."""
    return context.obj or preferred()


def language_option() -> Decorator:
    """Add --lang to a command, which is given `language`: never None."""
    return _option(
        envvar="ALGOCHECK_LANG",
        callback=lambda context, _, chosen: context.obj or chosen or preferred(),
    )


def language_of_help() -> Decorator:
    """Add --lang to a group, which has nothing to say but its help."""
    return _option(expose_value=False)


def _option(**more: Any) -> Decorator:
    return click.option("--lang", "language", type=Choice(LANGUAGES), **more)


def _of_windows() -> str:
    """Return the language in which Windows shows itself, such as nl_NL; empty elsewhere."""
    if sys.platform == "win32":
        import ctypes
        import locale

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "")
    return ""
