"""What is covered is told after what is open, counted, and never among it."""

import pytest

from algocheck.model import Question, Report
from algocheck.report import Style
from algocheck.words import LANGUAGES
from hostile import covered, in_the_baseline, waived
from reports import example_texts, report_on, told

HEADINGS = {
    "en": ("FAIL", "NOT SHOWN  ", "WAIVED  ", "IN THE BASELINE  "),
    "nl": ("VOLDOET NIET", "NIET AANGETOOND  ", "UITZONDERINGEN  ", "IN DE NULMETING  "),
}


def an_example() -> Report:
    """Check an example in which rules are broken and questions open."""
    reports = (report_on(text) for text in example_texts())
    return next(
        each for each in reports if each.verdicts[0].findings and each.verdicts[0].questions
    )


@pytest.fixture(params=range(3), ids=("none", "all waived", "some"))
def report(request) -> Report:
    one = an_example()
    return (one, covered(one, waived), covered(one))[request.param]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_stand_in_one_order_and_only_where_there_is_something(report, language):
    text = told(report, style=Style(language, everything=True))
    lines = [line.strip() for line in text.splitlines() if line.startswith("  ")]
    order = [
        next((n for n, line in enumerate(lines) if line.startswith(heading)), None)
        for heading in HEADINGS[language]
    ]
    (verdict,) = report.verdicts
    there = [
        any(not finding.covered for finding in verdict.findings),
        any(not question.covered for question in verdict.questions),
        any(point.waiver for point in verdict.points),
        any(point.covered and not point.waiver for point in verdict.points),
    ]

    assert [position is not None for position in order] == there
    assert [n for n in order if n is not None] == sorted(n for n in order if n is not None)


def test_an_open_question_is_asked_and_a_covered_one_is_not(report):
    text = told(report, style=Style(everything=True))
    (verdict,) = report.verdicts
    asked = {line.split(" add ")[-1] for line in text.splitlines() if " add " in line}
    plain = [
        question
        for question in verdict.questions
        if not question.stated and not any(isinstance(step, int) for step in question.path)
    ]

    assert len(plain) > 10
    for question in plain:
        assert (".".join(map(str, question.path)) in asked) is not question.covered


def test_the_footer_counts_both(report):
    (verdict,) = report.verdicts
    n = sum(bool(point.waiver) for point in verdict.points)
    m = sum(point.covered and not point.waiver for point in verdict.points)
    text = " ".join(told(report).split())

    assert (f"{n} points waived" in text) == (n > 1)
    assert (f"{m} points in the baseline" in text) == (m > 1)


def test_the_baseline_is_counted_by_kind_and_listed_when_everything_is_asked():
    report = covered(an_example(), in_the_baseline)
    (verdict,) = report.verdicts
    questions = sum(isinstance(point, Question) for point in verdict.points)
    short, long = told(report), told(report, style=Style(everything=True))

    assert f"{questions} question" in short
    assert "question/" not in short
    assert long.count("  question/") == questions
