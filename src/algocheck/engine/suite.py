"""The tests of policies: found by their syntax, and what is missing among them."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from algocheck.engine.syntax import parse
from algocheck.errors import BundleError
from algocheck.policy.ast import Definition, Syntax
from algocheck.policy.lint.context import is_rule
from algocheck.policy.lint.text import check_text
from algocheck.policy.parsing import read_syntax
from algocheck.policy.source import Module, Source
from algocheck.words import Message, message

PREFIX = "test_"
SUFFIX = "_test.rego"


class RegoTest(NamedTuple):
    """A definition `test_...`, which passes when it is true."""

    file: str  # from the root of the policies
    line: int
    column: int
    package: tuple[str, ...]
    name: str

    @property
    def document(self) -> str:
        """What to ask an engine: algocheck["tests"]["theme"]["defect"]["test_it_fails"]."""
        root, *steps = (*self.package, self.name)
        return root + "".join(f"[{json.dumps(step)}]" for step in steps)


class Failure(NamedTuple):
    """A test that does not pass, or something that no test speaks for."""

    file: str
    line: int
    column: int
    name: str  # of the test; empty where there is none
    problem: Message


class Suite(NamedTuple):
    """The tests of a folder of policies."""

    tests: tuple[RegoTest, ...]
    faults: tuple[Failure, ...]  # that are known before anything is evaluated

    def select(self, pattern: re.Pattern[str]) -> "Suite":
        """Keep that in whose "file:name" the *pattern* is found."""
        return Suite(
            tuple(test for test in self.tests if pattern.search(f"{test.file}:{test.name}")),
            tuple(each for each in self.faults if pattern.search(f"{each.file}:{each.name}")),
        )


def find_tests(source: Source) -> Suite:
    """Find every test in *source*.

    Two tests of one name, a file of tests without any, and a rule without a file
    of tests are faults: each of them looks like more than it is. Raises
    `BundleError` for a module that cannot be parsed.
    """
    syntaxes = [_syntax(module) for module in (*source.modules, *source.tests)]
    tests: list[RegoTest] = []
    faults = list(_untested(source, syntaxes))
    seen: dict[tuple[tuple[str, ...], str], RegoTest] = {}
    for syntax in syntaxes:
        found = [test for each in syntax.definitions for test in _tests(syntax, each)]
        if syntax.module.path.endswith(SUFFIX) and not found:
            faults.append(Failure(syntax.module.path, 1, 1, "", message("test.none-in-file")))
        for test in found:
            first = seen.setdefault((test.package, test.name), test)
            if first is test:
                tests.append(test)
            else:
                twice = message("test.twice", file=first.file, line=first.line)
                faults.append(Failure(test.file, test.line, test.column, test.name, twice))
    return Suite(tuple(sorted(tests)), tuple(sorted(faults)))


def _syntax(module: Module) -> Syntax:
    for each in check_text(module):
        raise BundleError(
            "test.unreadable",
            place=f"{each.file}:{each.line}:{each.column}",
            problem=each.message,
        )
    return read_syntax(module, parse)


def _tests(syntax: Syntax, definition: Definition) -> Iterator[RegoTest]:
    if not definition.name.startswith(PREFIX) or definition.kind == "default":
        return
    _, *others = (body for body in definition.bodies if not body.is_else)
    for at in (definition.at, *(body.at for body in others)):
        line, column = syntax.place(at)
        yield RegoTest(syntax.module.path, line, column, syntax.package, definition.name)


def _untested(source: Source, syntaxes: Iterable[Syntax]) -> Iterator[Failure]:
    tests = {module.path for module in source.tests}
    for syntax in syntaxes:
        path = syntax.module.path
        wanted = path.removesuffix(".rego") + SUFFIX
        if is_rule(syntax) and path not in tests and wanted not in tests:
            yield Failure(path, 1, 1, "", message("lint.untested", test=wanted))
