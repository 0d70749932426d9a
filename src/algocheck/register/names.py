"""Name the file of a manifest, the same at every import and allowed on every system."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from algocheck.register.record import Record

_LONGEST = 60
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)


def file_names(imported: Sequence[tuple[Record, Mapping[str, Any]]]) -> list[str]:
    """Return a path below the folder of manifests for each record and its manifest.

    Where several would have one name, what tells their records apart is added,
    and a number where nothing does.
    """
    names = [f"{_folder(record, manifest)}/{_file(manifest)}" for record, manifest in imported]
    counts = Counter(names)
    numbers = [file_slug(record.number)[:24].strip("-") for record, _ in imported]
    tellable = {
        name: _are_distinct(
            number for each, number in zip(names, numbers, strict=True) if each == name
        )
        for name, count in counts.items()
        if count > 1
    }
    taken = {name for name, count in counts.items() if count == 1}
    result = []
    for name, number in zip(names, numbers, strict=True):
        if counts[name] == 1:
            result.append(f"{name}.yaml")
            continue
        candidate = f"{name}-{number}" if tellable[name] else name
        base, again = candidate, 1
        while candidate in taken:
            again += 1
            candidate = f"{base}-{again}"
        taken.add(candidate)
        result.append(f"{candidate}.yaml")
    return result


def file_slug(text: str) -> str:
    """Return *text* in lower case letters, digits and hyphens, empty if it has none."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
    return f"{words}-" if words in _RESERVED else words


def _folder(record: Record, manifest: Mapping[str, Any]) -> str:
    organisation = manifest.get("organization", {}).get("name", "")
    if manifest["kind"] == "supplier":
        organisation = (
            manifest.get("supplier", {}).get("name", "") or PurePosixPath(record.file).stem
        )
    return file_slug(organisation) or _digest_of(organisation, "organisation")


def _file(manifest: Mapping[str, Any]) -> str:
    algorithm = manifest["algorithm"]
    name = algorithm.get("name") or algorithm["id"]
    return file_slug(name) or _digest_of(name, "algorithm")


def _digest_of(text: str, noun: str) -> str:
    # A name in another script keeps a file of its own.
    return f"{noun}-{hashlib.sha256(text.encode()).hexdigest()[:8]}" if text else f"{noun}-unknown"


def _are_distinct(numbers: Iterable[str]) -> bool:
    counted = Counter(numbers)
    return "" not in counted and max(counted.values()) == 1
