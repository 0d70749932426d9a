"""A block of METADATA, read key by key: what is not understood is told, never guessed."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from algocheck.model import Path
from algocheck.policy.plain_yaml import Yaml
from algocheck.words import message

Complain: TypeAlias = Callable[..., None]
"""Called as (check, line, column, **values)."""

UNFINISHED = "TODO"
_Word = TypeVar("_Word", bound=Enum)


class Block:
    """The keys and values of one block; *first* lines of the file precede it."""

    def __init__(self, yaml: Yaml, first: int, complain: Complain) -> None:
        self.complained = False
        self.value = yaml.value
        self._places = yaml.places
        self._first = first
        self._tell = complain

    def complain(self, check: str, path: Path, **values: Any) -> None:
        """Say what is wrong at *path*, or at the nearest key above it that is there."""
        self.complained = True
        while path not in self._places and path:
            path = path[:-1]
        line, column = self._places.get(path, (1, 1))
        self._tell(check, line + self._first, column + 1, **values)

    def want(self, form: str, path: Path) -> None:
        """Say that what stands at *path* must be a list, a mapping or a text."""
        named = message(f"policy.form-{form}")
        self.complain("metadata-form", path, key=dotted(path), form=named)

    def mapping(
        self, path: Path, value: Any, *, required: tuple[str, ...] = (), known: tuple[str, ...] = ()
    ) -> Mapping[str, Any]:
        """Return *value* if it is a mapping, and complain of keys that are missing or unknown."""
        if not isinstance(value, dict):
            self.want("mapping", path)
            return {}
        for key in value:
            if key not in (*required, *known):
                near = get_close_matches(key, (*required, *known), n=1)
                allowed = ", ".join(near or (*required, *known))
                self.complain(
                    "metadata-unknown", (*path, key), key=dotted((*path, key)), allowed=allowed
                )
        for key in required:
            if value.get(key) in (None, "", {}):
                self.complain("metadata-missing", path, key=dotted((*path, key)))
        return value

    def text(self, path: Path, value: Any) -> str:
        """Return *value* if it is a text that somebody finished."""
        if not isinstance(value, str):
            self.want("text", path)
            return ""
        if value.startswith(UNFINISHED):
            self.complain("metadata-unfinished", path, key=dotted(path))
        return value.strip()

    def word(self, words: type[_Word], custom: Mapping[str, Any], key: str) -> _Word:
        """Return which of *words* stands under *key* of custom; the first after a complaint."""
        known = {word.name.lower(): word for word in words}
        value = custom.get(key)
        if isinstance(value, str) and value in known:
            return known[value]
        if value:
            self.refuse(("custom", key), value, tuple(known))
        return next(iter(words))

    def refuse(self, path: Path, value: Any, allowed: tuple[str, ...]) -> None:
        """Say that *value* is none of those that are allowed."""
        self.complain(
            "metadata-value", path, key=dotted(path), value=str(value), allowed=", ".join(allowed)
        )


def dotted(path: Path) -> str:
    """Name a key for people: custom.laws.1.article, positions counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path) or "METADATA"
