"""Say of a sound manifest that it is sound, in no time and without a validator.

The validator that knows why a manifest is wrong takes longer to import than the
rest of algocheck together. Most manifests are right, and to see that takes the few
keywords that the schema uses. What is not certain here is left to the validator.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from algocheck.manifest.formats import FORMATS

Node = Mapping[str, Any]

KEYWORDS = frozenset(
    {
        *("type", "enum", "const", "pattern", "format", "maxLength"),
        *("properties", "additionalProperties", "required", "items"),
    }
)
"""Those that are looked at here; a schema with others needs more than this."""

_NAMES = {int: ("integer", "number"), float: ("number",), type(None): ("null",)}


def fits(value: Any, node: Node) -> bool:
    """Tell whether *value* keeps to *node* for certain; False means that it may or may not."""
    match value:
        case dict():
            return "object" in node.get("type", ()) and _group_fits(value, node)
        case list():
            return "array" in node.get("type", ()) and all(fits(v, node["items"]) for v in value)
        case str():
            return _text_fits(value, node)
        case _:
            return _plain_fits(value, node)


def matches(pattern: str, text: str) -> bool:
    """Match the whole of *text*; Python's own ``$`` would let a newline follow."""
    return _compiled(pattern).fullmatch(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _group_fits(group: dict[str, Any], node: Node) -> bool:
    known = node.get("properties")
    if known is None:
        return True
    return all(key in known and fits(value, known[key]) for key, value in group.items()) and all(
        key in group for key in node.get("required", ())
    )


def _text_fits(text: str, node: Node) -> bool:
    if "enum" in node:
        return text in node["enum"]
    return (
        "string" in node.get("type", ())
        and ("pattern" not in node or matches(node["pattern"], text))
        and ("maxLength" not in node or len(text) <= node["maxLength"])
        and ("format" not in node or FORMATS[node["format"]](text))
    )


def _plain_fits(value: Any, node: Node) -> bool:
    if "enum" in node:
        return any(value is each for each in node["enum"])
    if "const" in node:
        return type(value) is type(node["const"]) and bool(value == node["const"])
    return any(name in node["type"] for name in _NAMES.get(type(value), ()))
