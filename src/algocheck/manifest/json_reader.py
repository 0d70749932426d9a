"""Read JSON strictly, with the place of every key and value.

JSON is no subset of what the YAML parser takes, so it has a reader of its own:
it accepts what Python's json accepts, and tells apart what that lets pass.
"""

import json
import re
from typing import Any

from algocheck.manifest.document import Document
from algocheck.manifest.places import Tree
from algocheck.manifest.reading import Broken, Reading
from algocheck.words import message

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"([^"\\\x00-\x1f]*+)((?:\\.[^"\\\x00-\x1f]*+)*+)"', re.DOTALL)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORD = re.compile(r"-?[A-Za-z]+")
_WORDS = {"true": True, "false": False, "null": None}
_NOT_JSON = frozenset({"NaN", "Infinity", "-Infinity"})
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_DIGITS = 80


def read_json(text: str, file: str) -> Document:
    """Return the one document in *text*; broken where it is no JSON."""
    walk = _Walk(text, file)
    try:
        at = walk.space(0)
        value, tree, end = walk.value(at)
        end = walk.space(end)
        if end != len(text):
            raise walk.break_at("reading/unreadable", end, message("reading.json-more"))
    except Broken:
        return walk.broken()
    return walk.done(value, tree)


class _Walk(Reading):
    """Each method begins at an offset and returns the next one last."""

    depth = 0

    def space(self, at: int) -> int:
        """Return where the white space from *at* ends."""
        space = _SPACE.match(self.text, at)
        return space.end() if space else at

    def value(self, at: int) -> tuple[Any, Tree, int]:
        """Read the value that begins at *at*."""
        self.count(at)
        first = self.text[at : at + 1]
        if first == '"':
            text, end = self._string(at)
            return text, at, end
        if first in ("{", "["):
            self.depth += 1
            self.reach(at, self.depth)
            read = self._mapping(at) if first == "{" else self._list(at)
            self.depth -= 1
            return read
        number = _NUMBER.match(self.text, at)
        if number:
            return self._number(number, at), at, number.end()
        word = _WORD.match(self.text, at)
        if word and word[0] in _WORDS:
            return _WORDS[word[0]], at, word.end()
        if word and word[0] in _NOT_JSON:
            problem = message("reading.not-finite", written=word[0])
            self.note("reading/not-json", at, problem, found=word[0])
            return None, at, word.end()
        raise self.break_at("reading/unreadable", at, message("reading.json-value"))

    def _mapping(self, at: int) -> tuple[Any, Tree, int]:
        value: dict[str, Any] = {}
        parts: dict[str, tuple[int, Tree]] = {}
        end = self.space(at + 1)
        if self.text[end : end + 1] == "}":
            return value, (at, parts), end + 1
        while True:
            key_at = end
            if self.text[end : end + 1] != '"':
                raise self.break_at("reading/unreadable", end, message("reading.json-key"))
            self.count(key_at)
            text, end = self._string(key_at)
            key = None if text is None else self.key_of(text, key_at)
            end = self._colon(end)
            self.path.append("?" if key is None else key)
            child, tree, end = self.value(end)
            self.path.pop()
            if key in parts:
                self.repeated(key, key_at, parts[key][0])
                value[key] = None
            elif key is not None:
                value[key] = child
                parts[key] = (key_at, tree)
            end, is_last = self._comma(end, "}")
            if is_last:
                return value, (at, parts), end

    def _list(self, at: int) -> tuple[Any, Tree, int]:
        value: list[Any] = []
        parts: list[Tree] = []
        end = self.space(at + 1)
        if self.text[end : end + 1] == "]":
            return value, (at, parts), end + 1
        while True:
            self.path.append(len(value))
            child, tree, end = self.value(end)
            self.path.pop()
            value.append(child)
            parts.append(tree)
            end, is_last = self._comma(end, "]")
            if is_last:
                return value, (at, parts), end

    def _colon(self, at: int) -> int:
        at = self.space(at)
        if self.text[at : at + 1] != ":":
            raise self.break_at("reading/unreadable", at, message("reading.json-colon"))
        return self.space(at + 1)

    def _comma(self, at: int, close: str) -> tuple[int, bool]:
        """Return the next offset, and whether the block that *close* ends ends there."""
        at = self.space(at)
        sign = self.text[at : at + 1]
        if sign == close:
            return at + 1, True
        if sign != ",":
            raise self.break_at(
                "reading/unreadable", at, message("reading.json-comma", close=close)
            )
        following = self.space(at + 1)
        if self.text[following : following + 1] == close:
            raise self.break_at("reading/unreadable", at, message("reading.json-last-comma"))
        return following, False

    def _string(self, at: int) -> tuple[str | None, int]:
        string = _STRING.match(self.text, at)
        if string is None:
            raise self.break_at("reading/unreadable", at, message("reading.json-quote"))
        if not string[2]:
            return string[1], string.end()
        try:
            text: str = json.loads(string[0])
        except json.JSONDecodeError as error:
            at += error.pos
            raise self.break_at("reading/unreadable", at, message("reading.escape")) from None
        if _LONE_SURROGATE.search(text):
            self.note("reading/not-json", at, message("reading.surrogate"))
            return None, string.end()
        return text, string.end()

    def _number(self, number: re.Match[str], at: int) -> int | float | None:
        written = number[0]
        if number[1] or number[2]:
            return self.number_of(float(written), written, at)
        # Python refuses to turn thousands of digits into a number; so many are too big anyway.
        whole = int(written[:_MOST_DIGITS])
        return self.number_of(whole, written, at)
