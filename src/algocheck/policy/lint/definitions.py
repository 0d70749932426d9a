"""One definition for every name, and none that leads back to itself."""

from collections.abc import Iterator

from algocheck.policy.lint.context import Context
from algocheck.policy.lint.violation import Violation, violation_at
from algocheck.policy.program import Name, Named, Program

LONGEST_CHAIN = 32
"""How far definitions may build on each other; on thousands the engine crashes."""


def check(context: Context) -> Iterator[Violation]:
    """Give names that are defined twice, and definitions that build on themselves."""
    own = {syntax.module.path for syntax in context.syntaxes}
    for named in context.program:
        (first, _), *others = named.defined
        for syntax, definition in others:
            both_sets = all(each.kind == "set" for _, each in named.defined)
            if syntax.module.path in own and not both_sets:
                line = first.place(named.defined[0][1].at)[0]
                yield violation_at(
                    "defined-twice", syntax, definition.at, name=definition.name, line=line
                )
        for syntax, definition in named.defined:
            bodies = [body for body in definition.bodies if not body.is_else]
            if syntax.module.path in own and len(bodies) > 1:
                line = syntax.place(definition.at)[0]
                yield violation_at(
                    "defined-twice", syntax, bodies[1].at, name=definition.name, line=line
                )
            if syntax.module.path in own and context.program.holds_data(_in_data(named.name)):
                # The engine would take the data, and say nothing of the rule.
                yield violation_at("data-hides-rule", syntax, definition.at, name=definition.name)
            if syntax.module.path in own and definition.steps:
                yield violation_at("name-is-a-word", syntax, definition.at, name=definition.name)
    yield from _cycles(context, own)


def _in_data(name: Name) -> Name:
    return name[1:] if name[0] == "data" else name


def _cycles(context: Context, own: set[str]) -> Iterator[Violation]:
    graph = Graph(context.program)
    for named in context.program:
        syntax, definition = named.defined[0]
        if syntax.module.path not in own:
            continue
        circle = graph.circle(named.name)
        if circle:
            path = " > ".join(each[-1] for each in circle)
            yield violation_at("cycle", syntax, definition.at, name=definition.name, path=path)
        elif not graph.circular and graph.height(named.name) > LONGEST_CHAIN:
            yield violation_at(
                "long-way-down", syntax, definition.at, name=definition.name, most=LONGEST_CHAIN
            )


class Graph:
    """Which definition builds on which."""

    def __init__(self, program: Program) -> None:
        self._edges = {named.name: _uses(named, program) for named in program}
        self._components = _components(self._edges)
        self._heights: dict[Name, int] = {}
        self.circular = any(self.circle(name) for name in self._edges)

    def circle(self, name: Name) -> tuple[Name, ...]:
        """Return the definitions that *name* builds on and that build on it; empty if none do."""
        members = self._components[name]
        if len(members) > 1 or name in self._edges[name]:
            return (name, *sorted(set(members) - {name}), name)
        return ()

    def height(self, name: Name) -> int:
        """Return how many definitions stand on each other below *name*; only without cycles."""
        todo = [name]
        while todo:
            missing = [each for each in self._edges[todo[-1]] if each not in self._heights]
            if missing:
                todo.extend(missing)
                continue
            done = todo.pop()
            self._heights[done] = 1 + max((self._heights[e] for e in self._edges[done]), default=0)
        return self._heights[name]


def _uses(named: Named, program: Program) -> frozenset[Name]:
    used: set[Name] = set()
    for syntax, definition in named.defined:
        for node in definition.walk():
            if node.kind not in ("ref", "call", "var"):
                continue
            name = program.reference(syntax, node)
            if not name or name[0] != "data":
                continue
            found = program.named(name[1:])
            # What is only known when it is evaluated may be anything below.
            used.update((found.name,) if found else (e.name for e in program.under(name[1:])))
    return frozenset(used)


def _components(edges: dict[Name, frozenset[Name]]) -> dict[Name, tuple[Name, ...]]:
    """Find the strongly connected components (Kosaraju), without recursion."""
    order = _finished(edges)
    back: dict[Name, list[Name]] = {name: [] for name in edges}
    for name, uses in edges.items():
        for used in uses:
            back[used].append(name)
    component: dict[Name, tuple[Name, ...]] = {}
    for root in reversed(order):
        if root in component:
            continue
        members, todo = {root}, [root]
        while todo:
            for each in back[todo.pop()]:
                if each not in component and each not in members:
                    members.add(each)
                    todo.append(each)
        component.update(dict.fromkeys(members, tuple(members)))
    return component


def _finished(edges: dict[Name, frozenset[Name]]) -> list[Name]:
    order: list[Name] = []
    seen: set[Name] = set()
    for root in edges:
        todo = [(root, False)]
        while todo:
            name, done = todo.pop()
            if done:
                order.append(name)
            elif name not in seen:
                seen.add(name)
                todo.append((name, True))
                todo.extend((each, False) for each in edges[name])
    return order
