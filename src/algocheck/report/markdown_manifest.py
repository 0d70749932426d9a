"""One manifest on a page of Markdown: what is open, what is coming, what is covered."""

from collections import defaultdict
from collections.abc import Sequence

from algocheck.model import Answer, Finding, Outcome, Question, Report, Rule, Verdict
from algocheck.report import Style, phrases, styles
from algocheck.report.markdown_points import (
    MOST,
    PLACES,
    broken,
    covered,
    details,
    fault,
    listed,
    placed,
    question,
    rest,
    word,
)
from algocheck.report.markdown_text import code, prose, told
from algocheck.words import Language


def manifest(report: Report, verdict: Verdict, style: Style) -> list[str]:
    """Return the paragraphs about *verdict*; none where nothing is to be said."""
    open_ = [point for point in verdict.points if not point.covered]
    questions = [point for point in open_ if isinstance(point, Question)]
    faults = [point for point in verdict.faults if not point.covered]
    findings = [point for point in verdict.findings if not point.covered]
    paragraphs = [
        *_faults(faults, style),
        *_findings(findings, verdict, style),
        *_questions(questions, verdict, style),
        *_coming(verdict, style),
        *_covered(verdict, style.language),
    ]
    if verdict.evaluated and not paragraphs:
        return []
    return [*_heading(report, verdict, style.language), *paragraphs]


def _heading(report: Report, verdict: Verdict, language: Language) -> list[str]:
    status = phrases.word(f"status-{report.status(verdict)}", language)
    heading = f"### {code(verdict.address)} {status}"
    if not verdict.evaluated:
        return [heading, phrases.word("nothing-asked", language)] if verdict.answers else [heading]
    parts = [
        told(verdict.title) or word("no-name", language),
        told(verdict.organization) or phrases.word("no-organization", language),
    ]
    if verdict.kind == "supplier":
        parts.append(phrases.word("supplier", language))
    parts.append(phrases.word(f"status-of-{verdict.status}", language))
    numbers = {outcome: verdict.number_of(outcome) for outcome in Outcome}
    return [heading, f"{' · '.join(parts)}  \n{word('counts', language, **numbers)}"]


def _faults(faults: Sequence[Finding], style: Style) -> list[str]:
    shown = _first(faults, styles.FINDINGS, style)
    if not shown:
        return []
    lines = [line for each in shown for line in fault(each, style.language)]
    heading = f"#### {word('faults-heading', style.language)}"
    return [heading, *listed(lines), *rest(faults, len(shown), style.language)]


def _findings(findings: Sequence[Finding], verdict: Verdict, style: Style) -> list[str]:
    """Tell each broken rule once, with all its places."""
    by_rule: dict[Rule, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    if not by_rule:
        return []
    shown = _first(list(by_rule), styles.FINDINGS, style)
    supplier = verdict.kind == "supplier"
    told = [broken(rule, by_rule[rule], style.language, supplier=supplier) for rule in shown]
    heading = f"#### {word('findings-heading', style.language)}"
    return [heading, *told, *rest(list(by_rule), len(shown), style.language)]


def _questions(questions: Sequence[Question], verdict: Verdict, style: Style) -> list[str]:
    language = style.language
    paragraphs: list[str] = []
    if questions:
        shown = _first(questions, styles.QUESTIONS, style)
        told = listed(question(each, language) for each in shown)
        told += rest(questions, len(shown), language)
        heading = word("questions-heading", language, n=len(questions))
        paragraphs.append(details(heading, told))
    if others := len(verdict.left_to_the_deployer):
        paragraphs.append(phrases.word("waits-for-deployer", language, n=others))
    return paragraphs


def _coming(verdict: Verdict, style: Style) -> list[str]:
    """Tell the rules that are not yet in force by the day on which they are."""
    language = style.language
    by_day = phrases.upcoming_by_day(verdict, language)
    if not by_day:
        return []
    told: list[str] = []
    for since, answers in by_day:
        told.append(f"**{prose(since)}**")
        told += listed(_upcoming(answer, verdict, language) for answer in answers)
    if later := verdict.later_questions:
        told.append(f"**{word('later-heading', language, n=len(later))}**")
        if style.everything:
            told += listed(question(each, language) for each in later[:MOST])
            told += rest(later, MOST, language)
    heading = word("upcoming-heading", language, n=verdict.number_of(Outcome.UPCOMING))
    return [details(heading, told)]


def _upcoming(answer: Answer, verdict: Verdict, language: Language) -> str:
    how = phrases.word("would-fail" if answer.violated else "outcome-unknown", language)
    rule = answer.rule
    broken = [finding for finding in verdict.later_findings if finding.rule == rule]
    lines = [f"{prose(phrases.rule_name(rule))}, {how}: {prose(rule.title[language])}"]
    lines += [f"  - {placed(finding, language)}" for finding in broken[:PLACES]]
    lines += [f"  - {more}" for more in rest(broken, PLACES, language)]
    return "\n".join(lines)


def _covered(verdict: Verdict, language: Language) -> list[str]:
    """Tell what a waiver covers, then what the baseline alone does: both stand open in fact."""
    paragraphs = []
    points = [point for point in verdict.points if point.covered]
    for key, held in (
        ("waived-heading", [point for point in points if point.waiver]),
        ("baselined-heading", [point for point in points if not point.waiver]),
    ):
        if held:
            lines = listed(covered(point, language) for point in held[:MOST])
            heading = word(key, language, n=len(held))
            paragraphs.append(details(heading, [*lines, *rest(held, MOST, language)]))
    return paragraphs


def _first(items: Sequence[styles.Item], number: int, style: Style) -> Sequence[styles.Item]:
    """Return what is shown of *items*: *number* of them, or as many as a page can take."""
    return styles.first(items, number, style)[:MOST]
