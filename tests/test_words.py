"""Everything a user reads exists in both languages, and says the same things of the same values."""

import ast
import json
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from algocheck import words
from algocheck.words import LANGUAGES
from support import ROOT

CATALOGUES = sorted(Path(words.__file__).parent.glob("*.json"))


def texts(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every text with its languages, however deep it stands."""
    if set(LANGUAGES) & set(node):
        yield path, node
        return
    for name, below in node.items():
        yield from texts(below, f"{path}.{name}".removeprefix("."))


def forms(text: str | dict[str, str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text.values())


def values(text: str | dict[str, str]) -> set[str]:
    return {
        name for form in forms(text) for _, name, _, _ in string.Formatter().parse(form) if name
    }


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_every_text_has_both_languages_and_the_same_values(file):
    found = list(texts(json.loads(file.read_text(encoding="utf-8"))))

    assert found
    for path, each in found:
        assert set(each) == set(LANGUAGES), path
        assert values(each["en"]) == values(each["nl"]), path
        for text in each.values():
            assert all(form.strip() for form in forms(text)), path
            assert isinstance(text, str) or {"one", "other"} == set(text), path


def described(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every part of a schema below the whole that has a title."""
    if not isinstance(node, dict | list):
        return
    for name, part in node.items() if isinstance(node, dict) else enumerate(node):
        if name != "x-nl":
            if isinstance(part, dict) and isinstance(part.get("title"), str):
                yield f"{path}/{name}", part
            yield from described(part, f"{path}/{name}")


SCHEMAS = [
    file
    for file in sorted((ROOT / "src").rglob("*.json"))
    if '"x-nl"' in file.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("file", SCHEMAS, ids=lambda file: file.stem)
def test_every_field_that_an_editor_explains_is_explained_in_both_languages(file):
    found = list(described(json.loads(file.read_text(encoding="utf-8"))))

    assert found
    for path, part in found:
        english = {key: part[key] for key in ("title", "description") if key in part}
        assert english.keys() == part.get("x-nl", {}).keys(), path
        assert all(text.strip() for text in (*english.values(), *part.get("x-nl", {}).values()))


def test_every_message_that_the_code_makes_has_a_text():
    known = {
        f"{file.stem}.{name}" for file in CATALOGUES for name in json.loads(file.read_text("utf-8"))
    }
    makers = {"message", "UsageError", "ConfigError", "BundleError", "EngineError"}
    made = set()
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in makers and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    made.add(key.value)

    assert len(made) > 50
    assert made <= known, sorted(made - known)
