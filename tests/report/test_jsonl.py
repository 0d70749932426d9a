"""JSON lines: the JSON report line by line, and nothing else."""

import io
import json
from itertools import islice
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algocheck.model import Report
from algocheck.report import Style
from algocheck.report.json_ import document
from algocheck.report.jsonl import lines, write
from hostile import HOSTILE, about_the_run, covered, hostile, one_of_each, variants
from judges import jsonl
from judges.jsonl import LISTS, put_together
from reports import told


def read(report: Report) -> list[dict[str, Any]]:
    return jsonl.read(told(report, "jsonl"))


def test_put_together_again_the_lines_are_the_json_report():
    for report in islice(variants(one_of_each()), 0, 64, 9):
        assert put_together(read(report)) == json.loads(json.dumps(document(report)))


def test_the_first_line_tells_of_the_run_and_the_last_how_it_ended():
    report = about_the_run(covered(one_of_each()))
    first, *between, last = read(report)

    assert (first["type"], last["type"]) == ("run", "summary")
    assert not {"run", "summary"} & {line["type"] for line in between}
    assert first["report_version"] == 1
    assert first["bundles"][0]["digest"] == f"sha256:{report.bundles[0].digest}"
    assert last["passes"] is report.passes
    assert last["counts"]["manifests"] == len(report.verdicts)


def test_each_line_about_a_manifest_names_it():
    about_one = [line for line in read(one_of_each()) if line["type"] in LISTS]

    assert len(about_one) > 100
    for line in about_one:
        assert line["file"] == line["location"]["file"]
        assert {"document", "manifest"} <= line.keys()


def test_every_kind_of_line_has_been_seen():
    kinds = {line["type"] for line in lines(about_the_run(one_of_each()))}

    assert kinds == {"run", "rule", "manifest", "summary", *LISTS}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(HOSTILE, st.text()))
def test_whatever_somebody_writes_a_record_is_one_line(text):
    report = hostile(text)
    written = told(report, "jsonl")

    assert all(each.isprintable() or each == "\n" for each in written)
    assert written.splitlines() == written.split("\n")[:-1]
    assert put_together(read(report)) == json.loads(json.dumps(document(report)))


def test_neither_language_nor_width_nor_colour_changes_a_byte():
    report = one_of_each()
    styles = (Style(), Style("nl"), Style(width=40, colour=True), Style(everything=True))

    assert len({told(report, "jsonl", style) for style in styles}) == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_a_stream_of_another_encoding_gets_the_same_lines(encoding):
    report = one_of_each()
    stream = io.TextIOWrapper(io.BytesIO(), encoding, errors="backslashreplace", newline="\n")
    write(report, stream, Style())
    stream.flush()

    text = stream.buffer.getvalue().decode(encoding)
    assert [json.loads(line) for line in text.splitlines()] == read(report)
