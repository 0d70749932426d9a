"""Hold a file of waivers against its schema, with a sentence and a place for all that is wrong."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path as File
from typing import Any

from algocheck.manifest.document import Document
from algocheck.manifest.formats import is_calendar_date
from algocheck.manifest.show import kind, shorten, show
from algocheck.manifest.suggest import suggest
from algocheck.model import Finding, Path
from algocheck.waiver.rules import finding
from algocheck.words import Message, Value, message

VERSION = 1
"""The waivers_version that is read."""

ROOT = ("waivers_version", "waivers")
MAY_BE_EMPTY = ("place", "reference")
"""An empty place is the whole manifest; a reference is asked where the limits say so."""


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema of the file, shared: not to be changed by who reads it."""
    content = File(__file__).parent / "schema" / f"waivers-v{VERSION}.json"
    parsed: dict[str, Any] = json.loads(content.read_text(encoding="utf-8"))
    return parsed


def frame(document: Document) -> Iterator[Finding]:
    """Give what is wrong around the waivers; see `entries` for what is wrong within them."""
    if document.broken:
        return
    value = document.value
    if not isinstance(value, dict):
        yield _malformed(document, (), message("waiver.no-fields", kind=kind(value)))
        return
    told = {fault.path for fault in document.faults}
    if not _has_version(value) and ("waivers_version",) not in told:
        found = value.get("waivers_version")
        name = "version" if "waivers_version" in value else "version-absent"
        problem = message(f"waiver.{name}", found=show(found), version=VERSION)
        yield _malformed(document, ("waivers_version",), problem)
    if not isinstance(value.get("waivers", False), list | None) and ("waivers",) not in told:
        yield _malformed(document, ("waivers",), message("waiver.no-list"))
    yield from _unknown_keys(document, (), value, ROOT)


def entries(document: Document) -> Iterator[tuple[int, dict[str, Any], list[Finding]]]:
    """Yield every waiver of a file that has the right version, and what is wrong with its form."""
    value = document.value
    if not isinstance(value, dict) or not _has_version(value):
        return
    waivers = value.get("waivers")
    for position, entry in enumerate(waivers if isinstance(waivers, list) else ()):
        path = ("waivers", position)
        if isinstance(entry, dict):
            yield position, entry, list(_entry(document, path, entry))
        else:
            problem = message("waiver.no-group", found=show(entry))
            yield position, {}, [_malformed(document, path, problem)]


def text_of(entry: Mapping[str, Any], key: str) -> str:
    """Return what an entry says at *key*; empty where it may say nothing."""
    return str(entry.get(key) or "").strip()


def _entry(document: Document, path: Path, entry: dict[str, Any]) -> Iterator[Finding]:
    told = {fault.path for fault in document.faults}
    node = schema()["properties"]["waivers"]["items"]
    for key in node["properties"]:
        at = (*path, key)
        problem = None if at in told else _wrong(key, entry, node)
        if problem:
            yield _malformed(document, at, problem)
    yield from _unknown_keys(document, path, entry, node["properties"])


def _wrong(key: str, entry: dict[str, Any], node: Mapping[str, Any]) -> Message | None:
    value = entry.get(key)
    if key not in entry:
        return message("waiver.missing", field=key) if key in node["required"] else None
    if value is None or (isinstance(value, str) and not value.strip()):
        return None if key in MAY_BE_EMPTY else message("waiver.empty-field", field=key)
    if not isinstance(value, str):
        return message("waiver.no-text", field=key, found=show(value))
    if key == "expires" and not is_day(value):
        return message("waiver.no-day", found=show(value))
    return None


def is_day(text: str) -> bool:
    """Tell whether *text* is YYYY-MM-DD and a day that exists."""
    return text[:1].isdigit() and is_calendar_date(text)


def _has_version(value: Mapping[str, Any]) -> bool:
    version = value.get("waivers_version")
    return type(version) is int and version == VERSION


def _unknown_keys(
    document: Document, path: Path, group: Mapping[str, Any], known: Any
) -> Iterator[Finding]:
    for key in group:
        if key not in known:
            similar = suggest(key, known)
            hint: Value = message("waiver.meant", name=similar) if similar else ""
            problem = message("waiver.unknown-key", name=shorten(key), hint=hint)
            yield _malformed(document, (*path, key), problem)


def _malformed(document: Document, path: Path, problem: Message) -> Finding:
    place = document.locate(path) if path else document.locate_value(path)
    return finding("waiver/malformed", place, problem)
