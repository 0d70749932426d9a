"""Take a module apart: the engine's parser reads it, and our own nouns come out."""

from itertools import accumulate

from algocheck.policy.ast import Parse, RegoSyntaxError, Syntax
from algocheck.policy.source import Module
from algocheck.policy.syntax_tree import Tree


def read_syntax(module: Module, parse: Parse) -> Syntax:
    """Take *module* apart; raises `RegoSyntaxError`.

    Its text must have been found harmless before (`lint.text`): the parser
    crashes and hangs on some texts.
    """
    tree = Tree(module.text.encode())
    try:
        return tree.module(module, parse(module.path, module.text), _line_starts(module.text))
    except RecursionError:
        raise RegoSyntaxError(module.path, 1, 1, "nested too deeply") from None


def _line_starts(text: str) -> tuple[int, ...]:
    lengths = (len(line.encode()) + 1 for line in text.split("\n"))
    return tuple(accumulate(lengths, initial=0))[:-1]
