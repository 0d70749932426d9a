"""Decide what a plain YAML scalar is: by YAML 1.2 here, by YAML 1.1 in many other tools."""

import re
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

Scalar: TypeAlias = "str | int | float | bool | None"

NEVER_TEXT = frozenset("0123456789+-.~nNtTfFoO")
"""What anything but text begins with, and some text; what begins otherwise is text for everyone."""

NUMERIC = frozenset("0123456789+-.")
"""What every number begins with, in either version."""

_WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_SWITCHES = {
    **dict.fromkeys(("on", "On", "ON"), True),
    **dict.fromkeys(("off", "Off", "OFF"), False),
}
_OLD_WORDS = _WORDS | _SWITCHES
_OLD_INT = "[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9][0-9_]*(?P<sixty>(?::[0-5]?[0-9])+)?)"
_OLD_FLOAT = (
    r"[-+]?[0-9][0-9_]*(?:\.[0-9_]*(?:[eE][-+][0-9]+)?|(?P<sixty>(?::[0-5]?[0-9])+)\.[0-9_]*)"
    r"|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
)
_LONGEST = 80
"""Whole numbers of more characters are beyond 64 bits in any base."""

_BEYOND = 2**512


def _integer(digits: str, base: int) -> int:
    return _BEYOND if len(digits) > _LONGEST else int(digits, base)


_NUMBERS: tuple[tuple[str, Callable[[str], int | float]], ...] = (
    ("[-+]?[0-9]+", lambda text: _integer(text, 10)),
    (r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", float),
    ("0o[0-7]+", lambda text: _integer(text[2:], 8)),
    ("0x[0-9a-fA-F]+", lambda text: _integer(text[2:], 16)),
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # When a number first asks for it: at the start of a run, patterns cost more than numbers.
    return re.compile(pattern)


def _is_plain(text: str) -> bool:
    """Tell whether every reader sees the same whole number in *text*."""
    return text.isdecimal() and text.isascii() and text[0] != "0"


def resolve(text: str) -> Scalar:
    """Return what *text* is by the core schema of YAML 1.2; *text* itself where it is text."""
    if text in _WORDS:
        return _WORDS[text]
    if _is_plain(text):
        return _integer(text, 10)
    if text[0] in NUMERIC:
        for pattern, number in _NUMBERS:
            if _compiled(pattern).fullmatch(text):
                return number(text)
    return text


def resolve_elsewhere(text: str) -> Scalar:
    """Return what *text* is for the many tools that follow YAML 1.1.

    Words for yes and no stay text here: a place that asks yes or no takes both readings,
    and in any other place the schema has its say. So do `y` and `n`, which hardly any tool
    reads as more than a letter, and dates.
    """
    if text in _OLD_WORDS:
        return _OLD_WORDS[text]
    if text[0] not in NUMERIC:
        return text
    if _is_plain(text):
        return _integer(text, 10)
    if old := _compiled(_OLD_INT).fullmatch(text):
        return _old_integer(text.replace("_", ""), sixty=bool(old["sixty"]))
    if old := _compiled(_OLD_FLOAT).fullmatch(text):
        plain = text.replace("_", "")
        return _base_sixty(plain) if old["sixty"] else float(plain)
    return text


def _old_integer(text: str, *, sixty: bool) -> int | float:
    if sixty:
        return _base_sixty(text)
    digits = text.lstrip("+-")
    if digits.startswith(("0b", "0x")):
        value = _integer(digits[2:] or "0", 2 if digits[1] == "b" else 16)
    else:
        value = _integer(digits, 8 if digits.startswith("0") else 10)
    return -value if text[0] == "-" else value


def _base_sixty(text: str) -> int | float:
    if len(text) > _LONGEST:
        return _BEYOND
    total: int | float = 0
    for part in text.lstrip("+-").split(":"):
        total = total * 60 + (float(part) if "." in part else int(part))
    return -total if text[0] == "-" else total
