"""What the facts of a manifest must be, derived from the schema and a validator alone."""

import functools
import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from algocheck.manifest.formats import FORMATS
from algocheck.manifest.schema import schema
from algocheck.policy.source import read_source
from algocheck.resources import policies

Node = dict[str, Any]

EDGES = " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff.:"


def typed(manifest: Any) -> dict[str, Any]:
    """Return every fact of *manifest* as rules are to read it."""
    return _group(schema(), manifest, nothing=False)


def listed(manifest: Any) -> dict[str, str]:
    """Return for each list outside an entry whether anything is listed."""
    return {
        path: _listed(node, value, nothing=nothing)
        for path, node, value, nothing in _walk(schema(), manifest)
        if "items" in node
    }


def groups(manifest: Any) -> dict[str, str]:
    """Return for each group whether it is stated."""
    return {
        path: "none" if nothing else _stated(_group(node, value, nothing=False), "stated")
        for path, node, value, nothing in _walk(schema(), manifest)
        if node["x-type"] == "group"
    }


def keeps_to(node: Node, value: Any) -> bool:
    """Tell whether *value* has the shape that the facts at *node* always have."""
    if "properties" in node:
        facts = dict(value)
        states = facts.pop("listed", {})
        return (
            facts.keys() == dict(_facts(node)).keys()
            and all(keeps_to(child, facts[name]) for name, child in _facts(node))
            and set(states.values()) <= {"yes", "no", "unknown"}
        )
    if "items" in node:
        return isinstance(value, list) and all(keeps_to(node["items"], item) for item in value)
    if value in ("none", "unknown"):
        return True
    if node["x-type"] in {"number", "integer", "version"}:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, str) and value in node.get("enum", [value])


def _walk(
    node: Node, value: Any, prefix: str = "", *, nothing: bool = False
) -> Iterator[tuple[str, Node, Any, bool]]:
    parts = value if isinstance(value, dict) else {}
    for name, child in _facts(node):
        stated = parts.get(name)
        none = nothing or (stated == "none" and child["x-type"] == "group")
        yield prefix + name, child, stated, none
        if child["x-type"] == "group":
            yield from _walk(child, stated, f"{prefix}{name}.", nothing=none)


def _facts(node: Node) -> Iterator[tuple[str, Node]]:
    return ((name, child) for name, child in node["properties"].items() if child["x-type"] != "map")


def _group(node: Node, value: Any, *, nothing: bool) -> dict[str, Any]:
    nothing = nothing or value == "none"
    parts = value if isinstance(value, dict) else {}
    return {name: _fact(child, parts.get(name), nothing=nothing) for name, child in _facts(node)}


def _fact(node: Node, value: Any, *, nothing: bool) -> Any:
    if "properties" in node:
        return _group(node, value, nothing=nothing)
    if "items" in node:
        return _list(node["items"], value if isinstance(value, list) and not nothing else [])
    if nothing:
        return _nothing(node)
    if value is None or not _validator(json.dumps(node)).is_valid(value):
        return "unknown"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


def _nothing(node: Node) -> str:
    values = node.get("enum", ["none"])
    return next((word for word in ("no", "none") if word in values), "unknown")


def _list(node: Node, items: list[Any]) -> list[Any]:
    if items == ["none"]:
        return []
    if node["x-type"] != "entry":
        return ["unknown" if item == "none" else _fact(node, item, nothing=False) for item in items]
    return [_entry(node, item if isinstance(item, dict) else {}) for item in items]


def _entry(node: Node, value: Node) -> dict[str, Any]:
    facts = _group(node, value, nothing=False)
    states = {
        name: _listed(child, value.get(name), nothing=False)
        for name, child in _facts(node)
        if "items" in child
    }
    return facts | ({"listed": states} if states else {})


def _listed(node: Node, value: Any, *, nothing: bool) -> str:
    if nothing or value in ("none", [], ["none"]):
        return "no"
    return _stated(_fact(node, value, nothing=False), "yes")


def _stated(facts: Any, answer: str) -> str:
    return answer if any(map(_tells, _leaves(facts))) else "unknown"


def _leaves(facts: Any) -> Iterator[Any]:
    if isinstance(facts, dict):
        facts = [part for name, part in facts.items() if name != "listed"]
    if isinstance(facts, list):
        for part in facts:
            yield from _leaves(part)
    else:
        yield facts


def _tells(leaf: Any) -> bool:
    return not isinstance(leaf, str) or (
        bool(leaf.strip()) and leaf.lower().strip(EDGES) not in _silent()
    )


@functools.cache
def _silent() -> frozenset[str]:
    params = read_source(policies()).data["algocheck"]["params"]
    return frozenset(params["nothing"]) | frozenset(params["placeholders"])


@functools.cache
def _validator(node: str) -> jsonschema_rs.Validator:
    # A text that is too long is a fault of the file; it is stated all the same.
    rules = {name: rule for name, rule in json.loads(node).items() if name != "maxLength"}
    return jsonschema_rs.validator_for(rules, formats=dict(FORMATS), validate_formats=True)
