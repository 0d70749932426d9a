"""A text that would crash, hang or exhaust the parser is never given to it."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.engine.syntax import parse
from algocheck.policy.ast import RegoSyntaxError
from algocheck.policy.lint.text import MOST_WORK, check_text
from algocheck.policy.parsing import read_syntax
from algocheck.policy.source import MODULE_BYTES, Module
from policies import look, rule, source
from support import ROOT

HEAD = "package a\n\n"


def refused(text: str) -> list[str]:
    return [each.check for each in check_text(Module("a.rego", text))]


@pytest.mark.parametrize(
    "text",
    [
        f"x := {'[' * 25}1{']' * 25}",
        f"x := {'(' * 25}1{')' * 25}",
        f"x := {'[1 | ' * 25}true{']' * 25}",
        f"x if {{ {'every a in b { ' * 25}true{' }' * 25} }}",
        f"x := {'f(' * 25}1{')' * 25}",
    ],
)
def test_deep_nesting_is_refused(text):
    assert refused(HEAD + text) == ["deep-nesting"]


@pytest.mark.parametrize(
    "text",
    [
        "x := " + " |\n".join(["{1}"] * 500),
        "x := 1" + "\n + 1" * 500,
        "x := " + "-" * 500 + "1",
        "x := y" + ".a" * 450,
        "x := y" + "[0]" * 300,
        "x if { y } " + "{ y } " * 150,
        "x := " + "(1 + 1) +\n" * 150 + "1",
        "x := " + ("[" + "1 + " * 15) * 10 + "1" + "]" * 10,
    ],
)
def test_a_long_chain_is_refused_however_it_is_laid_out(text):
    assert refused(HEAD + text) == ["long-chain"]


def test_many_short_expressions_are_no_chain():
    assert refused(HEAD + "x := [\n" + "\ta.b.c + 1,\n" * 500 + "]") == []


def test_brackets_in_texts_and_comments_are_no_nesting():
    assert refused(HEAD + f'# {"[" * 50}\nx := "{"[" * 50}"\ny := `{"{" * 50}\n{"(" * 50}`') == []


def test_a_file_that_is_too_large_is_refused():
    assert refused(HEAD + "# comment\n" * (MODULE_BYTES // 10)) == ["too-large"]


def test_a_file_that_would_print_as_gigabytes_is_refused():
    expression = " + ".join(["1"] * 90)

    assert refused(HEAD + "x := [\n" + f"{expression},\n" * (MOST_WORK // 4000) + "]") == [
        "too-intricate"
    ]


def test_what_is_refused_is_not_parsed():
    def never(path: str, text: str) -> Mapping[str, Any]:
        raise AssertionError(path, text)

    harmful = f"package algocheck.house.a\nx := {'[' * 25}{']' * 25}"
    found = look(source({"algocheck/house/a/a.rego": harmful}), parse=never)

    assert [each.check for each in found.violations] == ["deep-nesting"]


def test_the_shipped_modules_are_far_from_the_limits():
    for file in (ROOT / "policies").rglob("*.rego"):
        assert refused(file.read_text(encoding="utf-8")) == [], file


TOKENS = st.sampled_from(
    [
        *'[](){}|,;:.=\n"`#-+*/%&<> \\',
        *("if", "in", "some", "every", "not", "else", "with", "contains", "default"),
        *("import", "data", "package", "x", "y", "1", "0.5", '"a"', "`b`", ":="),
    ]
)


@given(st.lists(TOKENS, max_size=60).map(" ".join))
def test_any_text_that_is_let_through_is_parsed_or_refused_with_a_place(text):
    module = Module("a.rego", HEAD + text)
    if refused(module.text):
        return
    try:
        read_syntax(module, parse)
    except RegoSyntaxError as error:
        place = (error.line, error.column)
    else:
        place = (1, 1)
    assert min(place) >= 1


@given(st.integers(0, len(rule()) - 1), st.text(max_size=3), st.integers(0, 30))
def test_a_rule_that_is_damaged_anywhere_is_told_or_still_a_rule(at, put, cut):
    text = rule()
    found = look(
        source({"algocheck/rules/theme/defect/defect.rego": text[:at] + put + text[at + cut :]})
    )

    assert found.violations or found.rules
