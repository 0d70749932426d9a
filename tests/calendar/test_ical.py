"""iCalendar that real calendars read: judged by the parser of Thunderbird and Nextcloud."""

import io
from functools import partial

import pytest

from algocheck.calendar.ical import write
from algocheck.calendar.listing import listing
from algocheck.model import EntryKind
from algocheck.report import Style
from calendars import manifest, told
from judges import ical

REVIEW = "monitoring: {{next_review: {}}}\n"
HOSTILE = 'a; b, c\\\\d \\"e\\" \\e[31m \\u202e \\u00e9\\U0001f600 ' * 4


@pytest.fixture
def read(ical_parser):
    """Read a calendar with ical.js."""
    return partial(ical.read, ical_parser)


@pytest.fixture
def events(of_laws, read):
    def of(*texts, language="en", **changes):
        found = read(told(of_laws.report(*texts, **changes), "ical", Style(language)))["events"]
        return {event["summary"]: event for event in found}

    return of


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_foreign_parser_reads_every_entry_of_the_examples(of_examples, read, language):
    calendar = read(told(of_examples, "ical", Style(language)))
    listed = listing(of_examples)
    entries = [*listed.overdue, *listed.coming]
    laws = {(each.day, each.location.file) for each in entries if each.kind is EntryKind.LAW}
    others = [each for each in entries if each.kind is not EntryKind.LAW]

    assert calendar["properties"]["version"] == "2.0"
    assert len(calendar["events"]) == len(laws) + len(others)
    assert {event["day"] for event in calendar["events"]} == {each.day for each in entries}
    assert all(event["allDay"] for event in calendar["events"])
    assert {event["transparent"] for event in calendar["events"]} == {"TRANSPARENT"}
    assert {event["stamp"] for event in calendar["events"]} == {"2026-01-01T00:00:00Z"}
    names = [event["uid"] for event in calendar["events"]]
    assert len(set(names)) == len(names)


def test_an_event_says_what_is_due_where_and_who_acts(events):
    (event,) = (
        each
        for summary, each in events(manifest(REVIEW.format("2027-03-01"))).items()
        if summary.startswith("Next review")
    )

    assert event["summary"] == "Next review: Parking permits"
    assert event["description"].splitlines() == [
        "Next review",
        "acts: deployer (the organisation that uses it)",
        "1.yaml:4:14  Parking permits",
    ]
    assert event["categories"] == ["algocheck", "Due"]


def test_what_a_law_asks_of_one_manifest_is_one_event_with_its_address(events):
    found = events(manifest("ai_act: {ai_system: yes}\n"), today="2026-07-01", until="2026-09-01")
    (event,) = found.values()

    assert event["day"] == "2026-08-02"
    assert event["url"].startswith("https://eur-lex.europa.eu/")
    assert "transparency/undisclosed-ai (TR-10)" in event["description"]
    assert event["summary"].endswith(": Parking permits")


def test_an_event_reminds_of_itself_thirty_days_ahead_unless_that_is_past(events):
    days = ["2026-11-01", "2026-12-22", "2026-12-23", "2026-12-24"]
    alarms = {
        event["day"]: event["alarms"]
        for day in days
        for event in events(manifest(REVIEW.format(day)), until="2027-01-01").values()
    }

    assert alarms == {
        "2026-11-01": [],
        "2026-12-22": [],
        "2026-12-23": ["-P30D"],
        "2026-12-24": ["-P30D"],
    }


def test_what_is_overdue_says_so(events):
    found = events(manifest(REVIEW.format("2026-11-01")), until="2026-12-01", language="nl")

    assert list(found) == ["te laat: Volgende evaluatie: Parking permits"]


def test_an_event_keeps_its_name_when_its_day_moves_and_a_later_list_is_the_newer(events):
    (before,) = events(manifest(REVIEW.format("2027-01-01")), until="2027-02-01").values()
    moved = "# a line more\n" + manifest(REVIEW.format("2027-01-15"))
    (after,) = events(moved, today="2026-12-01", until="2027-02-01").values()

    assert before["uid"] == after["uid"]
    assert before["day"] != after["day"]
    assert before["sequence"] < after["sequence"]


def test_two_files_about_one_algorithm_lose_no_event(of_laws, read):
    text = manifest(REVIEW.format("2027-01-01"))
    found = read(told(of_laws.report(text, text, until="2027-02-01"), "ical"))["events"]

    assert len({event["uid"] for event in found}) == 2


def test_hostile_text_stays_text(events):
    text = manifest(REVIEW.format("2027-01-01")).replace("Parking permits", f'"{HOSTILE}"')
    ((summary, event),) = events(text, until="2027-02-01").items()

    assert 'a; b, c\\d "e" \\x1b[31m \\u202e é😀' in summary
    assert summary.count("a; b, c") == event["description"].count("a; b, c") == 4


def test_every_line_is_short_and_ends_as_the_standard_has_it(of_laws):
    text = manifest(REVIEW.format("2027-01-01")).replace("Parking permits", f'"{HOSTILE}"')
    written = told(of_laws.report(text, until="2027-02-01"), "ical").encode()

    assert written.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert max(len(line) for line in written.split(b"\r\n")) <= 75


def test_the_same_report_gives_the_same_bytes(of_examples):
    assert told(of_examples, "ical") == told(of_examples, "ical")


def test_a_console_in_another_encoding_gets_utf_8(of_laws):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252", newline="\r\n")
    text = manifest(REVIEW.format("2027-01-01")).replace("Parking permits", "é€")
    write(of_laws.report(text, until="2027-02-01"), stream, Style())
    stream.flush()

    assert "é€" in raw.getvalue().decode("utf-8")
    assert b"\r\r\n" not in raw.getvalue()


def test_nothing_to_do_is_a_calendar_without_events(of_laws, read):
    report = of_laws.report(manifest(status="out_of_use"), until="2026-12-01")

    assert read(told(report, "ical"))["events"] == []
