"""Say everything a user reads, in Dutch and in English.

One JSON file a topic, both languages side by side; a message's key is
``topic.name``. A text that depends on a number has the forms ``one`` and
``other``, chosen by the value ``n``.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias

Language: TypeAlias = Literal["nl", "en"]
Value: TypeAlias = "str | int | float | Message | Mapping[str, str]"
"""What a message is filled with; a mapping holds a text of a policy or a law by language."""

LANGUAGES: tuple[Language, ...] = ("nl", "en")


class Message(NamedTuple):
    """A sentence that is not yet in a language: a key and what it is filled with."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()


def message(key: str, /, **values: Value) -> Message:
    """Make a `Message`; its values may be messages themselves."""
    return Message(key, tuple(values.items()))


def say(message: Message, language: Language) -> str:
    """Return *message* in *language*; KeyError where the catalogue lacks it."""
    values = {name: _said(value, language) for name, value in message.values}
    text = texts(message.key.partition(".")[0])[message.key.partition(".")[2]][language]
    if isinstance(text, Mapping):
        text = text["one" if values["n"] == 1 else "other"]
    return str(text).format_map(values)


def _said(value: Value, language: Language) -> str | int | float:
    if isinstance(value, Message):
        return say(value, language)
    return value[language] if isinstance(value, Mapping) else value


@cache
def texts(topic: str) -> dict[str, dict[str, Any]]:
    """Return everything that is said about *topic*, by name and language; OSError without one."""
    content = Path(__file__).with_name(f"{topic}.json").read_text(encoding="utf-8")
    catalogue: dict[str, dict[str, Any]] = json.loads(content)
    return catalogue
