"""The calendar for a reader: day by day, on 80 columns, with where and who; nothing left unsaid."""

import pytest

from algocheck.report import Style
from calendars import manifest, told
from support import TODAY

REVIEW = "monitoring: {{next_review: {}}}\n"


@pytest.fixture
def text_of(of_laws):
    def of(*texts, style=None, **changes):
        return told(of_laws.report(*texts, **changes), "text", style)

    return of


def test_nothing_to_do_is_said(text_of):
    said = text_of(manifest(status="out_of_use"), until="2027-01-31")

    assert "nothing is due up to and including 2027-01-31" in said
    assert "1 algorithm is out of use: no review of it is due" in said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "2026-11-23  Monday, today"),
        ("2026-11-24", "2026-11-24  Tuesday, in 1 day\n"),
        ("2027-11-23", "2027-11-23  Tuesday, in 365 days"),
        ("2026-11-22", "2026-11-22  Sunday, 1 day ago"),
        ("2025-11-23", "2025-11-23  Sunday, 365 days ago"),
    ],
)
def test_a_day_says_its_weekday_and_how_far_away_it_is(text_of, day, said):
    assert said in text_of(manifest(REVIEW.format(day)))


def test_the_same_duty_of_many_manifests_is_told_once_with_the_first_places(text_of):
    texts = [manifest(REVIEW.format("2027-01-01"))] * 7
    short, whole = text_of(*texts), text_of(*texts, style=Style(everything=True))

    assert short.count("DUE  Next review\n") == 1
    assert "and 2 more places; --all shows them" in short
    assert short.count(".yaml:4:14") == 5
    assert whole.count(".yaml:4:14") == 7


def test_what_has_no_day_is_said(text_of):
    said = text_of(manifest("monitoring: {next_review: soon}\n"), "manifest_version: 1\n")

    assert "NO DAY" in said
    assert "  1.yaml:4:" in said.partition("NO DAY")[2]
    assert "1 manifest was not evaluated and its days are missing here: 2.yaml" in said
    assert "no day is stated for monitoring.next_review in 1 place" in said


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_page_but_what_cannot_be_broken(text_of, language, width):
    long = manifest(REVIEW.format("2027-01-01")).replace("Parking permits", "permits " * 12)
    texts = [long, manifest("ai_act: {ai_system: yes}\n")]
    for line in text_of(
        *texts, style=Style(language, width=width), today="2026-07-01"
    ).splitlines():
        # A rule and its code stand together.
        words = line.rstrip(")").replace(" (", "/").split()
        assert len(line) <= width or len(words) == 1 or ".yaml:" in line, line


def test_what_a_terminal_would_obey_is_written_out(text_of):
    hostile = manifest(REVIEW.format("2027-01-01")).replace(
        "Parking permits", '"a \\e[31m \\u202e b \\u0007"'
    )

    assert "a \\x1b[31m \\u202e b \\x07" in text_of(hostile)
