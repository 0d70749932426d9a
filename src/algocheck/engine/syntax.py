"""The engine's parser: from Rego to a syntax tree."""

import json
import re
from collections.abc import Mapping
from typing import Any

import regorus

from algocheck.engine.regorus import PROBLEM
from algocheck.policy.ast import RegoSyntaxError

_PLACE = re.compile(r"^-->.*:(\d+):(\d+)$", re.MULTILINE)


def parse(path: str, text: str) -> Mapping[str, Any]:
    """Return the tree of *text*, as regorus prints it; raises `RegoSyntaxError`.

    *text* must have been found harmless before: deep nesting and long chains make
    the parser crash, or fill the memory.
    """
    engine = regorus.Engine()
    try:
        engine.add_policy(path, text)
        printed = engine.get_ast_as_json()
    except RuntimeError as error:
        raise _located(path, text, str(error)) from None
    tree: Mapping[str, Any] = json.loads(printed)[0]["ast"]
    return tree


def _located(path: str, text: str, said: str) -> RegoSyntaxError:
    place = _PLACE.search(said)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    problem = PROBLEM.search(said)
    words = " ".join((problem[1] if problem else said).split())
    lines = [*text.split("\n"), ""]
    column = _column(lines[line - 1], column) if line <= len(lines) else 1
    return RegoSyntaxError(path, line, column, words.rstrip("."))


def _column(line: str, shown: int) -> int:
    # regorus counts a tab as four columns; editors, and we, as one.
    width = 1
    for column, character in enumerate(line, 1):
        if width >= shown:
            return column
        width += 4 if character == "\t" else 1
    return len(line) + 1
