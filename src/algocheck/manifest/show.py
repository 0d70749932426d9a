"""Show in a sentence what stands in a manifest: short, and harmless to a terminal."""

from collections.abc import Sequence
from typing import Any

from algocheck.manifest.schema import fact_of
from algocheck.model import Path
from algocheck.words import Message, Value, message
from algocheck.words.plain import written_out

_WIDEST = 60


def show(value: Any) -> str | Message:
    """Return a scalar as it is written, texts in quotes; of a list or a group only what it is."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case str():
            return f'"{shorten(value)}"'
        case _:
            return kind(value)


def kind(value: Any) -> Message:
    """Name the kind of thing that *value* is, in the words of somebody who writes YAML."""
    match value:
        case dict():
            name = "group"
        case list():
            name = "list"
        case bool():
            name = "boolean"
        case int() | float():
            name = "number"
        case None:
            name = "nothing"
        case _:
            name = "text"
    return message(f"schema.kind-{name}")


def name_of(path: Path) -> str | Message:
    """Name what stands at *path*: the fact, and an element by the list that it is in."""
    name = fact_of(path)
    if not name:
        return message("schema.top-level")
    if name.endswith("[]"):
        return message("schema.item", list=name.removesuffix("[]"))
    return name


def either(choices: Sequence[Value]) -> Value:
    """Say that one of *choices* will do: a, b or c."""
    if len(choices) == 1:
        return choices[0]
    return message("schema.or", first=_listed(choices[:-1]), last=choices[-1])


def shorten(text: str) -> str:
    """Cut *text* to what fits in a sentence; write out what a terminal would obey or hide."""
    cut = text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
    return written_out(cut)


def _listed(choices: Sequence[Value]) -> Value:
    if len(choices) == 1:
        return choices[0]
    return message("schema.comma", first=_listed(choices[:-1]), last=choices[-1])
