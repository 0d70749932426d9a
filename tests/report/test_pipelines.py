"""A format never changes the verdict: something in it fails exactly where the exit code is 1."""

from collections.abc import Callable

import pytest

from algocheck.report import Style
from hostile import nothing_asked, one_of_each, variants
from judges import azure, gitlab, junit, tap
from reports import told

FAILING: dict[str, Callable[[str], int]] = {
    "junit": junit.failing,
    "tap": tap.failing,
    "gitlab": gitlab.failing,
    "azure": azure.failing,
}
"""How many items of a report fail, by format."""

each_format = pytest.mark.parametrize("name", FAILING)
REPORT = one_of_each()


@each_format
def test_something_fails_exactly_where_the_run_does(name):
    # Each manifest by itself, a few in each form: together hardly anything ever passes.
    seen = set()
    for number, report in enumerate(variants(REPORT)):
        for verdict in report.verdicts[number % 7 :: 7]:
            alone = report._replace(verdicts=(verdict,))
            fails = FAILING[name](told(alone, name)) > 0
            assert fails != alone.passes, (verdict.file, report.threshold)
            seen.add(fails)

    assert seen == {True, False}


@each_format
def test_where_nothing_was_asked_something_fails(name):
    assert FAILING[name](told(nothing_asked(), name)) == 1


@each_format
def test_as_much_fails_in_dutch_and_the_texts_are_others(name):
    english, dutch = (told(REPORT, name, Style(language)) for language in ("en", "nl"))

    assert FAILING[name](english) == FAILING[name](dutch) > 0
    assert english != dutch


@each_format
def test_the_same_report_gives_the_same_bytes(name):
    assert told(REPORT, name) == told(REPORT, name)
