"""What is said of a module's text before it is parsed.

The parser crashes, hangs or fills the memory on deep nesting and long chains.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from algocheck.policy.lint.violation import Violation, violation
from algocheck.policy.source import MODULE_BYTES, Module

DEEPEST = 12
LONGEST_LINE = 1024
LONGEST_CHAIN = 100
MOST_DEFINITIONS = 1000
MOST_WORK = 500_000

_TOKEN = re.compile(
    r"""(?P<quiet>\#[^\n]*|"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`|[ \t]+)
    |(?P<newline>\n)
    |(?P<opening>[\[({])
    |(?P<closing>[\])}])
    |(?P<divider>[,;]|:=)
    |(?P<operator>[-+*/%&|<>=!.:]|\bin\b)
    |(?P<template>\$["`])
    |(?P<unended>["`])
    |(?P<other>\w+|.)""",
    re.VERBOSE,
)
_DEFINITION = re.compile(r"^\w", re.MULTILINE)
_BYTE_ORDER_MARK = "\ufeff"


def check_text(module: Module) -> Iterator[Violation]:
    """Give what makes the text unfit to be parsed."""
    text = module.text
    if len(text.encode()) > MODULE_BYTES:
        yield violation("too-large", module.path, most=MODULE_BYTES)
        return
    for mark in ("\0", _BYTE_ORDER_MARK):
        if mark in text:
            yield violation("odd-character", module.path, *_place(text, text.index(mark)))
    for number, line in enumerate(text.split("\n"), 1):
        if len(line.encode()) > LONGEST_LINE:
            yield violation("long-line", module.path, number, LONGEST_LINE + 1, most=LONGEST_LINE)
    if sum(1 for _ in _DEFINITION.finditer(text)) > MOST_DEFINITIONS:
        yield violation("too-many-definitions", module.path, most=MOST_DEFINITIONS)
    found = _Scan().first(text)
    if found:
        check, at, most = found
        yield violation(check, module.path, *_place(text, at), most=most)


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


@dataclass
class _Scan:
    """Follows brackets, and operators that come after each other without anything between."""

    # How long the chain is at each level of brackets: together, how deep the tree is here.
    chains: list[int] = field(default_factory=lambda: [0])
    goes_on: bool = True  # the last token was an operator: a new line does not end the chain
    fresh: bool = False  # a new line has begun
    work: int = 0

    def first(self, text: str) -> tuple[str, int, int] | None:
        """Return the first check that fails, where, and what is allowed at most."""
        for token in _TOKEN.finditer(text):
            check, most = self._take(str(token.lastgroup))
            if check:
                return check, token.start(), most
        return None

    def _take(self, kind: str) -> tuple[str, int]:
        if kind in ("template", "unended"):
            return {"template": "template", "unended": "no-end"}[kind], 0
        if kind == "newline":
            self.fresh = True
        elif kind != "quiet":
            if self.fresh and kind != "operator" and not self.goes_on:
                self.chains[-1] = 0
            self.fresh = False
            self.goes_on = kind == "operator"
            self._count(kind)
        if len(self.chains) > DEEPEST + 1:
            return "deep-nesting", DEEPEST
        depth = sum(self.chains)
        # What the parser prints of a token grows with its depth.
        self.work += depth + 4
        if self.work > MOST_WORK:
            return "too-intricate", 0
        return ("long-chain", LONGEST_CHAIN) if depth > LONGEST_CHAIN else ("", 0)

    def _count(self, kind: str) -> None:
        if kind == "divider":
            self.chains[-1] = 0
        elif kind == "operator":
            self.chains[-1] += 1
        elif kind == "opening":
            self.chains[-1] += 1
            self.chains.append(0)
        elif kind == "closing" and len(self.chains) > 1:
            self.chains.pop()
