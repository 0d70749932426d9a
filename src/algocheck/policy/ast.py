"""The syntax of a module of Rego, in the few nouns that linting and reading it need."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from algocheck.errors import BundleError
from algocheck.policy.source import Module

Parse: TypeAlias = Callable[[str, str], Mapping[str, Any]]
"""The engine's parser: from a path and a text to its syntax tree; raises `RegoSyntaxError`."""


class RegoSyntaxError(BundleError):
    """A module that is no Rego, and the line and column (from 1) where it stops being so."""

    def __init__(self, path: str, line: int, column: int, problem: str) -> None:
        super().__init__("policy.no-rego", path=path, line=line, column=column, problem=problem)
        self.line, self.column, self.problem = line, column, problem


class Node(NamedTuple):
    """A part of an expression or statement.

    ======================  ====================================================================
    kind                    parts
    ======================  ====================================================================
    var, string, field      none; *text* is the name or the value (a field is the b of a.b)
    number, word            none; *text* as written in JSON (a word is true, false or null)
    ref                     the root, then each step
    call                    the arguments; *text* is the function's dotted name
    array, set              the elements
    object                  key, value, key, value, ...
    array-of, set-of        the element, then the statements of the comprehension
    object-of               key, value, then the statements
    in                      (key,) value, collection
    compare, arithmetic     left, right; *text* is the operator
    combine                 left, right: union or intersection of sets
    minus                   the operand
    assign                  target, value; *text* is the operator
    not                     the statement
    some                    the variables declared
    some-in                 (key,) value, collection
    every                   (key,) value, domain, then the statements; *text* counts the variables
    with                    the statement, then target, value, target, value, ...
    ======================  ====================================================================
    """

    kind: str
    at: int  # byte offset in the module
    text: str = ""
    parts: tuple["Node", ...] = ()

    @property
    def constant(self) -> str | None:
        """The text of a step that is written out: a.b and a["b"]; None of any other."""
        return self.text if self.kind in ("string", "field") else None

    def walk(self) -> Iterator["Node"]:
        """Give this node and all below it; the variable that a ref begins with is the ref's."""
        yield self
        own = self.kind == "ref" and self.parts[0].kind == "var"
        for part in self.parts[1 if own else 0 :]:
            yield from part.walk()


class Body(NamedTuple):
    """One way in which a definition gets its value; several are tried in turn with else."""

    at: int
    value: Node | None  # None: true
    statements: tuple[Node, ...]
    is_else: bool = False
    braced: bool = True

    def walk(self) -> Iterator[Node]:
        """Give every node of the body."""
        if self.value:
            yield from self.value.walk()
        for statement in self.statements:
            yield from statement.walk()


class Definition(NamedTuple):
    """A rule or a function, as Rego uses these words."""

    name: str
    kind: str  # complete | set | function | default
    at: int
    bodies: tuple[Body, ...]
    parameters: tuple[Node, ...] = ()
    steps: tuple[Node, ...] = ()  # of a name that is a reference: a.b, a[x]

    def walk(self) -> Iterator[Node]:
        """Give every node of the definition, parameters too."""
        for parameter in self.parameters:
            yield from parameter.walk()
        for body in self.bodies:
            yield from body.walk()


class Import(NamedTuple):
    """A name for something elsewhere."""

    name: str
    path: tuple[str, ...]  # ("data", "algocheck", "facts", "m")
    at: int


class Syntax(NamedTuple):
    """A module, taken apart."""

    module: Module
    package: tuple[str, ...]  # ("algocheck", "rules", "legal_protection", "no-objection-route")
    package_at: int
    imports: tuple[Import, ...]
    definitions: tuple[Definition, ...]
    lines: tuple[int, ...]  # byte offsets at which lines begin

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column, from 1, of a byte offset; columns count characters."""
        line = bisect_right(self.lines, at)
        start = self.lines[line - 1]
        before = self.module.text.encode()[start:at]
        return line, len(before.decode(errors="replace")) + 1
