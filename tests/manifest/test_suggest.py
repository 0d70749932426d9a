"""Suggestions: what somebody probably meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.manifest.suggest import suggest

KNOWN = ["begin_date", "end_date", "status", "publication_category", "version"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("statuss", "status"),
        ("begin-date", "begin_date"),
        ("Begin Date", "begin_date"),
        ("beginDate", "begin_date"),
        ("STATUS", "status"),
        ("publication_catagory", "publication_category"),
        ("verison", "version"),
    ],
)
def test_a_slip_of_the_pen_is_understood(written: str, meant: str) -> None:
    assert suggest(written, KNOWN) == meant


@pytest.mark.parametrize("written", ["", "colour", "x", "begin_date" * 1000])
def test_what_resembles_nothing_gets_no_suggestion(written: str) -> None:
    assert suggest(written, KNOWN) is None


@given(st.text(max_size=200))
def test_a_suggestion_is_always_something_known(written: str) -> None:
    assert suggest(written, KNOWN) in {None, *KNOWN}
