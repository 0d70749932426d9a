"""Manifests made from the schema for property tests: one that states everything, and mutations."""

import copy
import json
import string
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from algocheck.manifest.discover import Source
from algocheck.manifest.document import Document
from algocheck.manifest.load import load
from algocheck.manifest.schema import schema
from algocheck.model import Path

FRAME = {"manifest_version": 1, "kind": "deployment", "algorithm": {"name": "Parking permits"}}
"""The least that is a manifest."""

JUNK: list[Any] = [
    *(None, True, False, 0, 1, -3, 1.1, 0.25, "", " ", "none", "unknown", "yes", "no", "ja"),
    *("2024-02-30", "2024-01-05", "2024-01", "2024-01\n", "0000-01-01", "٢٠٢٤-01-01"),
    *("https://example.nl/a", "https://", "www.example.nl", "12345678", "legl", "in use"),
    *([], {}, ["none"], [None], [[]], [{}], {"name": None}, {"a": {"b": 1}}),
    *("x" * 6000, "a\x1b[31m\x00\u202eb", "😀" * 400, "{braces} %s"),
]
"""What is no answer to most questions."""

STATEMENTS: dict[str, Any] = {
    "number": 3,
    "integer": 3,
    "map": {"data": {"sources": ["as found"]}},
    "sha256": "0" * 64,
    "pinned_uri": "supplier.yaml#" + "0" * 64,
}
"""By type, where neither the schema has an example nor any text will do."""

LETTERS = string.ascii_lowercase + "_-. A\x1b\u202eé{}~/"


def document(text: str) -> Document:
    """Read *text* as `check -` would."""
    (only,) = load(Source("<stdin>", None, named=True, content=text.encode())).documents
    return only


def with_frame(yaml: str) -> Document:
    """Read the lines *yaml* of a manifest that has its frame in its first three lines."""
    frame = "manifest_version: 1\nkind: deployment\nalgorithm: {id: parking-permits}\n"
    return document(frame + yaml)


def everything() -> dict[str, Any]:
    """Return a manifest that states every field of the schema, each list with two elements."""
    stated: dict[str, Any] = _state(schema()) | {"kind": "deployment"}
    return stated


def mutated() -> st.SearchStrategy[dict[str, Any]]:
    """Manifests of a few blocks in which some values and keys were changed, removed or added."""
    blocks = st.sets(st.sampled_from(sorted(EVERYTHING)), max_size=4)
    return blocks.flatmap(lambda names: _mutations(names | FRAME.keys()))


def _state(node: dict[str, Any]) -> Any:
    if "properties" in node:
        return {name: _state(child) for name, child in node["properties"].items()}
    if "items" in node:
        return [_state(node["items"]), _state(node["items"])]
    if "const" in node:
        return node["const"]
    examples = node.get("enum") or node.get("examples")
    return examples[0] if examples else STATEMENTS.get(node["x-type"], "a text")


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    for step in value if isinstance(value, dict) else range(len(value) if _is_list(value) else 0):
        yield from _paths(value[step], (*path, step))


def _mutations(names: set[str]) -> st.SearchStrategy[dict[str, Any]]:
    base = {name: EVERYTHING[name] for name in sorted(names)}
    places = st.sampled_from(list(_paths(base)))
    keys = st.one_of(st.text(LETTERS, max_size=12), st.sampled_from(KEYS), st.just("k" * 5000))
    change = st.tuples(
        places, st.sampled_from(["replace", "remove", "rename", "add"]), st.sampled_from(JUNK), keys
    )
    return st.lists(change, max_size=8).map(lambda changes: _changed(base, changes))


def _changed(base: dict[str, Any], changes: list[tuple[Path, str, Any, str]]) -> dict[str, Any]:
    manifest = copy.deepcopy(base)
    for path, how, junk, key in changes:
        parent: Any = manifest
        for step in path[:-1]:
            parent = parent[step] if _has(parent, step) else None
        if not _has(parent, path[-1]):
            continue  # an earlier change took it away
        if how == "replace":
            parent[path[-1]] = copy.deepcopy(junk)
        elif how == "add" and isinstance(parent, dict):
            parent[key] = copy.deepcopy(junk)
        elif how == "rename" and isinstance(parent, dict):
            parent[key] = parent.pop(path[-1])
        elif how == "remove":
            del parent[path[-1]]
    return manifest


def _has(parent: Any, step: str | int) -> bool:
    if isinstance(parent, dict):
        return step in parent
    return _is_list(parent) and isinstance(step, int) and step < len(parent)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


EVERYTHING = everything()
KEYS = sorted({str(path[-1]) for path in _paths(EVERYTHING)})


def as_json(manifest: dict[str, Any]) -> str:
    """Write *manifest* as JSON of one value a line, so that places differ."""
    return json.dumps(manifest, indent=1, ensure_ascii=True)
