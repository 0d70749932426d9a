"""What is coming: rules that are not met, or not shown to be, of laws not yet in force."""

from collections import defaultdict

from algocheck.model import Answer, Outcome, Verdict
from algocheck.report import Style, phrases
from algocheck.report.page import Page, Span
from algocheck.report.questions import question


def coming(page: Page, verdict: Verdict, style: Style) -> None:
    """Add the rules by the day on which they begin, where one is known."""
    language = style.language
    by_day: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for answer in verdict.answers:
        if answer.outcome is Outcome.UPCOMING:
            by_day[(answer.begins, answer.undecided)].append(answer)
    if not by_day:
        return
    page.gap()
    page.add("  ", Span(phrases.word("upcoming", language), "bold"))
    for (begins, undecided), answers in sorted(by_day.items()):
        key = "from" if begins else "undecided" if undecided else "no-date"
        page.text(phrases.word(key, language, day=begins, fact=undecided), indent=2)
        for answer in answers:
            name = phrases.rule_name(answer.rule)
            how = phrases.word("would-fail" if answer.violated else "outcome-unknown", language)
            page.text(f"{name}, {how}: {answer.rule.title[language]}", indent=5)
    if style.everything:
        for each in verdict.later_questions:
            question(page, each, style)
    elif verdict.later_questions:
        later = phrases.word("later-questions", language, n=len(verdict.later_questions))
        page.text(later, indent=2)
