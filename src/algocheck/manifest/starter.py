"""A manifest to start from: every question in its place, and no answer that nobody gave."""

import json
from collections.abc import Iterator, Mapping

from algocheck.manifest.blank import WIDTH, comment, in_full, in_short, indented, parts
from algocheck.manifest.schema import Field
from algocheck.words import Language, message, say

_HEAD = ("empty", "none", "roles", "comments")


def starter(
    kind: str,
    language: Language,
    answers: Mapping[str, str],
    *,
    schema: str,
    everything: bool = False,
) -> str:
    """Return the text of a manifest of *kind* in which only *answers* are stated.

    *answers* are texts by fact ("algorithm.name"); *schema* is the address at which
    editors find the schema. What is always asked stands there with nothing behind it,
    which is as if it were absent; with *everything* the rest follows in comments.
    """
    writer = _Writer(kind, language, answers, everything=everything)
    lines = [
        f"# yaml-language-server: $schema={schema}",
        *comment(say(message("init.head"), language)),
    ]
    for name in _HEAD:
        lines += comment(say(message(f"init.head-{name}"), language), hang="- ")
    lines += ["", "manifest_version: 1", f"kind: {kind}", *writer.blocks()]
    if not everything:
        lines += ["", *comment(say(message("init.tail"), language))]
    return "\n".join(lines) + "\n"


class _Writer:
    """Writes what one kind of manifest is asked, in one language."""

    def __init__(
        self, kind: str, language: Language, answers: Mapping[str, str], *, everything: bool
    ) -> None:
        self._party = "supplier" if kind == "supplier" else "deployer"
        self._language = language
        self._answers = answers
        self._everything = everything

    def blocks(self) -> Iterator[str]:
        """Yield the lines of every block of which something is asked."""
        for field in parts(""):
            if field.path in ("manifest_version", "kind"):
                continue
            inside = parts(field.path) if field.type == "group" else [field]
            asked = [each for each in inside if each.asked_of in (self._party, "both")]
            always = [each for each in asked if _is_always_asked(each)]
            others = [each for each in asked if each not in always and self._everything]
            if not always and not others:
                continue
            title, text = field.title[self._language], field.description[self._language]
            yield from ("", f"# {title}", f"# {'-' * len(title)}", *comment(text))
            if field.type == "group":
                yield f"{field.path}:"
                yield from self._inside(always, others)
            else:
                yield from in_full(field, self._language)

    def _inside(self, always: list[Field], others: list[Field]) -> Iterator[str]:
        """Yield what a block asks: always first, and then what depends on the subject."""
        for position, field in enumerate(always):
            yield from [""] * (position > 0)
            yield from comment(field.description[self._language], "  ")
            yield from indented(self._always(field))
        if others:
            yield from [""] * bool(always)
            yield from comment(say(message("init.others"), self._language), "  ")
        for field in others:
            yield from (f"  # {line}" for line in in_short(field, self._language, WIDTH - 4))

    def _always(self, field: Field) -> Iterator[str]:
        answer = self._answers.get(field.path)
        if answer is None:
            return in_full(field, self._language)
        # Every JSON string is a YAML scalar in double quotes, whatever it holds.
        return iter([f"{field.path.rpartition('.')[2]}: {json.dumps(answer, ensure_ascii=False)}"])


def _is_always_asked(field: Field) -> bool:
    return field.level in ("I", "A")
