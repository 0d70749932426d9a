"""Every import is of something that can be imported, is there once, and is used."""

from collections.abc import Collection, Iterator

from algocheck.policy.ast import Syntax
from algocheck.policy.lint.violation import Violation, violation_at


def check_imports(syntax: Syntax, words: Collection[str]) -> Iterator[Violation]:
    """Give imports that are odd, or not among the *words* that names in the module begin with."""
    seen: set[str] = set()
    for each in syntax.imports:
        if each.path[0] not in ("data", "input") or each.name in seen:
            yield violation_at("odd-import", syntax, each.at, name=".".join(each.path))
        elif each.name not in words:
            yield violation_at("unused", syntax, each.at, name=each.name)
        seen.add(each.name)
