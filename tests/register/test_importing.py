"""Every record becomes a manifest or is refused; what people wrote is never overwritten."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from algocheck.errors import UsageError
from algocheck.manifest.formats import FORMATS
from algocheck.manifest.schema import schema
from algocheck.register import vocabulary
from algocheck.register.importing import Fate, import_files
from algocheck.register.json_records import json_records
from algocheck.register.links import link
from algocheck.register.mapping import manifest_of, origin
from algocheck.register.record import Record
from algocheck.register.refusal import Refused
from algocheck.register.render import render
from algocheck.register.standard import ALIASES, PAIRS
from algocheck.register.tables import table_records
from algocheck.register.text import plain
from algocheck.register.values import choice, month
from register.records import COLUMNS

FORMAT_CHECKER = jsonschema.FormatChecker(())
for name, check in FORMATS.items():
    FORMAT_CHECKER.checks(name)(
        lambda value, check=check: not isinstance(value, str) or check(value)
    )
VALIDATOR = jsonschema.Draft202012Validator(schema(), format_checker=FORMAT_CHECKER)

ONE = {"name": "Parkeren", "organization": "Gemeente Noorderhaaks", "goal": "Sneller."}


def faults(manifest):
    """Return how *manifest* breaks the schema; prose that is too long is kept, and reported."""
    return [
        f"{error.json_path}: {error.message}"
        for error in VALIDATOR.iter_errors(manifest)
        if error.validator != "maxLength"
    ]


def texts(value):
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


def letters(text):
    return "".join(filter(str.isalnum, text.casefold()))


TABLES = (
    vocabulary.STATUSES,
    vocabulary.CATEGORIES,
    vocabulary.LANGUAGES,
    vocabulary.VERSIONS,
    vocabulary.THEMES,
    vocabulary.SELF_LEARNING,
    dict.fromkeys(vocabulary.MADE_IN_HOUSE, "yes"),
)


def lost(raw, manifest):
    """Return the texts of *raw* that *manifest* neither holds nor has made a choice or month of."""
    # What was kept as found still has its markup.
    told = letters("|".join(form for text in texts(manifest) for form in (text, plain(text))))
    return [
        part
        for text in texts(raw)
        if not link(text) or letters(link(text)) not in told
        for part in re.split(r"[,;\n]|\b[0-9]+: ", plain(text))
        if letters(part) not in told
        and not month(part)
        and not any(choice(part.rstrip("."), table) for table in TABLES)
    ]


def write(path, value):
    path.write_text(json.dumps(value), "utf-8")
    return path


def fates(imported):
    return [each.fate for each in imported.manifests]


def real_files(data):
    found = [
        *(data / "register-records").rglob("*.json"),
        *(data / "supplier-templates").rglob("*.json"),
    ]
    return sorted(found)


def test_every_real_record_becomes_a_manifest_that_the_schema_takes(shared_data, tmp_path):
    imported = import_files(real_files(shared_data), tmp_path)

    assert [(each.file, each.reason.key) for each in imported.refusals] == [
        ("pre_computed.json", "register.no-records")
    ]
    assert imported.number_of(Fate.WRITTEN, "supplier") == 36
    assert imported.number_of(Fate.WRITTEN, "deployment") == 1530 + 90 + 4 + 3
    files = {each.file for each in imported.manifests}
    assert files == {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.yaml")}
    for file in sorted(files)[::7]:
        text = (tmp_path / file).read_text("utf-8")
        assert faults(yaml.load(text, Loader=yaml.CSafeLoader)) == []


def records_in(files: Iterable[Path]) -> list[Record]:
    """Return all records of *files*, of which none is refused."""
    found = [each for file in files for each in json_records(file.read_text("utf-8"), file.name)]
    records = [each for each in found if isinstance(each, Record)]
    assert records == found
    return records


def test_no_text_of_a_real_record_is_lost(shared_data):
    records = records_in(real_files(shared_data))

    assert len(records) > 1000
    for found in records:
        manifest = manifest_of(found)
        raw = {cell.key: cell.value for cells in found.cells.values() for cell in cells}
        assert faults(manifest) == []
        assert lost(raw, manifest) == []


def test_every_template_is_of_a_supplier_and_leaves_the_organisation_open(shared_data):
    records = records_in(sorted((shared_data / "supplier-templates").rglob("*.json")))

    assert len(records) == 36
    for found in records:
        manifest = manifest_of(found)
        assert manifest["kind"] == "supplier"
        assert "organization.name" in manifest["provenance"]["empty_fields"]


def test_what_looks_like_a_fact_in_the_oldest_records_is_not_taken_for_one(shared_data):
    records = records_in([shared_data / "register-records" / "init_testdata.parsed.json"])

    assert records
    for found in records:
        manifest = manifest_of(found)
        assert {"mprd", "dpia"} <= manifest["provenance"]["original"].keys()
        assert not {"technique", "self_learning"} & manifest.get("system", {}).keys()
        assert "assessments" not in manifest
        assert "revision_date" not in manifest["algorithm"]


def test_a_second_import_changes_nothing(tmp_path):
    file = write(tmp_path / "register.json", [ONE, ONE | {"name": "Chat"}])
    assert fates(import_files([file], tmp_path / "out")) == [Fate.WRITTEN, Fate.WRITTEN]
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.yaml")}

    assert fates(import_files([file], tmp_path / "out")) == [Fate.UNCHANGED, Fate.UNCHANGED]
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.yaml")} == before


def test_a_record_that_changed_is_written_again(tmp_path):
    import_files([write(tmp_path / "register.json", ONE)], tmp_path)
    changed = write(tmp_path / "register.json", ONE | {"goal": "Eerlijker."})

    assert fates(import_files([changed], tmp_path)) == [Fate.UPDATED]
    assert "Eerlijker." in (tmp_path / "gemeente-noorderhaaks" / "parkeren.yaml").read_text("utf-8")


def test_a_manifest_that_somebody_edited_is_kept_unless_forced(tmp_path):
    file = write(tmp_path / "register.json", ONE)
    import_files([file], tmp_path)
    manifest = tmp_path / "gemeente-noorderhaaks" / "parkeren.yaml"
    rendered = manifest.read_text("utf-8")
    edited = f"{rendered}chain:\n  policy_owner_role: beleidsadviseur\n"
    manifest.write_text(edited, "utf-8")

    assert fates(import_files([file], tmp_path)) == [Fate.KEPT]
    assert manifest.read_text("utf-8") == edited
    assert fates(import_files([file], tmp_path, force=True)) == [Fate.UPDATED]
    assert manifest.read_text("utf-8") == rendered


@pytest.mark.parametrize("there", [b"manifest_version: 1\n", b"\xff\xfe", b""])
def test_a_file_that_was_never_imported_is_kept(tmp_path, there):
    file = write(tmp_path / "register.json", ONE)
    manifest = tmp_path / "gemeente-noorderhaaks" / "parkeren.yaml"
    manifest.parent.mkdir()
    manifest.write_bytes(there)

    assert fates(import_files([file], tmp_path)) == [Fate.KEPT]
    assert manifest.read_bytes() == there


def test_line_ends_of_another_system_are_no_edit(tmp_path):
    file = write(tmp_path / "register.json", ONE)
    import_files([file], tmp_path)
    manifest = tmp_path / "gemeente-noorderhaaks" / "parkeren.yaml"
    manifest.write_bytes(manifest.read_bytes().replace(b"\n", b"\r\n"))

    assert fates(import_files([file], tmp_path)) == [Fate.UNCHANGED]


def test_a_dry_run_tells_the_same_and_writes_nothing(tmp_path):
    file = write(tmp_path / "register.json", ONE)

    assert fates(import_files([file], tmp_path / "out", dry_run=True)) == [Fate.WRITTEN]
    assert not (tmp_path / "out").exists()


def test_a_record_without_name_and_id_is_refused_by_its_position(tmp_path):
    nameless = {**ONE, "name": ""}
    imported = import_files([write(tmp_path / "register.json", [ONE, nameless])], tmp_path)

    assert fates(imported) == [Fate.WRITTEN]
    [refusal] = imported.refusals
    assert (refusal.position, refusal.reason.key) == (2, "register.no-identity")


def test_an_id_is_enough(tmp_path):
    file = write(tmp_path / "register.json", {**ONE, "name": None, "source_id": "NH-1"})

    [manifest] = import_files([file], tmp_path).manifests
    assert manifest.file == "gemeente-noorderhaaks/nh-1.yaml"


def test_a_file_named_twice_is_imported_once(tmp_path):
    file = write(tmp_path / "register.json", ONE)

    assert fates(import_files([file, file], tmp_path)) == [Fate.WRITTEN]


def test_where_nothing_can_be_written_is_said(tmp_path):
    file = write(tmp_path / "register.json", ONE)
    (tmp_path / "out").write_text("a file")

    with pytest.raises(UsageError, match="cannot be written"):
        import_files([file], tmp_path / "out")


def test_no_path_of_this_machine_is_in_a_manifest(tmp_path):
    import_files([write(tmp_path / "register.json", ONE)], tmp_path / "out")

    [manifest] = (tmp_path / "out").rglob("*.yaml")
    assert tmp_path.name not in manifest.read_text("utf-8")


def test_the_same_record_gives_the_same_bytes_in_another_process(tmp_path):
    file = write(tmp_path / "register.json", ONE | {"tags": "a,b,c", "category": ["Werk", "Recht"]})
    code = (
        "import sys, pathlib; from algocheck.register.importing import import_files;"
        "import_files([pathlib.Path(sys.argv[1])], pathlib.Path(sys.argv[2]))"
    )
    for folder in ("a", "b"):
        subprocess.run([sys.executable, "-c", code, file, tmp_path / folder], check=True)

    [a], [b] = ([*(tmp_path / folder).rglob("*.yaml")] for folder in ("a", "b"))
    assert a.read_bytes() == b.read_bytes()


NAMES = st.sampled_from(
    sorted({*COLUMNS, *ALIASES, *(name for pair in PAIRS for name in pair), "id", "lars", "org_id"})
) | st.text(max_size=12)
WORDS = (
    st.text(max_size=60)
    | st.sampled_from([key for table in TABLES for key in table])
    | st.sampled_from(
        ["n.v.t.", "none", "unknown", "True", "44497", "03-2021", "2021", "14010", "IAMA", "gm0363"]
    )
    | st.sampled_from(
        [
            "https://a.example/x",
            " https://a.example/¶graaf=2 ",
            "1: Awb, https://a.example 2: Woo, n.v.t.",
            "BRP: https://a.example\nBAG: https://b.example",
            "<p>Een <b>zin</b> & <tabel></p><ul><li>punt</li></ul>",
        ]
    )
)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS
PAIRED = st.fixed_dictionaries({"title": PLAIN, "link": PLAIN})
VALUES = st.recursive(
    PLAIN | st.lists(PAIRED, max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)
RECORDS = st.dictionaries(NAMES, VALUES, max_size=12).map(
    lambda raw: (
        raw | {key: value for key, value in ONE.items() if not isinstance(raw.get(key), str)}
    )
)


@given(RECORDS)
def test_any_record_in_json_becomes_a_manifest_that_says_all_of_it(raw):
    for found in json_records(json.dumps(raw), "register.json"):
        if isinstance(found, Refused):
            continue
        manifest = manifest_of(found)
        named = {"name", "id"} & manifest.get("algorithm", {}).keys()
        assert not named or faults(manifest) == []
        assert lost(raw, manifest) == []
        read_back = yaml.load(render(manifest, origin(found)), Loader=yaml.CSafeLoader)
        assert read_back == manifest


@given(
    st.lists(st.lists(WORDS, min_size=6, max_size=6), max_size=4),
    st.permutations(COLUMNS).map(lambda columns: ["name", "organization", *columns[:4]]),
    st.sampled_from(",;\t|"),
)
def test_any_row_of_a_table_becomes_a_manifest_or_is_refused(rows, columns, delimiter):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([columns, *rows])
    found, reason = outcome(table_records, text.getvalue())

    assert reason in {"", "register.no-records", "register.no-csv"}
    for record in found:
        assert isinstance(record, Record)
        manifest = manifest_of(record)
        assert "algorithm" not in manifest or faults(manifest) == []


def outcome(read, text):
    """Return what *read* makes of *text*, and the key of its reason if it stopped."""
    found = []
    try:
        found.extend(read(text, "file"))
    except Refused as refused:
        return found, refused.reason.key
    return found, ""


@given(st.text())
def test_any_text_is_read_or_refused(text):
    for read in (json_records, table_records):
        found, reason = outcome(read, text)
        assert not found or not reason
