"""Say in a plain sentence what is wrong with a value, and what to write instead."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from algocheck.manifest.schema.fits import matches
from algocheck.manifest.show import either, kind, name_of, shorten, show
from algocheck.manifest.suggest import suggest
from algocheck.model import Path
from algocheck.words import Message, Value, message

Node = Mapping[str, Any]
Told = tuple[str, Message]
"""The fault's id and its sentence."""

_ANSWERS = {
    "ja": "yes",
    "nee": "no",
    "true": "yes",
    "false": "no",
    "geen": "none",
    "onbekend": "unknown",
    "n.v.t.": "not_applicable",
    "nvt": "not_applicable",
}
"""What people answer in their own words; no likeness of letters leads from one to the other."""


def explain(path: Path, node: Node, value: Any, keyword: str) -> Told:
    """Tell why *value*, at *path*, breaks *keyword* of *node*."""
    field = name_of(path)
    if keyword == "maxLength":
        length, most = len(value), node["maxLength"]
        told = message("schema.too-long", field=field, length=length, most=most)
        return "schema/too-long", told
    return _BY_TYPE.get(node["x-type"], _text)(field, node, value)


def _choice(field: Value, node: Node, value: Any) -> Told:
    values = [each for each in node["enum"] if isinstance(each, str)]
    choices = either(values)
    if isinstance(value, list | dict):
        return "schema/wrong-type", message(
            "schema.choice-one", field=field, kind=kind(value), choices=choices
        )
    if value == "":
        return "schema/wrong-value", message("schema.choice-empty", field=field, choices=choices)
    written = value if isinstance(value, str) else str(show(value))
    if written in values:
        return "schema/wrong-type", message("schema.choice-quotes", field=field, found=written)
    answer = _ANSWERS.get(written.lower())
    similar = answer if answer in values else suggest(written, values)
    found: dict[str, Value] = {"field": field, "found": show(value), "choices": choices}
    if similar:
        return "schema/wrong-value", message("schema.choice-similar", **found, similar=similar)
    return "schema/wrong-value", message("schema.choice", **found)


def _group(field: Value, node: Node, value: Any) -> Told:
    or_none: Value = message("schema.or-none") if "string" in node["type"] else ""
    if isinstance(value, list):
        return "schema/wrong-type", message("schema.group-dashes", field=field, or_none=or_none)
    example = next(iter(node.get("properties", ())), "key")
    return "schema/wrong-type", message(
        "schema.group", field=field, found=show(value), example=example, or_none=or_none
    )


def _list(field: Value, node: Node, value: Any) -> Told:
    # What is one group of fields is no item of such a list either.
    if isinstance(value, dict) or value == "" or "properties" in node["items"]:
        return "schema/wrong-type", message("schema.list", field=field, found=show(value))
    written = shorten(value) if isinstance(value, str) else show(value)
    return "schema/wrong-type", message(
        "schema.list-of-one", field=field, found=show(value), item=written
    )


def _number(field: Value, node: Node, value: Any) -> Told:
    return "schema/wrong-type", message(f"schema.{node['x-type']}", field=field, found=show(value))


def _text(field: Value, node: Node, value: Any) -> Told:
    match value:
        case str():
            return "schema/wrong-format", _format(field, node, value)
        case bool():
            sentence = message("schema.text-boolean", field=field, found=show(value))
        case int():
            sentence = message("schema.text-integer", field=field, found=show(value))
        case float():
            sentence = message("schema.text-number", field=field, found=show(value))
        case _:
            sentence = message("schema.text-one", field=field, kind=kind(value))
    return "schema/wrong-type", sentence


def _format(field: Value, node: Node, value: str) -> Message:
    pattern, found = node["pattern"], show(value)
    if not value and matches(pattern, "none"):
        return message("schema.empty", field=field)
    if matches(pattern, value):
        return message("schema.no-such-day", field=field, found=found)
    shape = _shape(node["x-type"], pattern)
    if "examples" not in node:
        return message("schema.format", field=field, found=found, shape=shape)
    example = node["examples"][0]
    return message("schema.format-example", field=field, found=found, shape=shape, example=example)


def _shape(type_: str, pattern: str) -> Message:
    if type_ == "digits" and (exactly := re.search(r"\{([0-9]+)\}", pattern)):
        return message("schema.shape-digits-exactly", n=int(exactly[1]))
    return message(f"schema.shape-{type_}")


_BY_TYPE: Mapping[str, Callable[[Value, Node, Any], Told]] = {
    "choice": _choice,
    "yes_no": _choice,
    "group": _group,
    "entry": _group,
    "map": _group,
    "list": _list,
    "number": _number,
    "integer": _number,
}
"""All other types are texts of some form."""
