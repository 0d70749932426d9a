"""What every check is given: the modules to look at, and all that they may refer to."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from algocheck.policy.annotations import Knowledge
from algocheck.policy.ast import Node, Syntax
from algocheck.policy.fields import Fields
from algocheck.policy.program import Program
from algocheck.policy.source import Source

RULES = ("algocheck", "rules")
LIBRARY = ("algocheck", "lib")
FACTS = ("algocheck", "facts")
HOUSE = ("algocheck", "house")


class Context(NamedTuple):
    """One run of the lint."""

    source: Source
    syntaxes: tuple[Syntax, ...]  # of the source alone
    program: Program  # with the modules of the base, where there is one
    knowledge: Knowledge
    is_house: bool  # linted on top of a base bundle, whose library it uses
    wants_tests: bool

    @property
    def fields(self) -> Fields:
        """The facts there are."""
        return self.knowledge.fields


def is_rule(syntax: Syntax) -> bool:
    """Tell whether a module is a rule."""
    return syntax.package[:2] == RULES


def first_word(node: Node) -> str:
    """Return what a ref, variable or call begins with, which is where its meaning comes from."""
    return node.parts[0].text if node.kind == "ref" else node.text.partition(".")[0]


def below(data: Mapping[str, Any], *steps: str) -> Mapping[str, Any]:
    """Return the mapping at *steps* in *data*; empty where there is none."""
    for step in steps:
        value = data.get(step)
        data = value if isinstance(value, Mapping) else {}
    return data
