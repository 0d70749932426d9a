"""What the engine's parser says of a module, in our nouns and at the right places."""

import pytest

from algocheck.engine.syntax import parse
from algocheck.policy.ast import RegoSyntaxError, Syntax
from algocheck.policy.parsing import read_syntax
from algocheck.policy.source import Module

HEAD = 'package algocheck.rules.theme["some-defect"]\n\nimport data.a.b as c\n\n'


def syntax(body: str) -> Syntax:
    return read_syntax(Module("m.rego", HEAD + body), parse)


def kinds(body: str) -> set[str]:
    return {node.kind for each in syntax(body).definitions for node in each.walk()}


def test_package_and_imports_are_paths():
    read = syntax("x := 1")

    assert read.package == ("algocheck", "rules", "theme", "some-defect")
    assert [(each.name, each.path) for each in read.imports] == [("c", ("data", "a", "b"))]


@pytest.mark.parametrize(
    ("body", "kind", "bodies"),
    [
        ("x := 1", "complete", 1),
        ("x := 1 if true", "complete", 1),
        ("x := 1 if { true } else := 2", "complete", 2),
        ("x if true", "complete", 1),
        ("x contains 1", "set", 1),
        ("x(a) := a", "function", 1),
        ("x(a) if { a } else if { not a }", "function", 2),
        ("default x := 1", "default", 1),
    ],
)
def test_a_definition_has_a_kind_and_bodies(body, kind, bodies):
    (definition,) = syntax(body).definitions

    assert (definition.name, definition.kind) == ("x", kind)
    assert len(definition.bodies) == bodies


def test_every_body_has_its_own_value():
    (definition,) = syntax("x := 1 if { true } else := 2 if { false } else := 3").definitions

    assert [body.value and body.value.text for body in definition.bodies] == ["1", "2", "3"]
    assert [body.is_else for body in definition.bodies] == [False, True, True]
    assert [bool(body.statements) for body in definition.bodies] == [True, True, False]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("y", "var"),
        ('"a"', "string"),
        ("`a`", "string"),
        ("-1.5", "number"),
        ("true", "word"),
        ("null", "word"),
        ("a.b[i]", "ref"),
        ("a.f(1)", "call"),
        ("[1]", "array"),
        ("{1}", "set"),
        ("set()", "set"),
        ('{"a": 1}', "object"),
        ("[1 | true]", "array-of"),
        ("{1 | true}", "set-of"),
        ("{1: 2 | true}", "object-of"),
        ("1 in [1]", "in"),
        ("1 < 2", "compare"),
        ("1 + 2", "arithmetic"),
        ("{1} | {2}", "combine"),
        ("-y", "minus"),
    ],
)
def test_a_value_has_a_kind(value, kind):
    node = syntax(f"x := {value}").definitions[0].bodies[0].value

    assert node
    assert node.kind == kind


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("a := 1", "assign"),
        ("a = 1", "assign"),
        ("not a", "not"),
        ("some a", "some"),
        ("some a, b in c", "some-in"),
        ("every a, b in c { b }", "every"),
        ("a with input as 1", "with"),
    ],
)
def test_a_statement_has_a_kind(statement, kind):
    assert syntax(f"x if {{ {statement} }}").definitions[0].bodies[0].statements[0].kind == kind


def test_the_variables_of_every_are_read_from_the_text():
    (statement,) = (
        syntax("x if { every é, bcd in c { bcd } }".replace("é", "e"))
        .definitions[0]
        .bodies[0]
        .statements
    )

    assert (statement.text, [part.text for part in statement.parts[:2]]) == ("2", ["e", "bcd"])


def test_places_count_characters_not_bytes_and_a_tab_is_one():
    read = syntax('x := {\n\t"é€😀": {"a": y},\n}')
    (ref,) = [node for node in read.definitions[0].walk() if node.text == "y"]
    objects = [node for node in read.definitions[0].walk() if node.kind == "object"]

    assert read.place(ref.at) == (6, 15)
    assert [read.place(node.at) for node in objects] == [(5, 6), (6, 9)]


def test_a_text_stands_where_its_quote_stands():
    read = syntax('x := ["ab", `c`]')
    texts = [node for node in read.definitions[0].walk() if node.kind == "string"]

    assert [read.place(node.at) for node in texts] == [(5, 7), (5, 13)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", (1, 1)),
        ("package a\n\nx := {\n\t\t1 2}", (4, 5)),
        ("package a\n\nx := 'a'", (3, 6)),
        ("package é", (1, 9)),
    ],
)
def test_what_is_no_rego_is_located(text, place):
    with pytest.raises(RegoSyntaxError) as caught:
        read_syntax(Module("m.rego", text), parse)

    assert (caught.value.line, caught.value.column) == place
    assert "\n" not in str(caught.value)


def test_what_a_policy_says_is_not_taken_for_what_the_parser_says_of_it():
    with pytest.raises(RegoSyntaxError, match="`if` keyword is required"):
        syntax("x { y == `error: a`")


def test_a_tree_too_deep_for_us_is_refused_not_a_crash():
    chain = " +\n".join(["1"] * 1500)

    with pytest.raises(RegoSyntaxError, match="too deeply"):
        syntax(f"x := {chain}")
