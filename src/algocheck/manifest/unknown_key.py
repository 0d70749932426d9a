"""Say of a key that no schema knows which one may be meant, or where it belongs."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from algocheck.manifest.schema import fact_of, fields
from algocheck.manifest.show import either, name_of, shorten
from algocheck.manifest.suggest import suggest
from algocheck.model import Path
from algocheck.words import Message, Value, message

_MOST_PLACES = 3  # a name with more homes than these tells nobody where it belongs


def unknown_key(path: Path, node: Mapping[str, Any], key: str) -> Message:
    """Return the sentence about *key*, which the group at *path* has and its *node* has not."""
    similar = suggest(key, node["properties"])
    places = _places(fact_of(path), key)
    if similar and places:
        hint = message("schema.hint-both", similar=similar, places=either(places))
    elif similar:
        hint = message("schema.hint-similar", similar=similar)
    elif places:
        hint = message("schema.hint-elsewhere", places=either(places))
    else:
        hint = message("schema.hint-none")
    name = f'"{shorten(key)}"'
    return message("schema.unknown-key", name=name, place=name_of(path), hint=hint)


def _places(here: str, key: str) -> list[Value]:
    group, dot, name = key.rpartition(".")
    if dot and group in _homes().get(name, ()):
        return [group]
    homes = [place for place in _homes().get(key, ()) if place != here]
    places = [place for place in homes if _depth(place) == min(map(_depth, homes))]
    if len(places) > _MOST_PLACES:
        return []
    return [place or message("schema.top-level") for place in places]


def _depth(place: str) -> int:
    return len(place.replace("[]", ".").split(".")) if place else 0


@cache
def _homes() -> Mapping[str, list[str]]:
    """Return the groups that have a field of a name, by that name."""
    homes: dict[str, list[str]] = {}
    for path in fields():
        if not path.endswith("[]"):
            group, _, name = path.rpartition(".")
            homes.setdefault(name, []).append(group)
    return homes
