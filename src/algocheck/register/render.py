"""Write a manifest as YAML that a person goes on with, and recognise it afterwards."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import yaml

from algocheck.words import LANGUAGES, message, say

_WIDTH = 98
_LONG = 60
_DIGEST = "# digest: sha256:"
# Read as a number by one YAML or another: 08, 1e3, 0o17, 2023-01.
_LIKE_A_NUMBER = re.compile(r"[-+.]*[0-9]")
_LIKE_A_WORD = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "="})


def render(manifest: Mapping[str, Any], origin: str) -> str:
    """Return *manifest* as text, with comments that say where it came from.

    The last comment holds a digest of all the rest: who edits the file parts
    it from the importer.
    """
    head = [
        "# yaml-language-server: $schema=../algocheck.schema.json",
        *(f"# {say(message('register.header', origin=origin), each)}" for each in LANGUAGES[::-1]),
    ]
    body = yaml.dump(
        manifest, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, indent=2
    )
    lines = [*head, *body.splitlines()]
    return "\n".join([*head, f"{_DIGEST}{_digest(lines)}", body])


def is_as_rendered(text: str) -> bool:
    """Tell whether nobody edited *text* since it was rendered; line ends may differ."""
    lines = text.removeprefix("\ufeff").splitlines()
    digests = [line for line in lines if line.startswith(_DIGEST)]
    others = [line for line in lines if not line.startswith(_DIGEST)]
    return digests == [f"{_DIGEST}{_digest(others)}"]


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


class _Dumper(yaml.CSafeDumper):
    """The C emitter, which is exact, with block scalars for prose."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 -- the name is the library's
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = None
    if "\n" in text:
        style = "|"
    elif len(text) > _LONG and " " in text:
        style = ">"
    elif _LIKE_A_NUMBER.match(text) or text.lower() in _LIKE_A_WORD:
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
