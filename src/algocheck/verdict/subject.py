"""Name what a finding is about, so that it keeps its name when lines or list positions move."""

import hashlib
import json
from typing import Any

from algocheck.model import Path

IDENTIFIERS = ("id", "name", "title", "kind", "right", "metric", "duty", "set")
"""What tells the entries of a list apart, the surest first."""


def subject_of(path: Path, document: Any, found: Any = None) -> str:
    """Return *path* with list entries named, and a digest of what stands there.

    *found* is what stands there as it is written, where *document* could not take it.

    >>> subject_of(("variables", 1, "justification"), {"variables": [{}, {"name": "postcode"}]})
    'variables[postcode].justification#absent'
    """
    name = ""
    node = document
    for step in path:
        node = _below(node, step)
        name += f"[{_identity(node, step)}]" if isinstance(step, int) else f".{step}"
    if node is None:
        node = found
    return f"{name.removeprefix('.')}#{'absent' if node is None else _digest(node)}"


def _below(node: Any, step: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _identity(entry: Any, position: int) -> str:
    if isinstance(entry, dict):
        for key in IDENTIFIERS:
            if isinstance(entry.get(key), str):
                return str(entry[key])
    return str(position) if entry is None else _digest(entry)


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
