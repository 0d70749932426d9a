"""A manifest to start from: every question in its place, and no answer that nobody gave."""

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from algocheck.manifest.schema import Field, fields
from algocheck.words import Language, message, say

WIDTH = 80
_HINTS = {
    "date": "YYYY-MM-DD",
    "month": "YYYY-MM",
    "uri": "https://...",
    "slug": "a-z 0-9 . - _",
    "number": "0.0",
    "integer": "0",
}


def starter(
    kind: str,
    language: Language,
    answers: Mapping[str, str],
    *,
    schema: str,
    everything: bool = False,
) -> str:
    """Return the text of a manifest of *kind* in which only *answers* are stated.

    *answers* are texts by fact ("algorithm.name"); *schema* is the address that editors
    find the schema at. What is always asked stands there with nothing behind it, which
    is as if it were absent; with *everything* the rest follows in comments.
    """
    writer = _Writer(kind, language, answers, everything=everything)
    head = [
        f"# yaml-language-server: $schema={schema}",
        *_comment(say(message("init.head"), language)),
        *(line for name in ("empty", "none", "roles", "comments") for line in writer.bullet(name)),
        "",
        "manifest_version: 1",
        f"kind: {kind}",
    ]
    tail = [] if everything else ["", *_comment(say(message("init.tail"), language))]
    return "\n".join([*head, *writer.blocks(), *tail, ""])


class _Writer:
    """Writes what one kind of manifest is asked, in one language."""

    def __init__(
        self, kind: str, language: Language, answers: Mapping[str, str], *, everything: bool
    ) -> None:
        self._party = "supplier" if kind == "supplier" else "deployer"
        self._language = language
        self._answers = answers
        self._everything = everything

    def bullet(self, name: str) -> list[str]:
        return _comment(say(message(f"init.head-{name}"), self._language), hang="- ")

    def blocks(self) -> Iterator[str]:
        """Yield the lines of every block of which something is asked."""
        for field in _children(""):
            if field.path in ("manifest_version", "kind"):
                continue
            if field.type != "group":
                if self._is_asked(field) and (_is_always_asked(field) or self._everything):
                    yield from self._heading(field)
                    yield from self._always(field)
                continue
            asked = [child for child in _children(field.path) if self._is_asked(child)]
            always = [child for child in asked if _is_always_asked(child)]
            later = (
                [child for child in asked if not _is_always_asked(child)]
                if self._everything
                else []
            )
            if always or later:
                yield from self._heading(field)
                yield f"{field.path}:"
            for position, child in enumerate(always):
                yield from [""] * (position > 0)
                yield from _comment(self._text(child), "  ")
                yield from _indented(self._always(child))
            if later:
                yield from [""] * bool(always)
                yield from _comment(say(message("init.later"), self._language), "  ")
                for child in later:
                    yield from (f"  # {line}" for line in self._entry(child, WIDTH - 4))

    def _is_asked(self, field: Field) -> bool:
        return field.asked_of in (self._party, "both")

    def _text(self, field: Field) -> str:
        return field.description[self._language]

    def _heading(self, field: Field) -> list[str]:
        title = field.title[self._language]
        return ["", f"# {title}", f"# {'-' * len(title)}", *_comment(self._text(field))]

    def _always(self, field: Field) -> Iterator[str]:
        """Yield a field that is always asked, its choices beside it and its parts below."""
        key = field.path.rpartition(".")[2]
        if field.path in self._answers:
            # Every JSON string is a YAML scalar in double quotes, whatever it holds.
            yield f"{key}: {json.dumps(self._answers[field.path], ensure_ascii=False)}"
            return
        if field.type == "list":
            yield from self._choices_above(_element(field))
            yield f"{key}:"
            yield from (f"  # {line}" for line in self._elements(field, WIDTH - 6))
        elif field.type == "group":
            yield f"{key}:"
            for part in _children(field.path):
                yield from _indented(self._entry(part, WIDTH - 4))
        else:
            hint = _hint(field)
            line = f"{key}:  # {hint}" if hint else f"{key}:"
            if len(line) > WIDTH - 2:
                yield from self._choices_above(field)
                line = f"{key}:"
            yield line

    def _choices_above(self, field: Field) -> list[str]:
        """Return the choices as comments, unless the explanation names them all."""
        choices = _choices(field)
        if all(f"`{value}`" in self._text(field) for value in choices):
            return []
        told = message("init.choose", choices=", ".join(choices))
        return _comment(say(told, self._language), width=WIDTH - 2)

    def _entry(self, field: Field, width: int) -> Iterator[str]:
        """Yield a field in short: its title beside it, its parts below."""
        key = field.path.rpartition(".")[2]
        shown = _element(field) if field.type == "list" else field
        told = ": ".join(filter(None, (field.title[self._language], _hint(shown))))
        line = f"{key}:  # {told}"
        if len(line) > width:
            yield from _comment(told.replace(" | ", ", "), width=width)
            line = f"{key}:"
        yield line
        if field.type == "list":
            yield from _indented(self._elements(field, width - 2))
        for part in _children(field.path):
            yield from _indented(self._entry(part, width - 2))

    def _elements(self, field: Field, width: int) -> Iterator[str]:
        """Yield the first element of a list, as a person would begin it."""
        parts = _children(f"{field.path}[]")
        if not parts:
            yield "-"
        lines = (line for part in parts for line in self._entry(part, width - 2))
        begun = False
        for line in lines:
            # The dash belongs to the first key; a comment before it stands alone.
            dash = not begun and not line.startswith("#")
            begun = begun or dash
            yield f"- {line}" if dash else f"  {line}"


def _is_always_asked(field: Field) -> bool:
    return field.level in ("I", "A")


def _children(path: str) -> list[Field]:
    return [
        field
        for field in fields().values()
        if field.path.rpartition(".")[0] == path and not field.path.endswith("[]")
    ]


def _element(field: Field) -> Field:
    return fields()[f"{field.path}[]"]


def _choices(field: Field) -> tuple[str, ...]:
    return tuple(value for value in field.values if value != "unknown")


def _hint(field: Field) -> str:
    return " | ".join(_choices(field)) or _HINTS.get(field.type, "")


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _comment(text: str, indent: str = "", *, hang: str = "", width: int = WIDTH) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=f"{indent}# {hang}",
        subsequent_indent=f"{indent}# {' ' * len(hang)}",
        break_long_words=False,
        break_on_hyphens=False,
    )
