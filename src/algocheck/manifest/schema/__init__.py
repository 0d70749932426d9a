"""What a manifest may say: the JSON Schema that is shipped, and its fields by name."""

import json
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path as File
from typing import Any, NamedTuple

from algocheck.model import Path
from algocheck.words import Language


class Field(NamedTuple):
    """A place in the schema: a fact, a group of them, a list, or what stands in a list."""

    path: str  # decision.effect, data.variables, data.variables[], data.variables[].name
    type: str  # the schema's x-type: text, choice, group, ...
    level: str  # I A C O; a part has its field's; empty for the groups at the top
    asked_of: str  # deployer | supplier | both; likewise
    title: Mapping[str, str]  # by language; an element has its list's
    description: Mapping[str, str]
    values: tuple[str, ...]  # of a choice, without null and booleans

    def question(self, language: Language) -> str:
        """Return what is asked, without the explanation that follows it."""
        asked, mark, _ = self.description[language].partition("?")
        return asked + mark


@cache
def schema() -> dict[str, Any]:
    """Return the schema of manifest_version 1, shared: not to be changed by who reads it."""
    content = File(__file__).with_name("v1.json").read_text(encoding="utf-8")
    parsed: dict[str, Any] = json.loads(content)
    return parsed


def schema_in(language: Language) -> dict[str, Any]:
    """Return the schema with the titles and descriptions of *language* where validators look."""
    return in_language(schema(), language)


def in_language(schema: dict[str, Any], language: Language) -> dict[str, Any]:
    """Return *schema* with the texts of *language* in the place of the English ones."""
    translated: dict[str, Any] = _in_dutch(schema) if language == "nl" else schema
    return translated


@cache
def fields() -> Mapping[str, Field]:
    """Return every field by its path, in the order of the schema."""
    return {field.path: field for field in _below(schema(), _ROOT)}


@cache
def field(path: str) -> Field:
    """Return one field; KeyError where the schema has none. Most runs ask for a few of them."""
    found = _ROOT
    node: Mapping[str, Any] = schema()
    for name in path.replace("[]", ".[]").split("."):
        node = node["items"] if name == "[]" else node["properties"][name]
        here = found.path + name if name == "[]" else f"{found.path}.{name}".removeprefix(".")
        found = _field(node, here, found)
    return found


@cache
def positions() -> Mapping[str, int]:
    """Return where each field stands in the schema, counted from 0."""
    return {path: position for position, path in enumerate(_paths(schema(), ""))}


def _paths(node: Mapping[str, Any], prefix: str) -> Iterator[str]:
    for name, child in node.get("properties", {}).items():
        path = f"{prefix}.{name}" if prefix else name
        yield path
        yield from _paths(child, path)
    if "items" in node:
        yield f"{prefix}[]"
        yield from _paths(node["items"], f"{prefix}[]")


@lru_cache(maxsize=4096)  # most manifests are asked for the same facts
def fact_of(path: Path) -> str:
    """Name the fact at *path*, whatever the position in a list: data.variables[].name."""
    name = ""
    for step in path:
        name += "[]" if isinstance(step, int) else f".{step}"
    return name.removeprefix(".")


_ROOT = Field("", "group", "", "", {}, {}, ())


def _below(node: Mapping[str, Any], parent: Field) -> Iterator[Field]:
    for name, child in node.get("properties", {}).items():
        yield from _with_parts(child, f"{parent.path}.{name}".removeprefix("."), parent)
    if "items" in node:
        yield from _with_parts(node["items"], f"{parent.path}[]", parent)


def _with_parts(node: Mapping[str, Any], path: str, parent: Field) -> Iterator[Field]:
    field = _field(node, path, parent)
    yield field
    yield from _below(node, field)


def _field(node: Mapping[str, Any], path: str, parent: Field) -> Field:
    inherited = parent if path.endswith("[]") else _ROOT
    return Field(
        path=path,
        type=node["x-type"],
        level=node.get("x-level", parent.level),
        asked_of=node.get("x-asked-of", parent.asked_of),
        title=_texts(node, "title") or inherited.title,
        description=_texts(node, "description") or inherited.description,
        values=tuple(value for value in node.get("enum", ()) if isinstance(value, str)),
    )


def _texts(node: Mapping[str, Any], name: str) -> dict[str, str]:
    english, dutch = node.get(name), node.get("x-nl", {}).get(name)
    return {"en": english, "nl": dutch} if english and dutch else {}


def _in_dutch(node: Any) -> Any:
    if isinstance(node, list):
        return [_in_dutch(each) for each in node]
    if not isinstance(node, dict):
        return node
    dutch = {name: _in_dutch(child) for name, child in node.items() if name != "x-nl"}
    return dutch | node.get("x-nl", {})
