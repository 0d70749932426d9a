"""Find the records in a JSON file: one, a list, or either of them inside something else."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from algocheck.register.record import Record, describes_algorithm, record_of
from algocheck.register.refusal import Refused
from algocheck.register.values import all_distinct

_DEEPEST = 50  # levels; a record has four
_NESTED = 3  # levels above a record: an object, its list, a wrapper with the day of the download
_DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


class _Found(NamedTuple):
    raw: Mapping[str, Any] | None  # None: stands among records, and is none
    retrieved: str


def json_records(text: str, file: str) -> Iterator[Record | Refused]:
    """Yield the records in *text*, in order; `Refused` is raised where it is no JSON at all."""
    for position, found in enumerate(_find(_parse(text), "", _NESTED), start=1):
        if found.raw is None:
            yield Refused("register.no-record", position)
        else:
            yield record_of(found.raw, file=file, position=position, retrieved=found.retrieved)


def _parse(text: str) -> Any:
    try:
        value = json.loads(text, object_pairs_hook=_with_every_key, parse_constant=str)
    except json.JSONDecodeError as error:
        raise Refused("register.no-json", line=error.lineno, column=error.colno) from error
    except ValueError as error:  # a number of thousands of digits
        raise Refused("register.number") from error
    except RecursionError as error:
        raise Refused("register.too-deep", limit=_DEEPEST) from error
    if _depth(value) > _DEEPEST:
        raise Refused("register.too-deep", limit=_DEEPEST)
    return value


def _with_every_key(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Where a key stands twice, a reader of JSON drops one in silence.
    names = all_distinct(key for key, _ in pairs)
    return {name: value for name, (_, value) in zip(names, pairs, strict=True)}


def _depth(value: Any) -> int:
    deepest, waiting = 0, [(value, 1)]
    while waiting:
        each, depth = waiting.pop()
        deepest = max(deepest, depth)
        children = each.values() if isinstance(each, dict) else each
        if isinstance(each, dict | list):
            waiting.extend((child, depth + 1) for child in children)
    return deepest


def _find(value: Any, retrieved: str, levels: int) -> Iterator[_Found]:
    if isinstance(value, dict):
        if describes_algorithm(value):
            yield _Found(value, retrieved)
            return
        fetched = value.get("fetched_at")
        day = _DAY.match(fetched) if isinstance(fetched, str) else None
        retrieved = day[0] if day else retrieved
    if not levels or not isinstance(value, dict | list):
        return
    if isinstance(value, dict):
        for child in value.values():
            yield from _find(child, retrieved, levels - 1)
        return
    found = [list(_find(child, retrieved, levels - 1)) for child in value]
    if any(found):
        for each in found:
            yield from each or [_Found(None, retrieved)]
