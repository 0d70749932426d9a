"""Read YAML by walking the events of PyYAML's C parser: bounded, and every place known.

The syntax is what that parser takes, YAML 1.1; the scalars are those of the core
schema of YAML 1.2. Composing nodes instead would crash on deep nesting, and lose
where an alias stands and that a tag was written.

Importing this module imports yaml, so it is imported where a YAML file is read.
"""

from collections.abc import Callable, Iterator
from typing import Any

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from algocheck.libyaml import is_too_deep
from algocheck.manifest import limits
from algocheck.manifest.anchors import Anchor, AnchorReading
from algocheck.manifest.document import Document
from algocheck.manifest.places import Tree
from algocheck.manifest.reading import Broken
from algocheck.manifest.scalar_reading import CORE
from algocheck.manifest.scalars import NUMERIC, resolve
from algocheck.manifest.syntax import explain
from algocheck.words import message

_MERGE = "<<"


def read_yaml(text: str, file: str) -> tuple[list[Document], int]:
    """Return the documents in *text*, and how many more are empty; those keep their number.

    The last one is broken where the text cannot be read to its end.
    """
    walk = _Walk(text, file)
    return list(walk.documents()), walk.empty


class _Walk(AnchorReading):
    def __init__(self, text: str, file: str) -> None:
        super().__init__(text, file)
        self.next: Callable[[], Any] = CParser(text).get_event
        self.empty = 0
        self.keys: set[str] = set()
        """Plain keys that were seen and are good: most keys come often."""

    def documents(self) -> Iterator[Document]:
        try:
            self.next()  # the stream begins
            while type(self.next()) is not StreamEndEvent:  # a document begins
                if self.number > limits.DOCUMENTS:
                    problem = message("reading.documents", most=limits.DOCUMENTS)
                    raise self.break_at("reading/too-large", 0, problem)
                root = self.next()
                is_empty = _is_nothing(root)
                read = self._node(root)
                self.next()  # it ends, which may fail too
                if is_empty:
                    self.empty += 1
                else:
                    yield self.done(*read)
                self.begin(self.number + 1)
        except YAMLError as error:
            at, problem = explain(error, self.text)
            if is_too_deep(error):
                self.note("reading/too-large", at, message("reading.depth", most=limits.DEPTH))
            else:
                self.note("reading/unreadable", at, problem)
            yield self.broken()
        except Broken:
            yield self.broken()

    def _node(self, event: Any) -> tuple[Any, Tree]:
        kind = type(event)
        at: int = event.start_mark.index
        if kind is AliasEvent:
            return self.alias(event.anchor, at)
        self.count(at)
        if kind is not ScalarEvent:
            return (
                self.anchored(event.anchor, lambda: self._block(event, at))
                if event.anchor
                else self._block(event, at)
            )
        self.characters += len(event.value)
        value = self.scalar(event, at)
        if event.anchor:
            self.anchors[event.anchor] = Anchor(value, at, 1, len(event.value), 0)
        return value, at

    def _block(self, event: Any, at: int) -> tuple[Any, Tree]:
        self.depth += 1
        self.reach(at, self.depth)
        is_mapping = type(event) is MappingStartEvent
        read = self._mapping(at) if is_mapping else self._list(at)
        self.depth -= 1
        if event.tag and event.tag != CORE + ("map" if is_mapping else "seq"):
            self.refuse_tag(event.tag, at)
            return None, at
        return read

    def _mapping(self, at: int) -> tuple[Any, Tree]:
        value: dict[str, Any] = {}
        parts: dict[str, tuple[int, Tree]] = {}
        path = self.path
        while type(event := self.next()) is not MappingEndEvent:
            key = self._key(event)
            path.append("?" if key is None else key)
            child, tree = self._node(self.next())
            path.pop()
            if key is None:
                continue
            place = event.start_mark.index
            if key in parts:
                self.repeated(key, place, parts[key][0])
                value[key] = None
            else:
                value[key] = child
                parts[key] = (place, tree)
        return value, (at, parts)

    def _list(self, at: int) -> tuple[Any, Tree]:
        value: list[Any] = []
        parts: list[Tree] = []
        while type(event := self.next()) is not SequenceEndEvent:
            self.path.append(len(value))
            child, tree = self._node(event)
            self.path.pop()
            value.append(child)
            parts.append(tree)
        return value, (at, parts)

    def _key(self, event: Any) -> str | None:
        """Return a key; None, with a fault, for what is no key of JSON."""
        is_plain = type(event) is ScalarEvent and event.implicit[0] and not event.anchor
        text: str = event.value if is_plain else ""
        at: int = event.start_mark.index
        if text in self.keys:
            self.count(at)
            self.characters += len(text)
            return text
        if text == _MERGE:
            self.note("reading/merge-key", at, message("reading.merge-key"))
            return None
        if text and text[0] not in NUMERIC and resolve(text) is text:
            self.count(at)  # a key of `on` or `no` is text, whatever tools make of such a value
            self.characters += len(text)
            good = self.key_of(text, at)
            if good:
                self.keys.add(good)
            return good
        key, _ = self._node(event)
        if isinstance(key, str):
            return self.key_of(key, at)
        written = event.value if type(event) is ScalarEvent else ""
        name = "key" if written else "key-block"
        self.note("reading/not-json", at, message(f"reading.{name}", written=written))
        return None


def _is_nothing(root: Any) -> bool:
    """Tell whether a document is empty; ``null`` and ``""`` are written, so they are not."""
    if type(root) is not ScalarEvent or not root.implicit[0]:
        return False
    return not (root.value or root.anchor)
