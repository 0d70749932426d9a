"""Formats: what is a day, and what only looks like one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.manifest.formats import is_calendar_date


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: dt.date) -> None:
    assert is_calendar_date(day.isoformat())


@pytest.mark.parametrize("stated", ["none", "unknown"])
def test_that_there_is_no_date_can_be_stated(stated: str) -> None:
    assert is_calendar_date(stated)


@pytest.mark.parametrize(
    "text",
    [
        *("2023-02-29", "2024-02-30", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01"),
        *("2024-1-5", "20240105", "2024-W01-1", "05-01-2024", "2024-01", "2024-01-05T00:00"),
        *("2024-01-05\n", " 2024-01-05", "٢٠٢٤-٠١-٠٥", "", "None", "tomorrow"),
    ],
)
def test_what_is_not_written_as_a_day_that_exists_is_no_date(text: str) -> None:
    assert not is_calendar_date(text)


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert is_calendar_date(text) in {True, False}
