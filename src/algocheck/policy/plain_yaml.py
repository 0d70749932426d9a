"""YAML without its traps, for METADATA and for data files: what is written is what is read."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, NoReturn

import yaml

from algocheck.errors import BundleError
from algocheck.libyaml import is_too_deep
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


class Yaml(NamedTuple):
    """A value, and for every key and element in it the line and column (from 1) where it stands."""

    value: Any
    places: Mapping[Path, tuple[int, int]]


def read_texts(text: str) -> Yaml:
    """Read *text*, every scalar as the text that is written; raises `YamlError`."""
    return _read(text, lambda node: str(node.value))


def read_data(text: str) -> Yaml:
    """Read *text* as JSON would type it: a date and a bare `no` stay text; raises `YamlError`."""
    return _read(text, _typed)


def _typed(event: yaml.ScalarEvent) -> Any:
    if event.style:
        return event.value
    if _NUMBER.fullmatch(event.value):
        return json.loads(event.value)
    return _WORDS.get(event.value, event.value)


def _read(text: str, scalar: Callable[[yaml.ScalarEvent], Any]) -> Yaml:
    try:
        # Events, not nodes: PyYAML's own composer recurses in C, and crashes on deep nesting.
        reader = _Reader(yaml.parse(text, Loader=_LOADER), scalar)
        return Yaml(reader.document(), reader.places)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = getattr(error, "problem", None) or str(error)
        reason = (
            message("policy.yaml-deep", most=_DEEPEST)
            if is_too_deep(error)
            else message("policy.yaml-syntax", problem=problem)
        )
        raise YamlError(line, column, reason) from None


class _Reader:
    """From events to values; what a reader of the file could be misled by is refused."""

    def __init__(
        self, events: Iterable[yaml.Event], scalar: Callable[[yaml.ScalarEvent], Any]
    ) -> None:
        self.places: dict[Path, tuple[int, int]] = {}
        self._events = iter(events)
        self._scalar = scalar

    def document(self) -> Any:
        next(self._events)  # the stream begins
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        value = self._value(next(self._events), ())
        next(self._events)  # the document ends
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            _refuse(following, message("policy.yaml-documents"))
        return value

    def _value(self, event: yaml.Event, path: Path) -> Any:
        self.places.setdefault(path, _place(event))
        if isinstance(event, yaml.AliasEvent):
            _refuse(event, message("policy.yaml-alias"))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if len(path) >= _DEEPEST:
            _refuse(event, message("policy.yaml-deep", most=_DEEPEST))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        values: list[Any] = []
        for each in self._events:
            if isinstance(each, yaml.SequenceEndEvent):
                break
            values.append(self._value(each, (*path, len(values))))
        return values

    def _mapping(self, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key in self._events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            if not isinstance(key, yaml.ScalarEvent):
                _refuse(key, message("policy.yaml-key"))
            if key.value in mapping:
                _refuse(key, message("policy.yaml-twice", key=key.value))
            self.places[(*path, key.value)] = _place(key)
            mapping[key.value] = self._value(next(self._events), (*path, key.value))
        return mapping


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _refuse(event: yaml.Event, reason: Message) -> NoReturn:
    raise YamlError(*_place(event), reason)
