"""The days on which an answer turns are found by asking about few of them, and none is missed."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.calendar.turns import named_days, turns

FIRST, LAST = 1000, 1700


def every_day(state, first, last):
    """Find the same by asking about every day."""
    return [day for before, day in pairwise(range(first, last + 1)) if state(before) != state(day)]


@st.composite
def answers(draw):
    """Draw named days, and rules that each turn on one of them, or a term before or after it."""
    named = draw(st.lists(st.integers(FIRST - 300, LAST + 300), max_size=6))
    terms = st.sampled_from([0, 1, -1, 30, -30, 183, 365, 700])
    rules = [day + draw(terms) for day in named for _ in range(draw(st.integers(0, 2)))]
    return named, rules


@given(answers())
def test_every_turn_is_found_and_no_other_day(drawn):
    named, rules = drawn

    def state(day):
        return tuple(day >= turning for turning in rules)

    assert sorted(turns(state, named, FIRST, LAST)) == every_day(state, FIRST, LAST)


@given(answers(), st.integers(1, 40))
def test_an_answer_that_goes_back_on_a_named_day_is_found_too(drawn, length):
    named, _ = drawn

    def state(day):
        return tuple(turning <= day < turning + length for turning in named)

    days = [*named, *(day + length for day in named)]
    assert sorted(turns(state, days, FIRST, LAST)) == every_day(state, FIRST, LAST)


def test_what_never_turns_is_asked_about_on_named_days_alone():
    asked = []

    def state(day):
        asked.append(day)
        return "the same"

    assert list(turns(state, [1200, 1200, 1400], FIRST, LAST)) == []
    assert asked == [FIRST, 1200, 1400, LAST]


def test_a_turn_far_from_any_named_day_takes_some_twenty_questions_for_twenty_years():
    asked = []

    def state(day):
        asked.append(day)
        return day >= 5000

    assert list(turns(state, [], 0, 7300)) == [5000]
    assert len(asked) == len(set(asked)) < 25


def test_a_single_day_has_no_turns():
    assert list(turns(lambda day: day, [], FIRST, FIRST)) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("date: 2027-12-02", ["2027-12-02"]),
        ('["2024-02-29", "2023-02-29", "2027-13-01"]', ["2024-02-29"]),
        ("begin_date: 2027-12", ["2027-12-01", "2028-01-01"]),
        ("2027-01-31T12:00:00", ["2027-01-31"]),
        ("9999-12 and 12027-01-01", ["9999-12-01"]),
        ("no day at all, nor 2026/1744", []),
    ],
)
def test_days_are_found_wherever_they_are_written(text, days):
    assert named_days(text) == {dt.date.fromisoformat(day).toordinal() for day in days}
