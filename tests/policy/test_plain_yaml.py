"""What is written is what is read, and what could mislead is refused at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.policy.plain_yaml import YamlError, read_data, read_texts
from algocheck.words import LANGUAGES, say


def test_texts_stay_what_is_written():
    yaml = read_texts('article: 6:4\ndate: 2025-02-02\nanswer: no\nnothing:\nlist: [1, "2"]')

    assert yaml.value == {
        "article": "6:4",
        "date": "2025-02-02",
        "answer": "no",
        "nothing": "",
        "list": ["1", "2"],
    }


def test_data_has_the_types_of_json_and_no_others():
    yaml = read_data(
        'a: 1\nb: -2.5\nc: true\nd: null\ne: 2025-02-02\nf: no\ng: "1"\nh: 0o7\ni: 1_0'
    )

    assert yaml.value == {
        "a": 1,
        "b": -2.5,
        "c": True,
        "d": None,
        "e": "2025-02-02",
        "f": "no",
        "g": "1",
        "h": "0o7",
        "i": "1_0",
    }


def test_every_key_and_element_has_its_place():
    yaml = read_texts("a:\n  b: c\n  d:\n    - e\n    - f\n")

    assert yaml.places[("a", "b")] == (2, 3)
    assert yaml.places[("a", "d", 1)] == (5, 7)


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ("a: [1", (2, 1), "policy.yaml-syntax"),
        ("a: &x [1]\nb: *x", (2, 4), "policy.yaml-alias"),
        ("a: 1\nb: 2\na: 3", (3, 1), "policy.yaml-twice"),
        ("? [a]\n: 1", (1, 3), "policy.yaml-key"),
        ("a: 1\n---\nb: 2", (2, 1), "policy.yaml-documents"),
        ("[" * 13 + "]" * 13, (1, 13), "policy.yaml-deep"),
    ],
)
def test_what_misleads_is_refused(text, place, key):
    with pytest.raises(YamlError) as caught:
        read_texts(text)

    assert caught.value.reason.key == key
    assert (caught.value.line, caught.value.column) == place
    for language in LANGUAGES:
        assert say(caught.value.message, language)


@pytest.mark.parametrize("text", ["[" * 1_000_000, "- " * 5000 + "a", "{a: " * 5000])
def test_depths_that_the_parser_itself_refuses_are_refused_in_the_same_words(text):
    with pytest.raises(YamlError) as caught:
        read_texts(text)

    assert caught.value.reason.key == "policy.yaml-deep"
    assert caught.value.line == 1


@given(st.text(alphabet="ab:- \n[]{},&*!|>'\"#?%@`\t\x00é", max_size=60) | st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    for read in (read_texts, read_data):
        try:
            place = read(text).places.get((), (1, 1))
        except YamlError as error:
            place = (error.line, error.column)
        assert min(place) >= 1
