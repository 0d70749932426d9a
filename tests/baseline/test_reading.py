"""What a machine wrote is read as it was written; what a person made of it is refused."""

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algocheck.baseline.entries import Baseline, Entry, merged
from algocheck.baseline.keep import created
from algocheck.baseline.limits import BYTES
from algocheck.baseline.reading import parse, read, schema
from algocheck.baseline.writing import text, write
from algocheck.errors import ConfigError, UsageError
from algocheck.manifest.schema.fits import KEYWORDS
from algocheck.model import BundleName, Severity
from manifests import as_json, mutated
from reports import example_texts, report_on

BASELINE = created(report_on(*example_texts())).baseline
WRITTEN = text(BASELINE)

names = st.text(max_size=20)
days = st.dates().map(lambda day: day.isoformat())
ids = st.builds("{}/{}".format, st.sampled_from(["privacy", "house"]), st.sampled_from("abc"))
entries = st.builds(
    Entry,
    manifest=names,
    rule=ids,
    subject=names.map(lambda place: f"{place}#absent"),
    severity=st.sampled_from(Severity),
    since=days,
    times=st.integers(1, 5),
    rules=st.just(()),
    reason=names,
)
baselines = st.builds(
    Baseline,
    made=days,
    bundles=st.just((BundleName("algocheck", "2026.11", "0" * 64),)),
    entries=st.lists(entries, max_size=4).map(merged),
    namesakes=st.dictionaries(names, st.integers(2, 9), max_size=2),
    file=st.just("b.json"),
    lines=st.just({}),
)


def refused(content: str | bytes) -> str:
    """Return what is said of *content*, in English."""
    with pytest.raises(ConfigError) as error:
        parse(content.encode() if isinstance(content, str) else content, "b.json")
    return str(error.value)


@given(baselines)
def test_what_is_written_is_what_is_read(baseline):
    written = text(baseline)
    again = parse(written.encode(), "b.json")

    assert again._replace(lines={}) == baseline
    assert text(again) == written
    jsonschema_rs.validator_for(schema()).validate(json.loads(written))


@settings(max_examples=30)  # each is evaluated
@given(mutated())
def test_whatever_a_manifest_holds_its_baseline_can_be_read_again(manifest):
    baseline = created(report_on(as_json(manifest))).baseline
    written = text(baseline)

    assert parse(written.encode(), "b.json").entries == baseline.entries
    assert all(line.isprintable() for line in written.splitlines())


def test_a_change_of_one_entry_changes_its_lines_alone():
    first, *rest = BASELINE.entries
    fewer = text(BASELINE._replace(entries=tuple(rest)))
    changed = set(WRITTEN.splitlines()) ^ set(fewer.splitlines())

    assert first.fingerprint in WRITTEN
    assert len(changed) <= 3


def test_an_entry_is_found_at_its_line():
    baseline = parse(WRITTEN.encode(), "b.json")
    lines = WRITTEN.splitlines()

    assert baseline.lines.keys() == {entry.fingerprint for entry in baseline.entries}
    assert all(print_ in lines[line - 1] for print_, line in baseline.lines.items())


def test_the_quick_look_knows_every_keyword_of_the_schema():
    def keywords(node: Any) -> set[str]:
        below = [
            *node.get("properties", {}).values(),
            *([node["items"]] if "items" in node else []),
        ]
        return set(node).union(*map(keywords, below))

    assert keywords(schema()) - {"$schema", "title", "description"} <= KEYWORDS


@given(st.data())
def test_what_does_not_fit_the_schema_is_refused(data):
    document = json.loads(WRITTEN)
    document["entries"] = document["entries"][:2]
    place = data.draw(st.sampled_from(["made", "bundles", "entries", "baseline_version", "0", "1"]))
    junk = data.draw(
        st.sampled_from([None, True, 2, -1, 1.5, "", "x", "2026-13-01", [], {}, [[]], [{}]])
    )
    if place in "01":
        entry = document["entries"][int(place)]
        key = data.draw(st.sampled_from([*entry, "times", "reason", "rules", "of_mine"]))
        entry[key] = junk
    else:
        document[place] = junk
    judge = jsonschema_rs.validator_for(schema())
    try:
        parse(json.dumps(document).encode(), "b.json")
    except ConfigError:
        return
    assert judge.is_valid(document)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"manifest": "another"}, id="another manifest"),
        pytest.param({"rule": "privacy/no-lawful-basis"}, id="another rule"),
        pytest.param({"subject": "data#absent"}, id="another subject"),
        pytest.param({"fingerprint": "0" * 16}, id="another fingerprint"),
        pytest.param({"times": 0}, id="no times"),
        pytest.param({"rules": ["privacy/no-lawful-basis"]}, id="rules of no question"),
        pytest.param({"since": "2026-02-30"}, id="no day"),
        pytest.param({"severity": "grave"}, id="no severity"),
        pytest.param({"reason": "x" * 1001}, id="an endless reason"),
        pytest.param({"note": "of mine"}, id="a key of one's own"),
    ],
)
def test_an_edited_entry_is_refused_with_its_place(change):
    document = json.loads(WRITTEN)
    number = 3
    assert "rules" not in document["entries"][number]
    document["entries"][number] |= change

    said = refused(json.dumps(document))

    assert f"b.json: entries[{number + 1}]." in said
    assert "algocheck baseline create" in said


def test_an_entry_that_stands_there_twice_is_refused():
    document = json.loads(WRITTEN)
    document["entries"].append(copy.deepcopy(document["entries"][0]))

    assert f"entries[{len(document['entries'])}].fingerprint" in refused(json.dumps(document))


@pytest.mark.parametrize("missing", ["made", "bundles", "entries"])
def test_what_is_missing_is_named(missing):
    document = json.loads(WRITTEN)
    del document[missing]

    assert f"b.json: {missing} is not" in refused(json.dumps(document))


def test_another_version_says_which_one_is_read():
    said = refused(WRITTEN.replace('"baseline_version": 1', '"baseline_version": 2'))

    assert "version 2" in said
    assert "reads version 1" in said


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{", id="cut off"),
        pytest.param(b"\xff\xfe{}", id="another encoding"),
        pytest.param(b'{"made": 1, "made": 2}', id="a key twice"),
        pytest.param(b"[" * 100_000, id="too deep"),
        pytest.param(b'{"baseline_version": ' + b"1" * 9999 + b"}", id="an endless number"),
        pytest.param(b"<<<<<<< ours\n{}\n", id="a conflict"),
    ],
)
def test_what_is_no_json_is_refused(content):
    assert "algocheck baseline update" in refused(content)


def test_a_broken_line_is_named():
    assert "b.json:2:" in refused('{"baseline_version": 1,\n <<<<<<< ours')


@pytest.mark.parametrize("content", ["[]", "null", '"text"', "1", "{}"])
def test_other_json_is_refused(content):
    assert "b.json: " in refused(content)


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path):
    file = tmp_path / "b.json"
    with file.open("wb") as stream:
        stream.truncate(BYTES + 1)

    with pytest.raises(ConfigError, match="64 MiB"):
        read(file)


def test_a_folder_is_no_baseline(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        read(tmp_path)


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "b.json").symlink_to("real.json")
    write(BASELINE, tmp_path / "b.json")

    assert (tmp_path / "b.json").is_symlink()
    assert (tmp_path / "real.json").read_text("utf-8") == WRITTEN


def test_what_cannot_be_written_leaves_what_was_there(tmp_path):
    file = tmp_path / "b.json"
    file.write_text("as it was", "utf-8")
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))  # as a full disk would be
    try:
        with pytest.raises(UsageError, match=r"b\.json: the baseline cannot be written"):
            write(BASELINE, file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert file.read_text("utf-8") == "as it was"


def test_what_is_too_large_to_be_read_again_is_not_written(tmp_path):
    (entry,) = BASELINE.entries[:1]
    huge = BASELINE._replace(entries=(entry._replace(manifest="x" * (BYTES + 1)),))

    with pytest.raises(UsageError, match="64 MiB"):
        write(huge, tmp_path / "b.json")
    assert list(Path(tmp_path).iterdir()) == []
