"""From the syntax tree that the engine's parser prints to our own nouns."""

import json
from collections.abc import Mapping
from typing import Any

from algocheck.policy.ast import Body, Definition, Import, Node, Syntax
from algocheck.policy.source import Module

_OPERATORS = {"Eq": "==", "Ne": "!=", "Lt": "<", "Le": "<=", "Gt": ">", "Ge": ">="}
_ARITHMETIC = {"Add": "+", "Sub": "-", "Mul": "*", "Div": "/", "Mod": "%"}
_ASSIGN = {"ColEq": ":=", "Eq": "="}

_Raw = Mapping[str, Any]


class Tree:
    """Reads one module's tree, of which every node is an object with a single key, its kind."""

    def __init__(self, content: bytes) -> None:
        self._content = content  # the tree gives some names by their place alone

    def module(self, module: Module, raw: _Raw, lines: tuple[int, ...]) -> Syntax:
        """Read the root of the tree."""
        package = self.node(raw["package"]["refr"])
        return Syntax(
            module=module,
            package=_path(package),
            package_at=raw["package"]["span"]["start"],
            imports=tuple(self._import(each) for each in raw["imports"]),
            definitions=tuple(self._definition(each) for each in raw["rules"]),
            lines=lines,
        )

    def node(self, raw: _Raw) -> Node:
        """Read an expression or a statement."""
        ((kind, inner),) = raw.items()
        node: Node = getattr(self, f"_{kind.lower()}")(inner["span"]["start"], inner)
        return node

    def _import(self, raw: _Raw) -> Import:
        path = _path(self.node(raw["refr"]))
        name = self._word(raw["as"]) if raw.get("as") else path[-1]
        return Import(name, path, raw["span"]["start"])

    def _definition(self, raw: _Raw) -> Definition:
        ((kind, rule),) = raw.items()
        at = rule["span"]["start"]
        if kind == "Default":
            name = self.node(rule["refr"])
            value = Body(at, self.node(rule["value"]), ())
            return Definition(_root(name), "default", at, (value,), steps=name.parts[1:])
        ((form, head),) = rule["head"].items()
        name = self.node(head["refr"])
        assign = head.get("assign")
        value_node = self.node(assign["value"]) if assign else None
        if form == "Set":
            value_node = self.node(head["key"])
        return Definition(
            name=_root(name),
            kind={"Compr": "complete", "Set": "set", "Func": "function"}[form],
            at=at,
            bodies=tuple(self._body(each, value_node) for each in rule["bodies"])
            or (Body(at, value_node, ()),),
            parameters=tuple(self.node(each) for each in head.get("args", ())),
            steps=name.parts[1:],
        )

    def _body(self, raw: _Raw, value: Node | None) -> Body:
        query = raw["query"]
        if raw["assign"]:
            value = self.node(raw["assign"]["value"])
        elif raw["is_else"]:
            value = None
        start = query["span"]["start"]
        return Body(
            at=raw["span"]["start"],
            value=value,
            statements=self._statements(query),
            is_else=raw["is_else"],
            braced=self._content[start : start + 1] == b"{",
        )

    def _statements(self, query: _Raw) -> tuple[Node, ...]:
        return tuple(self._statement(each) for each in query["stmts"])

    def _statement(self, raw: _Raw) -> Node:
        statement = self.node(raw["literal"])
        if not raw.get("with_mods"):
            return statement
        pairs = [self.node(mod[side]) for mod in raw["with_mods"] for side in ("refr", "as")]
        return Node("with", raw["with_mods"][0]["span"]["start"], "", (statement, *pairs))

    def _word(self, span: _Raw) -> str:
        return self._content[span["start"] : span["end"]].decode()

    def _names(self, spans: list[_Raw | None]) -> tuple[Node, ...]:
        return tuple(Node("var", span["start"], self._word(span)) for span in spans if span)

    def _nodes(self, *raws: _Raw | None) -> tuple[Node, ...]:
        return tuple(self.node(raw) for raw in raws if raw is not None)

    # Terms

    def _var(self, at: int, raw: _Raw) -> Node:
        return Node("var", at, raw["value"])

    def _string(self, at: int, raw: _Raw) -> Node:
        return Node("string", at - 1, raw["value"])  # the tree's place leaves the quote out

    _rawstring = _string

    def _number(self, at: int, raw: _Raw) -> Node:
        return Node("number", at, json.dumps(raw["value"]))

    def _bool(self, at: int, raw: _Raw) -> Node:
        return Node("word", at, json.dumps(raw["value"]))

    _null = _bool

    def _refdot(self, _: int, raw: _Raw) -> Node:
        span, name = raw["field"]
        return _step(self.node(raw["refr"]), Node("field", span["start"], name))

    def _refbrack(self, _: int, raw: _Raw) -> Node:
        return _step(self.node(raw["refr"]), self.node(raw["index"]))

    def _call(self, at: int, raw: _Raw) -> Node:
        function = self.node(raw["fcn"])
        return Node("call", at, ".".join(_path(function)), self._nodes(*raw["params"]))

    def _array(self, at: int, raw: _Raw) -> Node:
        return Node("array", at, "", self._nodes(*raw["items"]))

    def _set(self, at: int, raw: _Raw) -> Node:
        return Node("set", at, "", self._nodes(*raw["items"]))

    def _object(self, at: int, raw: _Raw) -> Node:
        parts = self._nodes(*(part for _, key, value in raw["fields"] for part in (key, value)))
        if parts:
            # The tree places an object behind its own contents.
            at = self._content.rfind(b"{", 0, parts[0].at)
        return Node("object", at, "", parts)

    # Comprehensions

    def _arraycompr(self, at: int, raw: _Raw) -> Node:
        return Node("array-of", at, "", (self.node(raw["term"]), *self._statements(raw["query"])))

    def _setcompr(self, at: int, raw: _Raw) -> Node:
        return Node("set-of", at, "", (self.node(raw["term"]), *self._statements(raw["query"])))

    def _objectcompr(self, at: int, raw: _Raw) -> Node:
        heads = self._nodes(raw["key"], raw["value"])
        return Node("object-of", at, "", (*heads, *self._statements(raw["query"])))

    # Operators

    def _membership(self, at: int, raw: _Raw) -> Node:
        return Node("in", at, "", self._nodes(raw["key"], raw["value"], raw["collection"]))

    def _boolexpr(self, at: int, raw: _Raw) -> Node:
        return Node("compare", at, _OPERATORS[raw["op"]], self._nodes(raw["lhs"], raw["rhs"]))

    def _arithexpr(self, at: int, raw: _Raw) -> Node:
        return Node("arithmetic", at, _ARITHMETIC[raw["op"]], self._nodes(raw["lhs"], raw["rhs"]))

    def _binexpr(self, at: int, raw: _Raw) -> Node:
        return Node("combine", at, raw["op"].lower(), self._nodes(raw["lhs"], raw["rhs"]))

    def _assignexpr(self, at: int, raw: _Raw) -> Node:
        return Node("assign", at, _ASSIGN[raw["op"]], self._nodes(raw["lhs"], raw["rhs"]))

    def _unaryexpr(self, at: int, raw: _Raw) -> Node:
        return Node("minus", at, "", self._nodes(raw["expr"]))

    # Statements

    def _expr(self, _: int, raw: _Raw) -> Node:
        return self.node(raw["expr"])

    def _notexpr(self, at: int, raw: _Raw) -> Node:
        return Node("not", at, "", self._nodes(raw["expr"]))

    def _somevars(self, at: int, raw: _Raw) -> Node:
        return Node("some", at, "", self._names(raw["vars"]))

    def _somein(self, at: int, raw: _Raw) -> Node:
        return Node("some-in", at, "", self._nodes(raw["key"], raw["value"], raw["collection"]))

    def _every(self, at: int, raw: _Raw) -> Node:
        names = self._names([raw["key"], raw["value"]])
        parts = (*names, self.node(raw["domain"]), *self._statements(raw["query"]))
        return Node("every", at, str(len(names)), parts)


def _step(base: Node, step: Node) -> Node:
    parts = base.parts if base.kind == "ref" else (base,)
    return Node("ref", base.at, "", (*parts, step))


def _root(name: Node) -> str:
    return name.parts[0].text if name.kind == "ref" else name.text


def _path(node: Node) -> tuple[str, ...]:
    return tuple(part.text for part in node.parts) if node.kind == "ref" else (node.text,)
