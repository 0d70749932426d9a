"""Read one value of a record: a fact if it says one beyond doubt, nothing otherwise."""

import json
import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from typing import Any

from algocheck.register.text import one_line, plain, tidy
from algocheck.register.vocabulary import NO_ANSWER

_MONTH = re.compile(r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})(?:-(?:0[1-9]|[12][0-9]|3[01]))?")
_MONTH_FIRST = re.compile(r"(?P<month>[0-9]{1,2})[-/](?P<year>[0-9]{4})")
_YEARS = range(1950, 2100)
_SLUG = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?")


def is_empty(value: Any) -> bool:
    """Tell whether a record says nothing here: null, no text, or a list of nothing."""
    if isinstance(value, str):
        return not plain(value)
    if isinstance(value, list):
        return all(map(is_empty, value))
    if isinstance(value, dict):
        return all(map(is_empty, value.values()))
    return value is None


def text_of(value: Any) -> str:
    """Return *value* as plain text, a list of texts as lines; empty where it is no text."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(as_found(value))
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tidy("\n".join(map(plain, value)))
    return ""


def stated(value: Any) -> str:
    """Return *value* as plain text; empty where the text is but a filler, such as n.v.t."""
    text = text_of(value)
    return "" if is_filler(text) else text


def is_filler(text: str) -> bool:
    """Tell whether *text* only fills a field: a dash, n.v.t., onbekend, ja."""
    words = text.strip().rstrip(".").casefold()
    return words in NO_ANSWER or not any(map(str.isalnum, words))


def choice(value: Any, table: Mapping[str, str]) -> str:
    """Return what *table* makes of *value*, whatever its case, hyphens and underscores."""
    words = re.sub(r"[\s_-]+", " ", text_of(value)).strip().casefold()
    return table.get(words, "")


def month(value: Any) -> str:
    """Return YYYY-MM where *value* names one month beyond doubt, else an empty text."""
    text = text_of(value)
    found = _MONTH.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    if not found or int(found["year"]) not in _YEARS or int(found["month"]) not in range(1, 13):
        return ""
    return f"{found['year']}-{int(found['month']):02}"


def slug(value: Any) -> str:
    """Return *value* if it can be the id of an algorithm, else an empty text."""
    text = stated(value)
    return text if _SLUG.fullmatch(text) else ""


def as_found(value: Any) -> Any:
    """Return *value* as a record has it, in what a manifest can hold: texts, lists, maps.

    What is no text is written as JSON writes it; nulls are left out.
    """
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, list):
        return [as_found(each) for each in value if not is_empty(each)]
    if isinstance(value, dict):
        found: dict[str, Any] = {}
        for key, each in value.items():
            if not is_empty(each):
                found[distinct(one_line(str(key)), found)] = as_found(each)
        return found
    return tidy(json.dumps(value, ensure_ascii=False))


def all_distinct(names: Iterable[str]) -> list[str]:
    """Return *names*, those that stand among them before with a number."""
    seen: Counter[str] = Counter()
    taken: dict[str, None] = {}
    for name in names:
        seen[name] += 1
        again = f"{name} ({seen[name]})" if seen[name] > 1 else name
        taken[distinct(again, taken)] = None
    return list(taken)


def distinct(name: str, taken: Container[str]) -> str:
    """Return *name*, with a number if it is *taken*: of two with one name neither is lost."""
    result, number = name, 1
    while result in taken:
        number += 1
        result = f"{name} ({number})"
    return result
