from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.manifest import limits
from algocheck.manifest.discover import Source
from algocheck.manifest.load import load
from algocheck.words import say

MINE = "manifest_version: 1\n"


@pytest.fixture
def given_file(tmp_path):
    """Load a file with some content, named outright or found in a directory."""

    def load_it(content, *, name="m.yaml", named=True, skip_others=False):
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return load(Source(name, file, named), skip_others=skip_others)

    return load_it


def stdin(content):
    return load(Source("<stdin>", None, named=True, content=content.encode()))


def told(loaded):
    """Return every fault as place, rule and sentence."""
    return [
        f"{fault.location.line}:{fault.location.column} {fault.rule.id}: {say(fault.problem, 'en')}"
        for document in loaded.documents
        for fault in document.faults
    ]


def rules(loaded):
    return [fault.rule.id for document in loaded.documents for fault in document.faults]


@pytest.mark.parametrize(
    ("written", "value", "fault"),
    [
        ("a: no", "no", None),
        ("a: yes", "yes", None),
        ("a: on", "on", "reading/ambiguous-value"),
        ("a: 2024-01-01", "2024-01-01", None),
        ("a: 0777", 777, "reading/ambiguous-value"),
        ("a: 2021.10", 2021.1, None),
        ("a: '1.10'", "1.10", None),
        ("a: 1\na: 1", None, "reading/duplicate-key"),
        ("a: {<<: {b: 1}}", {}, "reading/merge-key"),
        ("a: .inf", None, "reading/not-json"),
        ("a: !!binary aGk=", None, "reading/not-json"),
        ("a: !!python/name:os.system", None, "reading/not-json"),
        ("a: &x [*x]", [None], "reading/alias"),
        ("a: x\r\nb: y\r\n", "x", None),
        ("a: \t x", "x", None),
    ],
)
def test_what_people_write_has_one_reading_or_a_fault(given_file, written, value, fault):
    loaded = given_file(MINE + written)

    assert loaded.documents[0].value["a"] == value
    assert rules(loaded) == ([fault] if fault else [])
    assert not loaded.documents[0].broken


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (MINE.encode("utf-16"), "reading/encoding"),
        (MINE.encode() + b"a: caf\xe9", "reading/encoding"),
        (f"{MINE}note: fine\x85objection: yes", "reading/forbidden-character"),
        (f"{MINE}a: \x00", "reading/forbidden-character"),
        (f"{MINE}a: \u202eb", "reading/forbidden-character"),
        (MINE + "a: [" * 200, "reading/too-large"),
        (MINE + "a: '", "reading/unreadable"),
        (MINE + "#" * limits.BYTES, "reading/too-large"),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_a_manifest_that_cannot_be_read_is_a_fault_wherever_it_was_found(
    given_file, content, fault, named
):
    loaded = given_file(content, named=named)

    assert rules(loaded) == [fault]
    assert loaded.documents[0].broken
    assert loaded.skipped == 0


@pytest.mark.parametrize(
    "content",
    [
        "services: {web: {image: x}}",
        "- a list",
        "",
        "# nothing but a note",
        "{{ helm }}: [",
        "a: 'open",
        b"\xff\xfea\x00",
        b"\x00\x01\x02",
        "x" * (limits.BYTES + 1),
    ],
)
def test_another_file_in_a_directory_is_skipped_and_counted(given_file, content):
    loaded = given_file(content, named=False)

    assert (loaded.documents, loaded.skipped) == ((), 1)
    assert given_file(content, skip_others=True) == loaded


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("services: {}", "no key manifest_version"),
        ("- a list", "no key manifest_version"),
        ("", "nothing in this file"),
        ("# nothing but a note", "nothing in this file"),
        ("---\n---\n", "nothing in this file"),
        ("manifest_verison: 1", 'did you mean it by "manifest_verison"?'),
        ("kind: supplier\nalgorithm: {}", "blocks of a manifest are here: algorithm"),
    ],
)
def test_a_file_that_was_named_and_is_no_manifest_is_a_fault(given_file, content, words):
    loaded = given_file(content)

    assert rules(loaded) == ["reading/not-a-manifest"]
    assert words in told(loaded)[0]
    assert loaded.documents[0].broken
    assert loaded.documents[0].value is None


@pytest.mark.parametrize("content", ["manifest-version: 1", "kind: supplier\nalgorithm: {}"])
def test_what_was_meant_as_a_manifest_is_a_fault_even_in_a_directory(given_file, content):
    assert rules(given_file(content, named=False)) == ["reading/not-a-manifest"]
    assert rules(given_file(content, skip_others=True)) == ["reading/not-a-manifest"]


def test_the_manifest_of_a_browser_extension_is_skipped_unless_it_is_named(given_file):
    content = '{"manifest_version": 3, "name": "x", "version": "1"}'

    assert given_file(content, name="manifest.json", named=False).skipped == 1
    assert given_file(content, name="manifest.json").documents[0].value["manifest_version"] == 3


def test_each_document_of_a_file_is_a_manifest_and_empty_ones_are_counted(given_file):
    loaded = given_file(f"---\n---\n{MINE}--- # note\n{MINE}---\n")

    assert [document.number for document in loaded.documents] == [2, 3]
    assert loaded.empty == 2


def test_beside_a_manifest_every_document_has_to_be_one(given_file):
    loaded = given_file(f"{MINE}---\nother: 1\n---\n- 1\n", named=False)

    assert told(loaded) == [
        f"{line} reading/not-a-manifest: this document has no key manifest_version, "
        "and every document in this file has to be a manifest"
        for line in ("3:1", "5:1")
    ]
    assert [document.broken for document in loaded.documents] == [False, True, True]


def test_a_file_of_many_other_documents_is_one_fault(given_file):
    assert rules(given_file("a: 1\n---\nb: 2\n---\nc: 3")) == ["reading/not-a-manifest"]


def test_a_manifest_before_a_fault_in_the_syntax_is_kept(given_file):
    loaded = given_file(f"{MINE}---\na: [\n", named=False)

    assert loaded.documents[0].value == {"manifest_version": 1}
    assert [document.broken for document in loaded.documents] == [False, True]


def test_json_goes_by_its_suffix_and_is_read_strictly(given_file):
    assert given_file('{"manifest_version": 1}', name="m.JSON").documents[0].value
    assert "no comma" in told(given_file('{"manifest_version": 1,}', name="m.json"))[0]
    assert not given_file('{"manifest_version": 1,}', name="m.yaml").documents[0].faults
    assert "nothing in this file" in told(given_file(" \n", name="m.json"))[0]


@pytest.mark.parametrize(
    "written", [r'"\ud83d\ude00"', '"\x7f"', '"\u2028"', f'{{"{"k" * 2000}": 1}}', "1e3", "0.1e-7"]
)
def test_what_is_json_is_never_refused_as_yaml(given_file, written):
    text = f'{{"manifest_version": 1, "a": {written}}}'

    assert not given_file(text, name="m.json").documents[0].faults
    assert not stdin(text).documents[0].faults
    if "\x7f" not in text and "\u2028" not in text:  # which a file called YAML may not hold
        assert not given_file(text, name="m.yaml").documents[0].faults


def test_standard_input_may_be_json_or_yaml():
    assert stdin('\n{"manifest_version": 1}').documents[0].value == {"manifest_version": 1}
    assert stdin("manifest_version: 1").documents[0].value == {"manifest_version": 1}
    assert stdin("{manifest_version: 1}").documents[0].value == {"manifest_version": 1}
    assert "JSON" in told(stdin('{"manifest_version": 1, "a" 2}'))[0]
    assert "JSON" not in told(stdin("{manifest_version: 1, a 2"))[0]
    assert "nothing" in told(stdin(""))[0]


def test_what_cannot_be_opened_is_named_and_the_next_file_is_read(tmp_path):
    loaded = load(Source("gone.yaml", tmp_path / "gone.yaml", named=False))

    assert told(loaded) == ["1:1 reading/cannot-open: the file was found and is now gone"]
    assert loaded.documents[0].broken


@given(st.binary() | st.text().map(str.encode), st.booleans(), st.booleans())
def test_no_content_crashes_or_passes_in_silence(content, named, mine):
    content = MINE.encode() + content if mine else content

    loaded = load(Source("<stdin>", None, named, content=content))

    assert loaded.documents or loaded.skipped
    if named or mine:
        assert loaded.documents


def test_real_records_are_no_manifests_and_are_said_to_be_so(shared_data: Path):
    records = sorted(shared_data.glob("register-records/**/*.json"))

    assert records
    for file in records:
        assert load(Source(file.name, file, named=False)).skipped == 1
        assert rules(load(Source(file.name, file, named=True))) == ["reading/not-a-manifest"]
