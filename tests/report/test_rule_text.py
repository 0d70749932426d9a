"""The table of rules, at every width."""

import io
import re

import pytest

from algocheck.bundles import shipped
from algocheck.report import Style
from algocheck.report.rule_text import write_explanation, write_table

RULES = shipped().rules


def table(width, *, colour=False):
    stream = io.StringIO()
    write_table(RULES, stream, Style("en", width=width, colour=colour))
    return stream.getvalue().splitlines()


def test_with_room_every_rule_is_one_aligned_row():
    head, *rows = table(1000)

    assert len(rows) == len(RULES)
    start = head.index("requires that")
    for rule, row in zip(RULES, rows, strict=True):
        assert row[:start].split()[:3] == [rule.code, rule.id, rule.severity.word]
        assert row[start:] == rule.title["en"]


@pytest.mark.parametrize("width", [60, 80, 120, 140])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(map(len, table(width))) <= width


@pytest.mark.parametrize("width", [40, 80, 140])
def test_at_every_width_every_rule_is_named_in_full(width):
    told = "\n".join(table(width))

    assert all(rule.id in told and rule.code in told for rule in RULES)


def test_colour_says_nothing_that_the_words_do_not():
    stream = io.StringIO()
    write_explanation(RULES[0], {"always": {}}, stream, Style("en", colour=True))
    plain = io.StringIO()
    write_explanation(RULES[0], {"always": {}}, plain, Style("en"))

    coloured = re.sub(r"\x1b(\[[0-9;]*m|\]8;[^\x1b]*\x1b\\)", "", stream.getvalue())
    assert coloured != stream.getvalue()
    assert [line.rstrip() for line in coloured.splitlines()] == plain.getvalue().splitlines()
