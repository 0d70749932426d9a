"""A name that means nothing, and what was probably meant."""

from difflib import get_close_matches

from algocheck.policy.ast import Node, Syntax
from algocheck.policy.lint.violation import Violation, violation_at


def unknown_name(name: str, node: Node, syntax: Syntax) -> Violation:
    """Say that *name* means nothing in a module, with one like it that does."""
    known = [each.name for each in syntax.definitions]
    known.extend(each.name for each in syntax.imports)
    near = get_close_matches(name, known, n=1)
    if near:
        return violation_at("misspelt-name", syntax, node.at, name=name, near=near[0])
    return violation_at("unknown-name", syntax, node.at, name=name)
