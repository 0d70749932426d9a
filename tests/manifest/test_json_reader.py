import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.manifest import limits
from algocheck.manifest.json_reader import read_json
from algocheck.words import say

NUMBERS = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
SCALARS = st.none() | st.booleans() | NUMBERS | st.text()
KEYS = st.text(st.characters(max_codepoint=0x24F))
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=20
)


def only_fault(text):
    (fault,) = read_json(text, "m.json").faults
    return fault


def words_of(fault, language="en"):
    return say(fault.problem, language)


def place(fault):
    return fault.location.line, fault.location.column


def paths(value, path=()):
    """Yield the path of every value in *value*."""
    yield path
    if isinstance(value, dict | list):
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(part, (*path, step))


def at(value, path):
    for step in path:
        value = value[step]
    return value


def text_at(text, location):
    return text.split("\n", location.line - 1)[-1][location.column - 1 :]


@given(VALUES, st.booleans(), st.none() | st.integers(0, 3))
def test_what_python_writes_reads_back_the_same_and_every_place_is_right(value, ascii_only, indent):
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)

    document = read_json(text, "m.json")

    if document.faults:
        assert {fault.rule.id for fault in document.faults} <= {"reading/forbidden-character"}
        return
    assert repr(document.value) == repr(value)
    for path in paths(value):
        part = json.dumps(at(value, path), ensure_ascii=ascii_only)
        beginning = part[0] if part[0] in "[{" else part
        assert text_at(text, document.locate_value(path)).startswith(beginning)
        if path and isinstance(path[-1], str):
            key = json.dumps(path[-1], ensure_ascii=ascii_only)
            assert text_at(text, document.locate(path)).startswith(key)


@given(st.text("{}[]\":,\\/ \n\t-+.0123456789eEu'truefalsn#N\x7fé\ud800", max_size=30))
def test_what_python_accepts_is_never_unreadable_and_what_it_refuses_always_is(text):
    try:
        json.loads(text)
        accepted = True
    except json.JSONDecodeError:
        accepted = False

    document = read_json(text, "m.json")

    assert document.broken is not accepted
    assert document.faults or accepted


def test_a_number_keeps_its_kind():
    assert repr(read_json("[1, 1.0, 1e3, -0, -0.0]", "m.json").value) == "[1, 1.0, 1000.0, 0, -0.0]"


def test_a_pair_of_surrogates_is_one_character():
    assert read_json(r'"\ud83d\ude00"', "m.json").value == "😀"


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        (r'"\ud83d"', "reading/not-json"),
        ("NaN", "reading/not-json"),
        ("-Infinity", "reading/not-json"),
        ("1e999", "reading/not-json"),
        ("9223372036854775808", "reading/not-json"),
        ("-9223372036854775809", "reading/not-json"),
        ("9" * 10_000, "reading/not-json"),
    ],
)
def test_what_other_programs_read_otherwise_states_nothing_and_is_a_fault(written, rule):
    document = read_json(f'{{"a": [1,\n {written}]}}', "m.json")

    assert document.value == {"a": [1, None]}
    (fault,) = document.faults
    assert fault.rule.id == rule
    assert fault.location.pointer == "/a/1"
    assert place(fault) == (2, 2)


def test_whole_numbers_of_64_bits_are_read():
    text = "[9223372036854775807, -9223372036854775808]"

    assert read_json(text, "m.json").value == [2**63 - 1, -(2**63)]


def test_a_key_that_stands_twice_states_nothing_and_both_places_are_told():
    document = read_json('{"a": 1,\n"b": 2,\n"a": 1}', "m.json")

    assert document.value == {"a": None, "b": 2}
    (fault,) = document.faults
    assert fault.rule.id == "reading/duplicate-key"
    assert place(fault) == (3, 1)
    assert "line 1" in words_of(fault)


def test_a_key_of_letters_that_only_look_alike_is_a_fault_and_no_key():
    document = read_json('{"n\N{CYRILLIC SMALL LETTER A}me": 1, "naïef": 2}', "m.json")

    assert document.value == {"naïef": 2}
    assert [fault.rule.id for fault in document.faults] == ["reading/forbidden-character"]


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ('{"a": 1,}', (1, 8), "no comma after the last one"),
        ("[1,\n2,\n]", (2, 2), "no comma after the last one"),
        ("{a: 1}", (1, 2), "key in double quotes"),
        ("{'a': 1}", (1, 2), "key in double quotes"),
        ('{"a" 1}', (1, 6), "a colon"),
        ('{"a": 1 "b": 2}', (1, 9), "a comma or }"),
        ("[1 2]", (1, 4), "a comma or ]"),
        ('{"a": }', (1, 7), "a value"),
        ("[01]", (1, 3), "a comma or ]"),
        ('["a\nb"]', (1, 2), "not closed"),
        ('["a', (1, 2), "not closed"),
        (r'["a\x"]', (1, 4), "no escape"),
        ("{} {}", (1, 4), "something follows"),
        ("// note\n{}", (1, 1), "a value"),
        ("", (1, 1), "a value"),
    ],
)
def test_what_is_no_json_is_placed_and_said_in_plain_words(text, where, words):
    document = read_json(text, "m.json")

    assert document.broken
    (fault,) = document.faults
    assert fault.rule.id == "reading/unreadable"
    assert place(fault) == where
    assert words in words_of(fault)


def test_blocks_may_be_as_deep_as_the_limit_and_no_deeper():
    most = limits.DEPTH

    assert not read_json("[" * most + "]" * most, "m.json").faults
    assert only_fault("[" * (most + 1) + "]" * (most + 1)).rule.id == "reading/too-large"
    assert only_fault("[" * (sys.getrecursionlimit() * 50)).rule.id == "reading/too-large"


def test_a_document_has_an_end():
    fault = only_fault("[" + "0," * limits.NODES + "0]")

    assert fault.rule.id == "reading/too-large"
