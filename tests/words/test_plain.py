"""Whatever goes in, what comes out can be shown, is bounded, and hides nothing."""

import ast
import json
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.words.plain import escaped_json, harmless, on_one_line, written_out

# Everything that Python can hold, halves of surrogate pairs too, and often what is obeyed.
FOREIGN = st.one_of(
    st.text(st.characters(), max_size=60),
    st.lists(
        st.sampled_from(
            [
                *("\x1b[31m", "\x1b]0;title\x07", "\x9b2J", "\x00", "\x7f", "\x1c", "\ud800"),
                *("\r\n", "\n", "\t", "\x85", "\u2028", "\xa0", "\u3000", " ", "  "),
                *("\u202e", "\u2066", "\u200b", "\ufeff", "\U000e0041", "##vso[", "::error::"),
                *("a word", "\u00e9", "\u4e00", "\U0001f600", "\u05d0", ".", "'", '"'),
            ]
        ),
        max_size=12,
    ).map("".join),
)
ESCAPE = re.compile(r"\\(?:x..|u....|U........|[tnr])")
EVERY_CHARACTER = [chr(code) for code in range(sys.maxunicode + 1)]


def read_back(shown: str) -> str:
    return ESCAPE.sub(lambda escape: str(ast.literal_eval(f"'{escape[0]}'")), shown)


@pytest.mark.parametrize(
    ("text", "as_a_name", "as_prose", "as_a_reason"),
    [
        ("plain words", "plain words", "plain words", "plain words"),
        ("red\x1b[31m", r"red\x1b[31m", r"red\x1b[31m", r"red\x1b[31m"),
        ("a\r\n  b", r"a\r\n  b", "a    b", "a b"),
        (" a\xa0b ", r" a\xa0b ", " a b ", "a b"),
        ("a\u200bb", r"a\u200bb", r"a\u200bb", r"a\u200bb"),
        ("\u202etxt.exe", r"\u202etxt.exe", r"\u202etxt.exe", r"\u202etxt.exe"),
        ("caf\udce9", r"caf\udce9", r"caf\udce9", r"caf\udce9"),
        ("\U000e0041", r"\U000e0041", r"\U000e0041", r"\U000e0041"),
        ("C:\\new", "C:\\new", "C:\\new", "C:\\new"),
        ("\n", r"\n", " ", ""),
    ],
)
def test_each_way_of_showing(text, as_a_name, as_prose, as_a_reason):
    assert written_out(text) == as_a_name
    assert harmless(text) == as_prose
    assert on_one_line(text, 60) == as_a_reason


@given(FOREIGN)
def test_nothing_that_is_obeyed_or_hidden_comes_out(text):
    assert written_out(text).isprintable()
    assert harmless(text).isprintable()
    assert on_one_line(text, 40).isprintable()
    assert escaped_json(json.dumps(text, ensure_ascii=False)).isprintable()


def test_no_character_at_all_is_shown_that_cannot_be():
    shown = [written_out(each) for each in EVERY_CHARACTER]

    assert "".join(shown).isprintable()
    assert max(map(len, shown)) == 10
    assert len(set(shown)) == len(EVERY_CHARACTER)


@given(FOREIGN.map(lambda text: "".join(filter(str.isprintable, text))))
def test_what_could_be_shown_is_kept(text):
    assert written_out(text) == harmless(text) == escaped_json(text) == text
    assert on_one_line(text, len(text)) == " ".join(text.split())


@given(FOREIGN, FOREIGN)
def test_what_stands_before_a_text_changes_nothing_in_it(first, second):
    assert written_out(first + second) == written_out(first) + written_out(second)
    assert harmless(first + second) == harmless(first) + harmless(second)


@given(FOREIGN)
def test_a_text_that_is_written_out_is_no_other(text):
    text = text.replace("\\", "")

    assert read_back(written_out(text)) == text


@given(FOREIGN)
def test_prose_loses_only_the_kind_of_its_spaces(text):
    text = text.replace("\\", "")

    assert read_back(harmless(text)) == re.sub(r"\s", " ", text)


@given(FOREIGN, st.integers(1, 200))
def test_a_line_keeps_its_bound_and_is_cut_only_at_its_end(text, longest):
    whole = on_one_line(text, 10 * len(text))

    assert on_one_line(text, longest) == whole[:longest]
    assert "  " not in whole
    assert bool(whole) == bool(text.strip())


def test_a_line_is_made_of_what_comes_after_any_number_of_gaps():
    assert on_one_line("\n" * 100_000 + "the reason", 40) == "the reason"


VALUES = st.recursive(
    FOREIGN, lambda each: st.lists(each, max_size=3) | st.dictionaries(FOREIGN, each, max_size=3)
)


@given(VALUES, st.sampled_from([None, 1]))
def test_escaped_json_says_the_same_on_the_same_lines(value, indent):
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    shown = escaped_json(written)

    assert json.loads(shown) == json.loads(json.dumps(value))
    assert all(line.isprintable() for line in shown.split("\n"))
    assert shown.count("\n") == written.count("\n")
