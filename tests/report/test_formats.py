"""docs/formats.md tells of every format, and what becomes of everything in each of them."""

import re

import pytest

from algocheck.model import Outcome
from algocheck.report import FORMATS
from support import ROOT

TEXT = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def tables() -> list[list[list[str]]]:
    """Return the tables: rows of cells."""
    found = re.findall(r"(?:^\|.*\|\n)+", TEXT, re.MULTILINE)
    return [
        [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
        for table in found
    ]


def named(cells: list[str]) -> list[str]:
    return [name for cell in cells for name in re.findall(r"`([a-z]+)`", cell)]


def test_the_first_table_has_a_row_for_every_format():
    assert sorted(named([row[0] for row in tables()[0][2:]])) == sorted(FORMATS)


def test_the_table_of_outcomes_has_a_column_for_every_format_and_no_empty_cell():
    heads, _, *rows = tables()[1]

    assert sorted(named(heads)) == sorted(FORMATS)
    for row in rows:
        assert len(row) == len(heads)
        assert all(row), row[0]


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_row(outcome: Outcome):
    rows = " ".join(row[0] for row in tables()[1])

    assert f"**{outcome.value.replace('_', ' ')}**" in rows


def test_the_levels_and_scores_that_are_told_are_those_that_are_written():
    from algocheck.report.sarif_rules import LEVELS, SCORES

    told = {row[0]: (row[1], row[3].strip("`")) for row in tables()[2][2:]}
    assert told == {each.word: (SCORES[each], LEVELS[each]) for each in SCORES}
