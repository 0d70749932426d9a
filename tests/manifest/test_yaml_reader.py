import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from algocheck.manifest import limits
from algocheck.manifest.decode import decode
from algocheck.manifest.yaml_reader import read_yaml
from algocheck.words import say

EXAMPLE = """\
# a note
kind: deployment
algorithm:
    name: "Selectie"
    tags: [a, {b: 1}]
on: yes
notes: >
  a text of
  two lines
"""
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.text("0123456789+-._:exobEXOBnyf ", max_size=8)
)
KEYS = st.text(st.characters(max_codepoint=0x24F)) | st.sampled_from(["on", "no", "yes", "<<", "1"])
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=20
)
TOKENS = (
    "a|b: |- |\n|\n  | |: |? |[|]|{|}|, |&x |*x|*x :|<<: |!!str |!!int |! |!t |'|\"|>\n|--- |"
    "\n...\n|%YAML 1.1\n|#|0777|on|.nan|\\|\t|~|é|1: "
)
SYNTAX = st.lists(st.sampled_from(TOKENS.split("|")), max_size=25).map("".join)


def read(text):
    documents, _ = read_yaml(text, "m.yaml")
    return documents[0]


def rules(document):
    return [fault.rule.id for fault in document.faults]


def words_of(fault, language="en"):
    return say(fault.problem, language)


def place(fault):
    return fault.location.line, fault.location.column


def same_places(node, document, path=()):
    """Compare every place with the mark that PyYAML's composer gives the same node."""
    location = document.locate_value(path)
    assert (location.line, location.column) == (
        node.start_mark.line + 1,
        node.start_mark.column + 1,
    )
    if isinstance(node, yaml.SequenceNode):
        for position, part in enumerate(node.value):
            same_places(part, document, (*path, position))
    if isinstance(node, yaml.MappingNode):
        for key, part in node.value:
            inner = (*path, key.value)
            at = document.locate(inner)
            assert (at.line, at.column) == (key.start_mark.line + 1, key.start_mark.column + 1)
            same_places(part, document, inner)


def test_a_manifest_is_plain_json_with_places():
    document = read(EXAMPLE)

    assert document.value == {
        "kind": "deployment",
        "algorithm": {"name": "Selectie", "tags": ["a", {"b": 1}]},
        "on": "yes",
        "notes": "a text of two lines\n",
    }
    same_places(yaml.compose(EXAMPLE), document)
    assert document.locate(("algorithm", "status")).line == 3
    assert document.locate(("algorithm", "status")).pointer == "/algorithm/status"


@given(VALUES, st.booleans(), st.sampled_from([None, False, True]))
def test_what_pyyaml_writes_reads_back_the_same_with_the_same_places(value, unicode, flow):
    text = yaml.safe_dump(value, allow_unicode=unicode, default_flow_style=flow, sort_keys=False)
    if not isinstance(decode(text.encode(), "m.yaml", as_json=False), str):
        return  # PyYAML writes a line break of Unicode as it is, and reads back another text

    document = read(text)

    # A key of 0E0 is text for PyYAML, a number for YAML 1.2, and so no key of ours.
    misread = {"reading/forbidden-character", "reading/ambiguous-value", "reading/not-json"}
    assert set(rules(document)) <= misread
    if not document.faults:
        assert repr(document.value) == repr(value)
        same_places(yaml.compose(text), document)


@given(SYNTAX)
def test_no_text_crashes_and_what_comes_out_is_json(text):
    documents, empty = read_yaml(text, "m.yaml")

    numbers = [document.number for document in documents]
    assert numbers == sorted(set(numbers))
    assert empty >= 0
    for document in documents:
        json.dumps(document.value, allow_nan=False)
        assert document.faults or not document.broken
        for fault in document.faults:
            assert 1 <= fault.location.line <= text.count("\n") + 1
            assert words_of(fault) != words_of(fault, "nl")


@pytest.mark.parametrize("word", ["on", "off", "yes", "no", "y", "n", "On", "NO"])
def test_a_key_of_a_word_for_yes_or_no_is_text(word):
    document = read(f"{word}: 1")

    assert document.value == {word: 1}
    assert not document.faults


@pytest.mark.parametrize("word", ["yes", "no", "Yes", "NO", "y", "n"])
def test_a_value_of_yes_or_no_is_that_word(word):
    document = read(f"a: {word}")

    assert document.value == {"a": word}
    assert not document.faults


@pytest.mark.parametrize(
    ("written", "value", "words"),
    [
        ("on", "on", 'the text "on" here and yes (true)'),
        ("OFF", "OFF", 'the text "OFF" here and no (false)'),
        ("0777", 777, "the number 777 here and the number 511"),
        ("0o17", 15, 'the number 15 here and the text "0o17"'),
        ("1_000", "1_000", 'the text "1_000" here and the number 1000'),
        ("12:30:45", "12:30:45", 'the text "12:30:45" here and the number 45045'),
        ("08", 8, 'the number 8 here and the text "08"'),
        ("1e3", 1000.0, 'the number 1000.0 here and the text "1e3"'),
    ],
)
def test_what_other_tools_read_otherwise_is_read_by_yaml_1_2_and_told(written, value, words):
    document = read(f"a:\n  - {written}")

    assert document.value == {"a": [value]}
    (fault,) = document.faults
    assert fault.rule.id == "reading/ambiguous-value"
    assert (*place(fault), fault.location.pointer) == (2, 5, "/a/0")
    assert words in words_of(fault)


@pytest.mark.parametrize("written", ['"on"', "'0777'", "!!str 1e3", "|\n  12:30:45", "007", "0"])
def test_what_everyone_reads_alike_is_no_fault(written):
    assert not read(f"a: {written}").faults


@pytest.mark.parametrize(
    "written",
    [
        ".inf",
        "-.INF",
        ".nan",
        "1e999",
        "9223372036854775808",
        "9" * 5000,
        "!!binary aGk=",
        "!!timestamp 2024-01-01",
        "!!python/object/apply:os.system [date]",
        "!!int one",
        "!!float 1",
        "!!set {b}",
        "!secret {b: 1}",
        "! 12",
        "&x ! 12",
    ],
)
def test_what_json_does_not_have_states_nothing_and_is_a_fault(written):
    document = read(f"a: {written}\nb: 1")

    assert document.value == {"a": None, "b": 1}
    assert rules(document) == ["reading/not-json"]
    assert place(document.faults[0]) == (1, 4)


@pytest.mark.parametrize(
    ("written", "value"),
    [("!!str 12", "12"), ("!!int 12", 12), ("!!null ''", None), ("!!map {}", {}), ("!!seq []", [])],
)
def test_a_tag_that_says_what_json_has_is_taken(written, value):
    document = read(f"a: {written}")

    assert document.value == {"a": value}
    assert not document.faults


@pytest.mark.parametrize(
    "key", ["1", "1.5", "~", "true", "[a]", "? {a: 1}\n", ".nan", "!t x", "?\n"]
)
def test_a_key_that_is_no_text_is_a_fault_and_no_key(key):
    document = read(f"{key}: x\nb: 1")

    assert document.value == {"b": 1}
    assert rules(document)[-1] == "reading/not-json"


def test_a_key_that_stands_twice_states_nothing_and_both_places_are_told():
    document = read("a: {b: 1}\nc: 2\na: {b: 1}\n'a': 3")

    assert document.value == {"a": None, "c": 2}
    assert rules(document) == ["reading/duplicate-key"] * 2
    assert [place(fault) for fault in document.faults] == [(3, 1), (4, 1)]
    assert all("line 1" in words_of(fault) for fault in document.faults)


def test_a_merge_key_is_a_fault_and_brings_nothing():
    document = read("base: &b {x: 1}\nc:\n  <<: *b\n  y: 2")

    assert document.value == {"base": {"x": 1}, "c": {"y": 2}}
    assert rules(document) == ["reading/merge-key"]
    assert place(document.faults[0]) == (3, 3)
    assert not read('"<<": 1').faults


def test_a_key_of_letters_that_only_look_alike_is_a_fault_and_no_key():
    document = read("n\N{CYRILLIC SMALL LETTER A}me: 1\nze\N{ZERO WIDTH SPACE}ro: 2\ncafé: 3")

    assert document.value == {"café": 3}
    assert rules(document) == ["reading/forbidden-character"] * 2
    assert "U+0430" in words_of(document.faults[0])


def test_an_alias_is_read_and_placed_where_it_stands():
    document = read("a: &x [1, {b: 2}]\nc: *x\nd: &y text\ne: {*y : *y}")

    assert document.value == {
        "a": [1, {"b": 2}],
        "c": [1, {"b": 2}],
        "d": "text",
        "e": {"text": "text"},
    }
    assert not document.faults
    assert document.locate_value(("c",)).line == 2
    assert document.locate(("c", 1, "b")).line == 1
    assert document.locate_value(("e", "text")).column == 10


def test_a_name_that_is_given_again_means_the_last_one():
    assert read("[&x 1, *x, &x 2, *x]").value == [1, 1, 2, 2]
    assert read("[&x [&x a], *x]").value == [["a"], "a"]


@pytest.mark.parametrize(("text", "value"), [("&x [1, *x]", [1, None]), ("[*x, &x 1]", [None, 1])])
def test_an_alias_of_nothing_or_of_itself_states_nothing_and_is_a_fault(text, value):
    document = read(text)

    assert document.value == value
    assert rules(document) == ["reading/alias"]


def test_a_name_is_of_its_own_document():
    documents, _ = read_yaml("--- &x 1\n--- [*x]", "m.yaml")

    assert documents[1].value == [None]


def laughs(first, times=9, rounds=9):
    lines = [f"a0: &a0 {first}"]
    lines += [f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * times)}]" for n in range(rounds)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        laughs("[x]"),
        laughs("{}", times=1000, rounds=3),
        laughs("a" * 100_000, times=200, rounds=2),
        laughs(f"{{? {'a' * 100_000} : 1}}", times=200, rounds=2),
    ],
    ids=["by number", "in width", "in characters", "in characters of keys"],
)
def test_a_bomb_of_aliases_is_a_fault_before_it_grows(text):
    document = read(text)

    assert document.broken
    assert rules(document) == ["reading/alias"]


def test_aliases_do_not_hide_depth():
    nested = "[" * 60 + "*a{}" + "]" * 60
    text = "a0: &a0 [x]\na1: &a1 " + nested.format(0) + "\na2: " + nested.format(1)

    assert rules(read(text)) == ["reading/too-large"]


def test_blocks_may_be_as_deep_as_the_limit_and_no_deeper():
    most = limits.DEPTH

    assert not read("[" * most + "]" * most).faults
    for text in ("[" * (most + 1) + "]" * (most + 1), "[" * 100_000, "- " * 100_000, "{a: " * 9999):
        document = read(text)
        assert document.broken
        assert rules(document) == ["reading/too-large"]


def test_a_document_and_a_file_have_an_end():
    assert rules(read("- 0\n" * limits.NODES)) == ["reading/too-large"]
    assert rules(read("a: 1\n" * 9999))[-2:] == ["reading/duplicate-key", "reading/too-large"]
    documents, empty = read_yaml("---\n" * (limits.DOCUMENTS + 1), "m.yaml")
    assert empty == limits.DOCUMENTS
    assert rules(documents[-1]) == ["reading/too-large"]


def test_documents_are_numbered_from_1_and_empty_ones_are_counted():
    documents, empty = read_yaml("--- # note\na: 1\n---\n---\n# b\n--- # c\nd: 2\n...\n", "m.yaml")

    assert [(document.number, document.value) for document in documents] == [
        (1, {"a": 1}),
        (4, {"d": 2}),
    ]
    assert documents[1].locate(("d",)).document == 4
    assert documents[1].locate(("d",)).line == 7
    assert empty == 2


@pytest.mark.parametrize("written", ["null", '""', "~", "!!str", "&x"])
def test_a_document_in_which_something_is_written_is_not_empty(written):
    documents, empty = read_yaml(f"--- {written}\n", "m.yaml")

    assert (len(documents), empty) == (1, 0)


def test_what_was_read_before_a_fault_in_the_syntax_is_kept():
    documents, _ = read_yaml("a: 1\n---\nb: on\nc: 'open\n---\nd: 1", "m.yaml")

    assert documents[0].value == {"a": 1}
    assert documents[1].broken
    assert documents[1].number == 2
    assert rules(documents[1]) == ["reading/ambiguous-value", "reading/unreadable"]
    assert len(documents) == 2


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("a: b: c", (1, 5), "put text that holds a colon in quotes"),
        ("a:\n\tb: 1", (2, 1), "use spaces"),
        ("a: 'x\nb: 1", (1, 4), "not closed"),
        ("a: 1\n b\nc: [1\nd: 2", (4, 2), "not closed, or lacks a comma"),
        ("a: 1\nb\nc: 2", (2, 1), "without a colon"),
        ("a:\n  - 1\n  b: 2", (3, 3), "indentation"),
        ("a:\n  b: 1\n c: 2", (3, 2), "indentation"),
        ("a: @b", (1, 4), "no value can begin with @"),
        ("a: `b`", (1, 4), "no value can begin with `"),
        ("a: %b", (1, 4), "no value can begin with %"),
        ("a: *.yaml", (1, 5), "put the text in quotes"),
        ("a: !x!y b", (1, 4), "is read as a tag"),
        (r'a: "\ud83d\ude00"', (1, 7), "write the character itself"),
        (r'a: "C:\dir"', (1, 7), "for a backslash"),
        ("a: | b", (1, 6), "on the next line"),
        ("a: - b", (1, 4), "on the next line"),
        ("%YAML 3.0\n---\na", (1, 1), "%YAML"),
        ("a\n...\nb", (3, 1), "---"),
        ("%FOO\n---\na", (1, 5), "not YAML"),
    ],
)
def test_what_is_no_yaml_is_placed_and_said_in_plain_words(text, where, words):
    documents, _ = read_yaml(text, "m.yaml")

    fault = documents[-1].faults[-1]
    assert documents[-1].broken
    assert fault.rule.id == "reading/unreadable"
    assert place(fault) == where
    assert words in words_of(fault)


def test_real_files_of_others_read_as_the_composer_places_them(shared_data: Path):
    for file in sorted(shared_data.glob("iama/*.yaml")):
        text = file.read_text(encoding="utf-8")
        same_places(yaml.compose(text, Loader=yaml.CSafeLoader), read(text))
