"""What is wrong with a file is said in a sentence; only a file that is not there is an error."""

import json

import pytest

from algocheck.errors import UsageError
from algocheck.register.reading import Refusal, read
from algocheck.register.record import Record
from algocheck.words import LANGUAGES, say

ONE = json.dumps({"name": "Café", "organization": "Gemeente Y", "goal": "Z"})


def test_json_and_tables_are_told_apart_by_what_they_hold(tmp_path):
    for name, text in [
        ("a.json", ONE),
        ("a.txt", f"\n {ONE}"),
        ("b.csv", "name,organization,goal\nCafé,Y,Z\n"),
    ]:
        file = tmp_path / name
        file.write_text(text, "utf-8")
        [record] = read(file)
        assert isinstance(record, Record)
        assert (record.file, record.first("name")) == (name, "Café")


def test_a_byte_order_mark_does_no_harm(tmp_path):
    file = tmp_path / "download.csv"
    file.write_text("name,organization,goal\nCafé,Y,Z\n", "utf-8-sig")

    [record] = read(file)
    assert isinstance(record, Record)
    assert record.first("name") == "Café"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "register.empty-file"),
        (b"\xef\xbb\xbf \n", "register.empty-file"),
        ("name\u20ac".encode("cp1252"), "register.not-utf-8"),
        (ONE.encode("utf-16"), "register.utf-16"),
        (b"PK\x03\x04 and so on", "register.spreadsheet"),
        (b'{"name": ', "register.no-json"),
        (b"[]", "register.no-records"),
        (b"een,tabel\nvan,iets\n", "register.no-records"),
        (b'name,organization,status\nX,"Y', "register.no-csv"),
    ],
)
def test_a_file_without_records_says_why(tmp_path, content, key):
    file = tmp_path / "file"
    file.write_bytes(content)

    [refusal] = read(file)
    assert isinstance(refusal, Refusal)
    assert (refusal.file, refusal.reason.key) == ("file", key)
    for language in LANGUAGES:
        assert say(refusal.reason, language)


def test_text_in_another_encoding_is_named_by_its_line(tmp_path):
    file = tmp_path / "download.csv"
    file.write_bytes(b"name,organization,goal\nX,Y,Z\nCaf\xe9,Y,Z\n")

    [refusal] = read(file)
    assert isinstance(refusal, Refusal)
    assert "line 3" in say(refusal.reason, "en")


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    file = tmp_path / "download.json"
    file.write_text(ONE, "utf-8")
    monkeypatch.setattr("algocheck.register.reading.LIMIT", 10)

    [refusal] = read(file)
    assert isinstance(refusal, Refusal)
    assert refusal.reason.key == "register.too-large"


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="there is no file"):
        list(read(tmp_path / "nergens.json"))
    with pytest.raises(UsageError, match="is a folder"):
        list(read(tmp_path))
