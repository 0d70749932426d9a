"""Tell a manifest from the many other YAML and JSON files of a repository, fast."""

import re
from functools import cache
from itertools import islice
from typing import Any

from algocheck.words import Message, message

FRAME = "manifest_version"
_FRAME = FRAME.encode()

TELLING = frozenset(
    {
        "ai_act",
        "algorithm",
        "decision",
        "equal_treatment",
        "human_oversight",
        "legal_basis",
        "legal_protection",
        "procurement",
        "transparency",
    }
)
"""Blocks of a manifest that other files hardly have at their root."""

BLOCKS = TELLING | {
    "assessments",
    "chain",
    "data",
    "evidence",
    "inclusion",
    "labour",
    "monitoring",
    "organization",
    "privacy",
    "provenance",
    "purpose",
    "records",
    "rights",
    "risks",
    "supplier",
    "system",
}
"""All blocks of a manifest, by name; `kind`, `language` and the version itself are no blocks."""

_KINDS = ("deployment", "supplier")
_ENOUGH = 2
_LIKENESS = 0.8
_LONGEST = 32
_MOST = 500  # keys to compare: far more than a manifest has at its root
_TELLING = tuple(map(str.encode, sorted(TELLING)))
_MISSPELT = rb"m[a-z]{5,9}[ _.-]{0,2}v[a-z]{4,8}"


def mentions(content: bytes) -> bool:
    """Tell whether the bytes hold the key of a manifest, in UTF-16 as well."""
    return _FRAME in content or (b"\x00" in content[:4] and _FRAME in content.replace(b"\x00", b""))


def may_be_manifest(content: bytes) -> bool:
    """Tell whether it is worth parsing *content*, from a look at the bytes."""
    if mentions(content):
        return True
    if any(word in content and _key(word).search(content) for word in _TELLING):
        return True
    lower = content.lower()
    return (b"manifest" in lower or b"version" in lower) and bool(re.search(_MISSPELT, lower))


@cache
def _key(word: bytes) -> re.Pattern[bytes]:
    # One pattern a word: each begins with its letters, which makes the search several times faster.
    return re.compile(word + rb"[\"']?\s*:")


def near_miss(value: Any) -> tuple[str, Message] | None:
    """Return what says that *value* was meant as a manifest, and the key it was seen at.

    None for what was not, and for what is one.
    """
    if not isinstance(value, dict) or FRAME in value:
        return None
    key = next(filter(_is_like_frame, islice(value, _MOST)), None)
    if key is not None:
        return key, message("reading.similar", key=key)
    blocks = [key for key, part in value.items() if key in BLOCKS and isinstance(part, dict | list)]
    known = len(blocks) + (value.get("kind") in _KINDS)
    if known >= _ENOUGH and not TELLING.isdisjoint(blocks):
        return blocks[0], message("reading.no-version", blocks=", ".join(blocks[:3]))
    return None


def is_browser_extension(value: Any) -> bool:
    """Tell whether a root that has a manifest_version belongs to an extension of a browser."""
    return (
        isinstance(value, dict)
        and {"name", "version"} <= value.keys()
        and not BLOCKS & value.keys()
    )


def _is_like_frame(key: str) -> bool:
    if len(key) > _LONGEST:
        return False
    from difflib import SequenceMatcher

    likeness = SequenceMatcher(None, key.lower().replace("-", "_"), FRAME)
    return likeness.quick_ratio() >= _LIKENESS and likeness.ratio() >= _LIKENESS
