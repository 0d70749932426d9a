"""CSV: everything to act on as a table, which opens in a spreadsheet and computes nothing there."""

import csv
import io
import re
from itertools import islice
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algocheck.model import Outcome, Report
from algocheck.report import Style
from algocheck.report.alerts import alerts
from algocheck.report.csv_ import COLUMNS, SEPARATORS, write
from algocheck.words.plain import harmless
from hostile import HOSTILE, about_the_run, covered, hostile, nothing_asked, one_of_each, variants
from judges.csv_ import opened
from reports import told

DUTCH = Style("nl")
SIGNS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
FORMULAS = st.lists(
    st.sampled_from(
        [
            *("=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(1)", '=HYPERLINK("x")', "\uff1d1"),
            *(";", ",", "\t", "|", '"', "'", " ", "\n", "\r", "\ufeff", "\x00", "word", "a;=1"),
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)


def rows_of(report: Report, style: Style | None = None) -> list[dict[str, str]]:
    text = told(report, "csv", style or Style())
    assert text.startswith("\ufeff")
    separator = SEPARATORS[(style or Style()).language]
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=separator, strict=True))


@pytest.mark.parametrize("style", [Style(), DUTCH], ids=["en", "nl"])
def test_another_reader_finds_the_separator_and_the_same_rows_by_itself(duckdb, style, tmp_path):
    report = about_the_run(covered(one_of_each()))
    file = tmp_path / "report.csv"
    with file.open("w", encoding="utf-8", newline="\n") as stream:
        write(report, stream, style)

    assert opened(duckdb, file) == rows_of(report, style)


def test_every_alert_has_its_row_and_every_manifest_one_of_its_own():
    for report in islice(variants(one_of_each()), 0, 64, 9):
        rows = rows_of(report)
        expected = list(alerts(report, "en"))
        told_alerts = [row for row in rows if row["fingerprint"]]
        assert [row["fingerprint"] for row in told_alerts] == [a.fingerprint for a in expected]
        for row, alert in zip(told_alerts, expected, strict=True):
            assert row["level"] == alert.level
            assert row["severity"] == alert.severity.word
            assert row["line"] == str(alert.location.line)
            assert row["begins"] == alert.begins
            assert row["waiver_expires"] == (alert.waiver.expires if alert.waiver else "")
            assert row["baseline"] == (alert.baseline or "")
        manifests = [row for row in rows if row["record"] == "manifest"]
        assert [(row["file"], row["status"]) for row in manifests] == [
            (verdict.file, report.status(verdict)) for verdict in report.verdicts
        ]


def test_the_first_row_tells_what_the_run_comes_down_to():
    report = one_of_each()
    passing = tuple(each for each in report.verdicts if report.status(each) == "compliant")
    rows = rows_of(report), rows_of(report._replace(verdicts=passing))

    assert [each[0]["record"] for each in rows] == ["run", "run"]
    assert [each[0]["status"] for each in rows] == ["does_not_pass", "passes"]
    assert report.bundles[0].digest in rows[0][0]["message"]
    assert report.today in rows[0][0]["message"]


def test_the_outcome_of_a_row_is_that_of_its_rule():
    report = one_of_each()
    verdicts = {(each.file, str(each.document)): each for each in report.verdicts}
    seen = set()
    for row in rows_of(report):
        if row["record"] != "alert":
            continue
        seen.add(row["outcome"])
        answers = {a.rule.id: a for a in verdicts[(row["file"], row["document"])].answers}
        if answer := answers.get(row["alert"]):
            assert row["outcome"] == answer.outcome
        else:
            assert row["outcome"] == (
                "unknown" if row["alert"].startswith("question/") else "fault"
            )

    assert seen == {Outcome.FAIL, Outcome.UNKNOWN, Outcome.UPCOMING, "fault"}


def test_every_rule_that_is_not_yet_in_force_has_a_row():
    report = one_of_each()
    upcoming = {
        (verdict.file, answer.rule.id, answer.begins or "undecided")
        for verdict in report.verdicts
        for answer in verdict.answers
        if answer.outcome is Outcome.UPCOMING
    }
    rows = [row for row in rows_of(report) if row["outcome"] == Outcome.UPCOMING]

    assert {(row["file"], row["alert"], row["begins"]) for row in rows} == upcoming
    assert {row["level"] for row in rows} == {"note"}


def test_a_manifest_of_which_nothing_was_asked_is_told():
    assert [row["status"] for row in rows_of(nothing_asked())[1:]] == ["unevaluated"] * 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(FORMULAS, HOSTILE), st.sampled_from([Style(), DUTCH]))
def test_no_cell_is_computed_by_a_spreadsheet_whatever_it_takes_for_a_separator(text, style):
    report = hostile(text)
    written = told(report, "csv", style)
    assert rows_of(report, style)
    for separator in (",", ";", "\t", "|"):
        for row in csv.reader(io.StringIO(written[1:]), delimiter=separator):
            for cell in row:
                assert not cell.lstrip(' "').startswith(SIGNS)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(FORMULAS, HOSTILE, st.text()))
def test_a_line_is_a_row_and_a_value_comes_back_but_for_what_would_be_computed(text):
    report = hostile(text)
    written = told(report, "csv")
    rows = rows_of(report)

    assert len(written.splitlines()) == len(rows) + 1
    wanted = harmless(text)
    for row in rows:
        assert None not in row
        if row["record"] == "manifest":
            assert without_apostrophes(row["title"]) == without_apostrophes(wanted)


def without_apostrophes(text: str) -> str:
    return text.replace("'", "")


def test_an_ordinary_cell_is_left_as_it_is():
    rows = rows_of(one_of_each())
    texts = {value for row in rows for value in row.values()}

    assert 'transparency.ai_interaction_disclosed is "no"' in texts
    assert "Vragen beantwoorden met een chatbot" in texts
    added = [text for text in texts if re.search("(^|[;,|] ?)'[=+@-]", text)]
    assert len(added) < len(texts) / 50


def test_the_columns_are_the_same_in_every_language_and_the_texts_are_not():
    report = one_of_each()
    english, dutch = rows_of(report), rows_of(report, DUTCH)
    for_machines = set(COLUMNS) - {"message", "required", "remedy", "laws"}

    assert tuple(english[0]) == tuple(dutch[0]) == COLUMNS

    def machine(row: dict[str, Any]) -> dict[str, Any]:
        # A law may have an address in each language.
        return {key: row[key] for key in for_machines - {"urls"}}

    assert [machine(row) for row in english] == [machine(row) for row in dutch]
    assert english != dutch


def test_a_stream_that_is_not_utf_8_gets_no_byte_order_mark():
    stream = io.TextIOWrapper(io.BytesIO(), "cp1252", errors="backslashreplace")
    write(one_of_each(), stream, Style())
    stream.flush()

    assert stream.buffer.getvalue().startswith(b"record,file,")


def test_neither_width_nor_colour_changes_a_byte():
    report = one_of_each()

    assert told(report, "csv") == told(report, "csv", Style(width=40, colour=True, everything=True))
