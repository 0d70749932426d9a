"""What is coming: rules that are not met, or not shown to be, of laws not yet in force."""

from algocheck.model import Rule, Verdict
from algocheck.report import Style, phrases, styles
from algocheck.report.page import Page, Span
from algocheck.report.questions import question

PLACES = 3
"""In how many places it is shown that a rule will be broken, unless everything is asked for."""


def coming(page: Page, verdict: Verdict, style: Style) -> None:
    """Add the rules by the day on which they begin, where one is known."""
    language = style.language
    by_day = phrases.upcoming_by_day(verdict, language)
    if not by_day:
        return
    page.gap()
    page.add("  ", Span(phrases.word("upcoming", language), "bold"))
    for since, answers in by_day:
        page.text(since, indent=2)
        for answer in answers:
            name = phrases.rule_name(answer.rule)
            how = phrases.word("would-fail" if answer.violated else "outcome-unknown", language)
            page.text(f"{name}, {how}: {answer.rule.title[language]}", indent=5)
            _places(page, answer.rule, verdict, style)
    if style.everything:
        for each in verdict.later_questions:
            question(page, each, style)
    elif verdict.later_questions:
        later = phrases.word("later-questions", language, n=len(verdict.later_questions))
        page.text(later, indent=2)


def _places(page: Page, rule: Rule, verdict: Verdict, style: Style) -> None:
    """Add where the rule will be broken, and what stands there now."""
    findings = [finding for finding in verdict.later_findings if finding.rule == rule]
    shown = styles.first(findings, PLACES, style)
    for finding in shown:
        place, found = finding.location.address, phrases.found(finding, style.language)
        if len(place) + len(found) + 9 <= page.width:
            page.add(f"       {place}  {found}")
        else:
            page.add(f"       {place}")
            page.text(found, indent=9)
    if len(findings) > len(shown):
        more = phrases.word("more-findings", style.language, n=len(findings) - len(shown))
        page.text(more, indent=7)
