"""A field with nothing behind it, as a person would fill it in: in full, or in short."""

import textwrap
from collections.abc import Iterable, Iterator

from algocheck.manifest.schema import Field, fields
from algocheck.words import Language, message, say

WIDTH = 80
"""No line is longer."""

_HINTS = {
    "date": "YYYY-MM-DD",
    "month": "YYYY-MM",
    "uri": "https://...",
    "slug": "a-z 0-9 . - _",
    "number": "0.0",
    "integer": "0",
}


def in_full(field: Field, language: Language) -> Iterator[str]:
    """Yield the lines of a field two columns from the margin, its choices beside or above it.

    The parts of a group are blank too; an entry of a list is commented out, because an
    empty list would state that there is nothing.
    """
    key = _key(field)
    if field.type == "list":
        yield from _choices_above(field, _element(field), language)
        yield f"{key}:"
        yield from (f"  # {line}" for line in _entry(field, language, WIDTH - 6))
        return
    hint = _hint(field)
    line = f"{key}:  # {hint}" if hint else f"{key}:"
    if len(line) > WIDTH - 2:
        yield from _choices_above(field, field, language)
        line = f"{key}:"
    yield line
    for part in parts(field.path):
        yield from indented(in_short(part, language, WIDTH - 4))


def in_short(field: Field, language: Language, width: int) -> Iterator[str]:
    """Yield the lines of a field with its title beside it; none is longer than *width*."""
    shown = _element(field) if field.type == "list" else field
    told = ": ".join(filter(None, (field.title[language], _hint(shown))))
    line = f"{_key(field)}:  # {told}"
    if len(line) > width:
        yield from comment(told.replace(" | ", ", "), width=width)
        line = f"{_key(field)}:"
    yield line
    if field.type == "list":
        yield from indented(_entry(field, language, width - 2))
    for part in parts(field.path):
        yield from indented(in_short(part, language, width - 2))


def comment(text: str, indent: str = "", *, hang: str = "", width: int = WIDTH) -> list[str]:
    """Return *text* as lines of comment, the first of them behind *hang*."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=f"{indent}# {hang}",
        subsequent_indent=f"{indent}# {' ' * len(hang)}",
        break_long_words=False,
        break_on_hyphens=False,
    )


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Yield *lines* one level deeper."""
    return (f"  {line}" for line in lines)


def parts(path: str) -> list[Field]:
    """Return the fields directly below *path*, in the order of the schema."""
    return [
        field
        for field in fields().values()
        if field.path.rpartition(".")[0] == path and not field.path.endswith("[]")
    ]


def _entry(field: Field, language: Language, width: int) -> Iterator[str]:
    """Yield the first entry of a list, as a person would begin it."""
    below = parts(f"{field.path}[]")
    if not below:
        yield "-"
    begun = False
    for line in (line for part in below for line in in_short(part, language, width - 2)):
        # The dash belongs to the first key; a comment before it stands alone.
        dash = not begun and not line.startswith("#")
        begun = begun or dash
        yield f"- {line}" if dash else f"  {line}"


def _choices_above(field: Field, chosen: Field, language: Language) -> list[str]:
    """Return the choices as comments, unless the field's explanation names them all."""
    choices = _choices(chosen)
    if all(f"`{value}`" in field.description[language] for value in choices):
        return []
    told = message("init.choose", choices=", ".join(choices))
    return comment(say(told, language), width=WIDTH - 2)


def _hint(field: Field) -> str:
    return " | ".join(_choices(field)) or _HINTS.get(field.type, "")


def _choices(field: Field) -> tuple[str, ...]:
    return tuple(value for value in field.values if value != "unknown")


def _element(field: Field) -> Field:
    return fields()[f"{field.path}[]"]


def _key(field: Field) -> str:
    return field.path.rpartition(".")[2]
