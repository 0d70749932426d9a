"""Errors: what stands in the way is told in both languages, the system's refusals too."""

import ast
import errno
import os
import socket
import ssl
from collections.abc import Iterator

import pytest

from algocheck.errors import UsageError, reason
from algocheck.words import say, texts
from support import ROOT

SOURCES = ROOT / "src" / "algocheck"


def test_what_the_system_refuses_is_said_in_our_words(tmp_path):
    with pytest.raises(OSError, match="nowhere") as refused:
        (tmp_path / "nowhere").read_bytes()

    why = reason(refused.value)

    assert say(why, "en") == "it is not there, or a folder above it is not"
    assert say(why, "nl") == "het is er niet, of een map erboven is er niet"


@pytest.mark.parametrize("name", sorted(texts("system").keys() - {"other"}))
def test_every_refusal_that_we_have_words_for_exists(name):
    error = OSError(getattr(errno, name), "in other words")

    assert say(reason(error), "nl") == texts("system")[name]["nl"]


def test_a_refusal_that_we_have_no_words_for_is_told_in_those_of_the_system():
    unusual = OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    assert say(reason(unusual), "nl") == os.strerror(errno.EXDEV)
    assert say(reason(OSError("no number at all")), "nl") == "no number at all"


@pytest.mark.parametrize("kind", [ssl.SSLError, socket.gaierror])
def test_a_library_that_numbers_its_refusals_itself_is_not_taken_for_the_system(kind):
    refused = kind(errno.ENOENT, "something else")

    assert say(reason(refused), "nl") == "something else"


def test_the_numbers_that_windows_has_for_networks_are_known(monkeypatch):
    monkeypatch.setitem(errno.errorcode, 10061, "WSAECONNREFUSED")

    assert say(reason(OSError(10061, "in other words")), "nl") == "daar antwoordt niemand"


def raw_words(tree: ast.AST) -> Iterator[int]:
    """Yield the lines that take what a refusal of the system says, in whichever language."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "strerror":
            yield node.lineno
        if isinstance(node, ast.ExceptHandler) and "OSError" in ast.unparse(node.type or node):
            yield from as_text(node)


def as_text(handler: ast.ExceptHandler) -> Iterator[int]:
    """Yield the lines where *handler* makes its error a text, and did not ask what it is."""
    if "isinstance(" in ast.unparse(handler):
        return
    for node in ast.walk(handler):
        told = node.args if isinstance(node, ast.Call) and ast.unparse(node.func) == "str" else ()
        for each in (node.value,) if isinstance(node, ast.FormattedValue) else told:
            if isinstance(each, ast.Name) and each.id == handler.name:
                yield each.lineno


@pytest.mark.parametrize(
    "code",
    [
        "told = error.strerror or str(error)",
        "try: f()\nexcept OSError as error: raise UsageError('a.b', reason=str(error))",
        "try: f()\nexcept (OSError, ValueError) as error: print(f'error: {error}')",
    ],
)
def test_words_of_the_system_in_a_sentence_are_found(code):
    assert list(raw_words(ast.parse(code)))


def test_nobody_puts_words_of_the_system_in_a_sentence():
    # `reason` itself, one that asks whether there are any, and one that has but the number.
    allowed = {"errors.py", "engine/opa/failure.py", "engine/opa/process.py"}
    files = {file.relative_to(SOURCES).as_posix(): file for file in SOURCES.rglob("*.py")}
    found = {
        f"{name}:{line}"
        for name, file in files.items()
        for line in raw_words(ast.parse(file.read_text(encoding="utf-8")))
        if name not in allowed
    }

    assert allowed <= files.keys()
    assert found == set()


def test_an_error_may_hold_a_reason():
    error = UsageError("cli.file", path="a", reason=reason(OSError(errno.ENOSPC, "full")))

    assert str(error) == "a: the disk is full; mend that, or name another path"
