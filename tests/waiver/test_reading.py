"""A file of waivers is read whole, or it is said where and why not; nobody waives by accident."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.manifest import limits
from algocheck.waiver.reading import Waivers, parse, read
from algocheck.waiver.shape import is_day, schema
from algocheck.words import LANGUAGES, say
from waivers import GOOD, file_of, waiver


def read_texts(content: str | bytes) -> Waivers:
    return parse(content if isinstance(content, bytes) else content.encode(), "waivers.yaml")


def places(waivers: Waivers) -> list[tuple[int, int]]:
    assert {finding.rule.id for finding in waivers.findings} <= {"waiver/malformed"}
    return [(each.location.line, each.location.column) for each in waivers.findings]


def test_a_waiver_is_what_is_written():
    (written,) = read_texts(file_of(waiver())).written

    assert written.waiver._asdict() | {"location": None} == GOOD | {"location": None}
    assert (written.waiver.location.file, written.waiver.location.line) == ("waivers.yaml", 4)


def test_a_day_without_quotes_is_a_day_all_the_same():
    text = file_of(waiver()).decode().replace('"2027-01-31"', "2027-01-31")

    assert read_texts(text).written[0].waiver.expires == "2027-01-31"


@pytest.mark.parametrize("empty", ["waivers_version: 1\nwaivers:\n", file_of()])
def test_a_file_may_hold_no_waivers(empty):
    assert read_texts(empty) == Waivers()


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("", (1, 1)),
        ("# nothing\n", (1, 1)),
        ("- rule: HO-09\n", (1, 1)),
        ("waivers: []\n", (1, 1)),
        ("waivers_version: 2\nwaivers: []\n", (1, 1)),
        ("waivers_version: yes\nwaivers: []\n", (1, 1)),
        ("waivers_version: 1\n", (1, 1)),
        ("waivers_version: 1\nwaivers: none\n", (2, 1)),
        ("waivers_version: 1\nwaivers:\n  rule: HO-09\n", (2, 1)),
        ("waivers_version: 1\nwaivers: []\nwaivers_version: 1\n", (3, 1)),
        ("waivers_version: 1\nwaivers: []\n---\nwaivers_version: 1\n", (4, 1)),
        ("waivers_version: 1\nwaivers: [\n", (3, 1)),
        ("waivers_version: 1\nwaivers: []\n".encode("utf-16"), (1, 1)),
        ("waivers_version: 1\nwaivers: []  # \u202e\n", (2, 16)),
        (b" " * (limits.BYTES + 1), (1, 1)),
    ],
)
def test_what_is_wrong_with_the_file_has_its_place(content, place):
    waivers = read_texts(content)

    assert waivers.written == ()
    assert place in places(waivers)


def test_what_is_no_file_is_told_as_well(tmp_path):
    (tmp_path / "waivers.yaml").mkdir()

    assert places(read(tmp_path / "waivers.yaml", "waivers.yaml")) == [(1, 1)]
    assert places(read(tmp_path / "gone.yaml", "gone.yaml")) == [(1, 1)]


@pytest.mark.parametrize("key", [key for key in GOOD if key != "reference"])
def test_only_the_reference_may_be_left_out(key):
    assert len(places(read_texts(file_of(waiver(**{key: None}))))) == 1


@pytest.mark.parametrize("key", GOOD)
@pytest.mark.parametrize("value", [True, 1, ["a"], {"a": "b"}])
def test_one_bad_waiver_does_not_take_the_others_along(key, value):
    waivers = read_texts(file_of(waiver(), waiver(**{key: value}), waiver()))

    assert [each.position for each in waivers.written] == [0, 2]
    assert len(waivers.findings) == 1


def test_a_key_that_stands_twice_counts_for_neither():
    twice = file_of(waiver()).decode().replace('"place":', '"reason": "another",\n"place":')

    assert read_texts(twice).written == ()
    assert len(read_texts(twice).findings) == 1


@pytest.mark.parametrize(
    "expires", ["", "soon", "31-01-2027", "2027-1-31", "2027-02-30", "none", "unknown", "20270131"]
)
def test_a_day_that_is_none_never_counts(expires):
    assert not is_day(expires)
    assert read_texts(file_of(waiver(expires=expires))).written == ()


def test_every_sentence_exists_in_both_languages():
    bad = file_of({"rul": "x", "place": ["a"], "expires": "soon", "reason": ""}, "text", version=3)

    for content in (bad, file_of({"rul": "x", "place": ["a"], "expires": "soon", "reason": ""})):
        findings = read_texts(content).findings
        assert findings
        for finding in findings:
            assert finding.problem
            assert all(say(finding.problem, language) for language in LANGUAGES)


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
def test_whatever_the_bytes_it_is_read_or_told(content):
    waivers = parse(content, "waivers.yaml")

    assert waivers.written or waivers.findings or b"waivers" in content


texts = st.sampled_from(["", " ", "x", "HO-09", "2027-01-31", "2027-02-30"])
values: st.SearchStrategy[Any] = texts | st.none() | st.booleans() | st.lists(texts, max_size=1)
entries = st.dictionaries(st.sampled_from([*GOOD, "rules"]), values, max_size=8).map(
    lambda changes: {key: value for key, value in (GOOD | changes).items() if value != "x"}
)


@given(st.lists(entries | values, max_size=3))
def test_the_schema_that_editors_get_says_the_same(waivers):
    document = {"waivers_version": 1, "waivers": waivers}
    judge = jsonschema.Draft202012Validator(
        schema(), format_checker=jsonschema.FormatChecker(formats=("date",))
    )

    ours = parse(json.dumps(document).encode(), "waivers.yaml")

    assert bool(ours.findings) == (not judge.is_valid(document))
    assert bool(ours.findings) or len(ours.written) == len(waivers)


def test_the_schema_is_a_schema_and_speaks_dutch():
    jsonschema.Draft202012Validator.check_schema(schema())
    described = schema()["properties"]["waivers"]["items"]["properties"]

    assert list(described) == list(GOOD)
    assert all({"title", "description"} <= each["x-nl"].keys() for each in described.values())
