"""YAML without its traps, for METADATA and for data files: what is written is what is read."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from algocheck.errors import BundleError
from algocheck.model import Path
from algocheck.words import Message, message

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 12
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_WORDS: Mapping[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}


class YamlError(BundleError):
    """A text that is no plain YAML, and the line and column (from 1) where it stops being so."""

    def __init__(self, line: int, column: int, reason: Message) -> None:
        super().__init__("policy.yaml", line=line, column=column, reason=reason)
        self.line, self.column, self.reason = line, column, reason


@dataclass(frozen=True, slots=True)
class Yaml:
    """A value, and for every key and element in it the line and column (from 1) where it stands."""

    value: Any
    places: Mapping[Path, tuple[int, int]]


def read_texts(text: str) -> Yaml:
    """Read *text*, every scalar as the text that is written; raises `YamlError`."""
    return _read(text, lambda node: str(node.value))


def read_data(text: str) -> Yaml:
    """Read *text* as JSON would type it: a date and a bare `no` stay text; raises `YamlError`."""
    return _read(text, _typed)


def _typed(node: yaml.ScalarNode) -> Any:
    if node.style is not None:
        return node.value
    if _NUMBER.fullmatch(node.value):
        return json.loads(node.value)
    return _WORDS.get(node.value, node.value)


def _read(text: str, scalar: Callable[[yaml.ScalarNode], Any]) -> Yaml:
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = getattr(error, "problem", None) or str(error)
        raise YamlError(line, column, message("policy.yaml-syntax", problem=problem)) from None
    except RecursionError:
        raise YamlError(1, 1, message("policy.yaml-deep", most=_DEEPEST)) from None
    reader = _Reader(scalar)
    return Yaml(reader.value(root, ()) if root else None, reader.places)


class _Reader:
    """From nodes to values; what a reader of the file could be misled by is refused."""

    def __init__(self, scalar: Callable[[yaml.ScalarNode], Any]) -> None:
        self.places: dict[Path, tuple[int, int]] = {}
        self._scalar = scalar
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> Any:
        if id(node) in self._seen:
            _refuse(node, message("policy.yaml-alias"))
        self._seen.add(id(node))
        if len(path) > _DEEPEST:
            _refuse(node, message("policy.yaml-deep", most=_DEEPEST))
        self.places.setdefault(path, _place(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(each, (*path, i)) for i, each in enumerate(node.value)]
        return self._scalar(node) if isinstance(node, yaml.ScalarNode) else None

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                _refuse(key, message("policy.yaml-key"))
            if key.value in mapping:
                _refuse(key, message("policy.yaml-twice", key=key.value))
            self.places[(*path, key.value)] = _place(key)
            mapping[key.value] = self.value(value, (*path, key.value))
        return mapping


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _refuse(node: yaml.Node, reason: Message) -> NoReturn:
    raise YamlError(*_place(node), reason)
