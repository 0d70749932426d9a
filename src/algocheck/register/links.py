"""Read links, and the ways in which records write several links in one field."""

import ast
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from algocheck.register.text import plain
from algocheck.register.values import is_empty, is_filler, stated

_URL = re.compile(r"https?://[^\x00-\x20<>\"{}|\\^`/?#]+[^\x00-\x20<>\"{}|\\^`]*")
_SCHEME = re.compile(r"\Ahttps?(?=://)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\A|(?<=\s))([0-9]{1,3}): ")
_LINK_LAST = re.compile(r",\s*(?P<link>(?:https?://|www\.).*|[Nn]\.?[Vv]\.?[Tt]\.?|)\Z", re.DOTALL)
_LINK_FIRST = re.compile(r"(?P<link>https?://\S+?),\s+(?P<title>\S.*)\Z", re.DOTALL)
_LABELLED = re.compile(r"(?P<title>[^:]*[^:\s])\s*:\s+(?P<link>https?://\S+)\Z")
_LONGEST_LINK = 2_000
_AROUND = " \t\r\n\xa0.,;"


class Reference(NamedTuple):
    """A title and a link, either of them perhaps empty; *rest* is what was found to be neither."""

    title: str = ""
    url: str = ""
    rest: tuple[tuple[str, Any], ...] = ()  # ("link", "n.v.t.")


def link(value: Any) -> str:
    """Return *value* as a link that works, else an empty text; spaces around it do no harm."""
    text = value.strip(" \t\r\n\xa0\u200b\ufeff") if isinstance(value, str) else ""
    # "&para" is the pilcrow in HTML, and "&paragraaf=2" is part of links to articles of law.
    text = text.replace("\xb6", "&para").replace("&amp;", "&")
    text = _SCHEME.sub(lambda scheme: scheme[0].lower(), text)
    return text if _URL.fullmatch(text) else ""


def links(value: Any) -> list[Reference]:
    """Return the links of a field that holds nothing but links, each perhaps with a label.

    Links stand one a line (``BRP: https://...``), or side by side; an empty list
    where there is more to read than that.
    """
    text = plain(value) if isinstance(value, str) else ""
    tokens = [token.strip(",;") for token in text.split()]
    if text and all(map(link, tokens)):
        return [Reference(url=link(token)) for token in tokens]
    found = [_LABELLED.fullmatch(line.strip()) for line in text.splitlines() if line.strip()]
    labelled = [Reference(each["title"].strip(), link(each["link"])) for each in found if each]
    return labelled if len(labelled) == len(found) and all(each.url for each in labelled) else []


def references(value: Any) -> list[Reference]:
    """Return the titles and links of a grouping field, in whatever form it was written.

    A list of titles and links, the text of such a list, or the download's
    ``1: title, https://... 2: title, https://...``. An empty list where it is
    none of these.
    """
    if isinstance(value, str):
        return [_reference(*pair) for pair in _pairs_in(value)] or links(value)
    items = value if isinstance(value, list) else [value]
    found = []
    for item in items:
        if isinstance(item, dict) and set(item) <= {"title", "link"}:
            found.append(_reference(item.get("title"), item.get("link")))
        elif isinstance(item, str):
            found.append(Reference(url=link(item)) if link(item) else _reference(item, None))
        elif not is_empty(item):
            return []
    return [each for each in found if each != Reference()]


def _reference(title: Any, address: Any) -> Reference:
    # Swapped beyond doubt: the title is a link, and the link is none.
    if link(title) and not link(address) and isinstance(address, str) and stated(address):
        title, address = address, title
    rest = []
    if link(title) and is_empty(address):
        title, address = None, title
    url, name = link(address), stated(title)
    if not url and not is_empty(address):
        rest.append(("link", address))
    if not name and not is_empty(title):
        rest.append(("title", title))
    return Reference(name, url, tuple(rest))


def _pairs_in(text: str) -> Iterator[tuple[Any, Any]]:
    stripped = text.strip()
    if stripped.startswith("["):
        yield from _pairs_in_list(stripped)
    elif stripped.startswith("1: "):
        for item in _numbered(stripped):
            yield _split(item)


def _numbered(text: str) -> Iterator[str]:
    places: dict[int, list[re.Match[str]]] = defaultdict(list)
    for found in _NUMBER.finditer(text):
        places[int(found[1])].append(found)
    start, number = places[1][0].end(), 1
    while True:
        number += 1
        following = [each for each in places[number] if each.start() >= start]
        # "hoofdstuk 2: besluiten" is part of a title; the next item comes after a link.
        after_link = (each for each in following if _is_after_link(text, start, each.start()))
        following = [*itertools.islice(after_link, 1), *following]
        if not following:
            yield text[start:]
            return
        yield text[start : following[0].start()]
        start = following[0].end()


def _is_after_link(text: str, start: int, end: int) -> bool:
    words = text[max(start, end - _LONGEST_LINK) : end].split()
    last = words[-1].strip(_AROUND) if words else ""
    return bool(link(last)) or bool(last and is_filler(last))


def _split(item: str) -> tuple[str, str]:
    item = plain(item) if "<" in item else item.strip()
    last = _LINK_LAST.search(item)
    first = None if last else _LINK_FIRST.match(item)
    if first:
        return first["link"], first["title"]
    if not last:
        return item.rstrip(" ,;"), ""
    address = last["link"] if is_filler(last["link"]) else last["link"].strip(_AROUND)
    return item[: last.start()], address


def _pairs_in_list(text: str) -> Iterator[tuple[Any, Any]]:
    for parse in (json.loads, ast.literal_eval):
        try:
            items = parse(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
            continue
        if isinstance(items, list) and all(
            isinstance(item, dict) and set(item) <= {"title", "link"} for item in items
        ):
            for item in items:
                yield item.get("title"), item.get("link")
            return
