"""Read the scalars of YAML, and say where other tools would read another value."""

import re

from yaml.events import ScalarEvent

from algocheck.manifest.reading import Reading
from algocheck.manifest.scalars import NEVER_TEXT, Scalar, resolve, resolve_elsewhere
from algocheck.words import Message, message

CORE = "tag:yaml.org,2002:"

_TAGS = {CORE + "int": int, CORE + "float": float, CORE + "bool": bool, CORE + "null": type(None)}
_BARE_TAG = re.compile(r"(?:&\S+\s+)?!\s")


class ScalarReading(Reading):
    """A YAML document while it is being read, as far as its scalars go."""

    def scalar(self, event: ScalarEvent, at: int) -> Scalar:
        """Return the value of *event*; None, with a fault, where JSON has none."""
        text: str = event.value
        if event.tag:
            return self._tagged(event.tag, text, at)
        if not event.implicit[0] or (text and text[0] not in NEVER_TEXT):
            return text
        return self._plain(text, at)

    def _plain(self, text: str, at: int) -> Scalar:
        """Return what a plain scalar is, with a fault where other tools read another value."""
        value = resolve(text)
        if value is not text and text and _BARE_TAG.match(self.text, at):
            self.refuse_tag("!", at)
            return None
        if type(value) is int or type(value) is float:
            value = self.number_of(value, text, at)
            if value is None:
                return None
        elsewhere = resolve_elsewhere(text)
        if elsewhere != value:
            readings = {"here": _word(value), "elsewhere": _word(elsewhere)}
            problem = message("reading.ambiguous", written=text, **readings)
            self.note("reading/ambiguous-value", at, problem, found=text)
        return value

    def _tagged(self, tag: str, text: str, at: int) -> Scalar:
        """Return the value of a tag that says what JSON can hold; refuse any other."""
        if tag == CORE + "str":
            return text
        if tag in _TAGS:
            value = self._plain(text, at)
            if type(value) is _TAGS[tag]:
                return value
        self.refuse_tag(tag, at)
        return None

    def refuse_tag(self, tag: str, at: int) -> None:
        """Add the fault of a tag that JSON has no value for."""
        shown = "!!" + tag.removeprefix(CORE) if tag.startswith(CORE) else tag
        self.note("reading/not-json", at, message("reading.tag", tag=shown), found=shown)


def _word(value: Scalar) -> Message:
    """Say a reading in words."""
    if isinstance(value, bool):
        return message("reading.as-yes" if value else "reading.as-no")
    if isinstance(value, str):
        return message("reading.as-text", value=value)
    return message("reading.as-number", value=value or 0)
