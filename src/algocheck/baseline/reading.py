"""Read a baseline, and refuse what no machine of ours wrote: half of it would cover too much."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from algocheck.baseline import limits
from algocheck.baseline.entries import Baseline, Entry
from algocheck.baseline.writing import VERSION
from algocheck.errors import ConfigError, reason
from algocheck.manifest.discover import printable
from algocheck.manifest.schema.fits import fits
from algocheck.manifest.show import shorten
from algocheck.model import BundleName, Severity
from algocheck.words import Value, message

SCHEMA = Path(__file__).parent / "schema" / f"baseline-v{VERSION}.json"

_FINGERPRINT = re.compile(r'"([0-9a-f]{16})"')
_BY_WORD = {severity.word: severity for severity in Severity}


@cache
def schema() -> Any:
    """Return the JSON Schema of the file, shared: not to be changed by who reads it."""
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def read(path: Path) -> Baseline:
    """Read the baseline in *path*; raises `ConfigError` for a file that is none."""
    file = printable(path)
    try:
        with path.open("rb") as stream:
            content = stream.read(limits.BYTES + 1)
    except OSError as error:
        raise ConfigError("baseline.unreadable", file=file, reason=reason(error)) from None
    if len(content) > limits.BYTES:
        raise ConfigError("baseline.too-large", file=file, most=limits.MEBIBYTES)
    return parse(content, file)


def parse(content: bytes, file: str) -> Baseline:
    """Return the baseline in *content*; raises `ConfigError` likewise."""
    try:
        text = content.decode("utf-8-sig")
        document = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        place = f"{file}:{error.lineno}:{error.colno}"
        raise ConfigError("baseline.no-json", place=place) from None
    except (ValueError, RecursionError):
        # No UTF-8, a key that stands there twice, a number of thousands of digits.
        raise ConfigError("baseline.no-json", place=file) from None
    version = document.get("baseline_version") if isinstance(document, dict) else None
    if type(version) is int and version != VERSION:
        raise ConfigError("baseline.version", file=file, found=version, version=VERSION)
    if not fits(document, schema()):
        raise _malformed(file, _misfit(document, schema()))
    entries = tuple(map(_entry, document["entries"]))
    for place in _nonsense(document, entries):
        raise _malformed(file, place)
    return Baseline(
        made=document["made"],
        bundles=tuple(
            BundleName(each["name"], each["revision"], each["digest"].removeprefix("sha256:"))
            for each in document["bundles"]
        ),
        entries=entries,
        namesakes={each["manifest"]: each["times"] for each in document.get("namesakes", ())},
        file=file,
        lines=_lines(text),
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    group = dict(pairs)
    if len(group) != len(pairs):
        raise ValueError
    return group


def _entry(entry: Mapping[str, Any]) -> Entry:
    return Entry(
        manifest=entry["manifest"],
        rule=entry["rule"],
        subject=entry["subject"],
        severity=_BY_WORD[entry["severity"]],
        since=entry["since"],
        times=entry.get("times", 1),
        rules=tuple(entry.get("rules", ())),
        reason=entry.get("reason", ""),
    )


def _nonsense(document: Mapping[str, Any], entries: tuple[Entry, ...]) -> Iterator[str]:
    """Yield the place of what has the right form, and was not written by us."""
    for number, each in enumerate(document.get("namesakes", ()), 1):
        if not 1 < each["times"] <= limits.TIMES:
            yield f"namesakes[{number}].times"
    seen = set()
    for number, (raw, entry) in enumerate(zip(document["entries"], entries, strict=True), 1):
        place = f"entries[{number}]"
        if raw["fingerprint"] != entry.fingerprint or entry.fingerprint in seen:
            yield f"{place}.fingerprint"
        if not 1 <= entry.times <= limits.TIMES:
            yield f"{place}.times"
        if bool(entry.rules) != entry.rule.startswith("question/"):
            yield f"{place}.rules"
        seen.add(entry.fingerprint)


def _misfit(value: Any, node: Mapping[str, Any]) -> str:
    """Return the first place at or below *value* that does not fit, as in .entries[3].since."""
    if isinstance(value, dict) and "properties" in node:
        known = node["properties"]
        for key, child in value.items():
            if key not in known:
                return f".{shorten(key)}"
            if not fits(child, known[key]):
                return f".{key}{_misfit(child, known[key])}"
        return next((f".{key}" for key in node["required"] if key not in value), "")
    if isinstance(value, list) and "items" in node:
        for number, child in enumerate(value, 1):
            if not fits(child, node["items"]):
                return f"[{number}]{_misfit(child, node['items'])}"
    return ""


def _malformed(file: str, place: str) -> ConfigError:
    where: Value = place.removeprefix(".") or message("baseline.whole")
    return ConfigError("baseline.malformed", file=file, where=where)


def _lines(text: str) -> Mapping[str, int]:
    """Return the line of every fingerprint, as it is written: none needs an escape."""
    return {
        found: number
        for number, line in enumerate(text.split("\n"), 1)
        for found in _FINGERPRINT.findall(line)
    }
