"""Records are found in JSON wherever downloads put them."""

import json

import pytest

from algocheck.register.json_records import json_records
from algocheck.register.record import Record
from algocheck.register.refusal import Refused

ONE = {"name": "X", "organization": "Gemeente Y", "goal": "Z"}


def found(value):
    text = value if isinstance(value, str) else json.dumps(value)
    return list(json_records(text, "register.json"))


@pytest.mark.parametrize(
    "value",
    [
        ONE,
        [ONE],
        {"count": 1, "algoritmes": [ONE], "source_url": "https://a.example"},
        {"results": [ONE], "total_count": 1, "filter_data": {"status": []}},
        {"id": "7", "detail": ONE},
        [{"id": "7", "detail": ONE}],
    ],
)
def test_a_record_is_found_in_what_is_around_it(value):
    [record] = found(value)

    assert isinstance(record, Record)
    assert record.first("name") == "X"


def test_the_day_of_the_download_belongs_to_its_records():
    value = {"fetched_at": "2026-08-08T06:20:11Z", "algoritmes": [ONE]}

    assert [record.retrieved for record in found(value)] == ["2026-08-08"]
    assert [record.retrieved for record in found({"fetched_at": 5, "a": [ONE]})] == [""]


def test_what_stands_among_records_and_is_none_is_named_by_its_position():
    first, refused, last = found([ONE, {"name": "alleen een naam"}, ONE])

    assert (first.position, last.position) == (1, 3)
    assert isinstance(refused, Refused)
    assert (refused.position, refused.reason.key) == (2, "register.no-record")


@pytest.mark.parametrize(
    "value",
    [
        {"key": "highlighted_algorithms", "value": [{"name": "X", "organization": "Y"}]},
        {"properties": {"name": {"type": "string"}, "organization": {"type": "string"}}},
        {"algoritmes": []},
        [],
        5,
        "tekst",
        None,
    ],
)
def test_a_file_may_hold_no_records(value):
    assert found(json.dumps(value)) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"name": ', "register.no-json"),
        ("[" * 100_000, "register.too-deep"),
        ("[" * 60 + "]" * 60, "register.too-deep"),
        (f'{{"id": {"9" * 5_000}}}', "register.number"),
    ],
)
def test_what_is_no_json_to_work_with_is_refused(text, key):
    with pytest.raises(Refused) as refused:
        found(text)

    assert refused.value.reason.key == key


def test_of_a_key_that_stands_twice_both_values_are_read():
    [record] = found('{"name": "X", "organization": "Y", "goal": "een", "goal": "twee"}')

    assert {"goal", "goal_(2)"} <= set(record.cells)
