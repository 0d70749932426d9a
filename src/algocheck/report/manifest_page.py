"""One manifest, told in full: verdict, table by right, findings, questions, what is coming."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from algocheck.model import (
    Answer,
    Finding,
    Outcome,
    Question,
    Report,
    Rule,
    Severity,
    Status,
    Verdict,
)
from algocheck.report import Style, phrases
from algocheck.report.page import Page, Span
from algocheck.words import say

STATUS_STYLES = {
    Status.UNEVALUATED: "bold red",
    Status.NOT_COMPLIANT: "bold red",
    Status.NOT_SHOWN: "bold yellow",
    Status.COMPLIANT: "bold green",
}
SEVERITY_STYLES = {
    Severity.CRITICAL: "bold red",
    Severity.HIGH: "red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "",
}
Item = TypeVar("Item")

COLUMNS = (
    Outcome.FAIL,
    Outcome.UNKNOWN,
    Outcome.PASS,
    Outcome.NOT_APPLICABLE,
    Outcome.UPCOMING,
)
FINDINGS = 10
QUESTIONS = 12
"""How many are shown unless everything is asked for: what a person can act on at one sitting."""


def manifest_page(page: Page, report: Report, verdict: Verdict, style: Style) -> None:
    """Add everything about *verdict*; a compliant manifest is two lines."""
    status = report.status(verdict)
    _heading(page, verdict, status, style)
    if verdict.evaluated and (status is not Status.COMPLIANT or style.everything):
        _table(page, verdict, style)
    _faults(page, verdict, style)
    _findings(page, verdict, style)
    _questions(page, verdict, style)
    _upcoming(page, verdict, style)
    page.gap()


def _heading(page: Page, verdict: Verdict, status: Status, style: Style) -> None:
    language = style.language
    name = verdict.file if verdict.document == 1 else f"{verdict.file}#{verdict.document}"
    told = phrases.word(f"status-{status}", language)
    page.ends(Span(name, "bold"), Span(told, STATUS_STYLES[status]))
    if not verdict.evaluated:
        return
    parts = [verdict.title, verdict.organization or phrases.word("no-organization", language)]
    if verdict.kind == "supplier":
        parts.append(phrases.word("supplier", language))
    key = {"in_development": "in-development", "in_use": "in-use", "out_of_use": "out-of-use"}
    parts.append(phrases.word(key.get(verdict.status, "status-unknown"), language))
    page.text(" - ".join(parts))


def _table(page: Page, verdict: Verdict, style: Style) -> None:
    by_theme: dict[str, list[Answer]] = defaultdict(list)
    for answer in verdict.answers:
        by_theme[answer.rule.theme].append(answer)
    heads = [phrases.word(f"outcome-{outcome}", style.language) for outcome in COLUMNS]
    right = phrases.word("right", style.language)
    names = {theme: phrases.theme(theme, style.language) for theme in by_theme}
    first = max(len(right), *(len(name) for name in names.values()))
    page.gap()
    page.add(Span("  " + "  ".join([right.ljust(first), *heads]), "dim"))
    for theme, name in names.items():
        counts = [
            sum(answer.outcome is outcome for answer in by_theme[theme]) for outcome in COLUMNS
        ]
        cells = [
            Span("  " + (str(count) if count else "-").rjust(len(head)), _weight(outcome, count))
            for count, head, outcome in zip(counts, heads, COLUMNS, strict=True)
        ]
        page.add("  " + name.ljust(first), *cells)


def _weight(outcome: Outcome, count: int) -> str:
    styles = {Outcome.FAIL: "bold red", Outcome.UNKNOWN: "yellow"}
    return styles.get(outcome, "") if count else "dim"


def _faults(page: Page, verdict: Verdict, style: Style) -> None:
    shown = _first(verdict.faults, FINDINGS, style)
    if not shown:
        return
    page.gap()
    page.add("  ", Span(phrases.word("faults", style.language, n=len(verdict.faults)), "bold"))
    for fault in shown:
        severity = phrases.word(f"severity-{fault.rule.severity.word}", style.language)
        page.add(f"  {phrases.place(fault.location)}")
        problem = (
            say(fault.problem, style.language)
            if fault.problem
            else fault.rule.title[style.language]
        )
        page.text(problem, indent=5)
        label = Span(f"     {severity}, ", SEVERITY_STYLES[fault.rule.severity])
        page.add(label, fault.rule.id)
    _rest(page, "more-faults", len(verdict.faults) - len(shown), style)


def _findings(page: Page, verdict: Verdict, style: Style) -> None:
    by_rule: dict[Rule, list[Finding]] = defaultdict(list)
    for finding in verdict.findings:
        by_rule[finding.rule].append(finding)
    shown = _first(list(by_rule), FINDINGS, style)
    for rule in shown:
        page.gap()
        _broken(page, rule, by_rule[rule], style)
    rest = sum(len(found) for rule, found in by_rule.items() if rule not in shown)
    _rest(page, "more-findings", rest, style)


def _broken(page: Page, rule: Rule, findings: Sequence[Finding], style: Style) -> None:
    """One broken rule: every place where it is broken, then what it requires and who acts."""
    language = style.language
    severity = phrases.word(f"severity-{rule.severity.word}", language)
    page.flow(
        "  ",
        Span(f"{phrases.word('fail', language)}  {severity}  ", SEVERITY_STYLES[rule.severity]),
        f"{phrases.word(f'kind-{rule.kind}', language)}  ",
        Span(phrases.rule_name(rule), "bold"),
    )
    for finding in findings:
        line = f"  {phrases.place(finding.location)}  {phrases.found(finding, language)}"
        if len(line) <= page.width:
            page.add(line)
        else:
            page.add(f"  {phrases.place(finding.location)}")
            page.text(phrases.found(finding, language), indent=5)
    labels = ["required", "remedy", "acts"]
    rests_on = phrases.rests_on(rule.kind, language)
    width = max(len(rests_on), *(len(phrases.word(label, language)) for label in labels)) + 7

    def row(label: str, text: str) -> None:
        page.text(text, indent=width, label=f"     {label}")

    row(phrases.word("required", language), rule.title[language])
    label = rests_on
    for act, url in phrases.acts(findings[0].laws, language):
        row(label, act)
        page.add(" " * width, Span(url, "dim", link=url))
        label = ""
    if rule.remedy:
        row(phrases.word("remedy", language), rule.remedy[language])
    row(phrases.word("acts", language), phrases.word(f"owner-{rule.owner}", language))


def _questions(page: Page, verdict: Verdict, style: Style) -> None:
    language = style.language
    waiting = {rule for question in verdict.questions for rule in question.rules}
    shown = _first(verdict.questions, QUESTIONS, style)
    if shown:
        page.gap()
        answers = phrases.word("answers", language, n=len(verdict.questions))
        page.add(
            "  ",
            Span(
                phrases.word("not-shown", language, n=len(waiting), answers=answers), "bold yellow"
            ),
        )
    for question in shown:
        _question(page, question, style)
    _rest(page, "more-questions", len(verdict.questions) - len(shown), style)


def _question(page: Page, question: Question, style: Style) -> None:
    language = style.language
    severity = phrases.word(f"severity-{question.severity.word}", language)
    fact = phrases.fact(question.path)
    page.flow(
        f"  {phrases.place(question.location)}  ",
        Span(phrases.word("answer" if question.stated else "add", language, fact=fact), "bold"),
    )
    waiting = phrases.word("rules-wait", language, n=len(question.rules), severity=severity)
    page.text(f"{phrases.plain_question(question, language)} ({waiting})", indent=5)
    if question.stated:
        page.text(
            phrases.word("says-nothing", language, value=phrases.value(question.found)), indent=5
        )
    if values := phrases.choices(question):
        page.text(values, indent=5, style="dim")


def _upcoming(page: Page, verdict: Verdict, style: Style) -> None:
    language = style.language
    coming: dict[tuple[str, str], list[str]] = defaultdict(list)
    for answer in verdict.answers:
        if answer.outcome is Outcome.UPCOMING:
            coming[(answer.begins, answer.undecided)].append(answer.rule.code or answer.rule.id)
    if not coming:
        return
    page.gap()
    page.add("  ", Span(phrases.word("upcoming", language), "bold"))
    for (begins, undecided), names in sorted(coming.items()):
        key = "from" if begins else "undecided" if undecided else "no-date"
        rules = ", ".join(names)
        text = phrases.word(key, language, n=len(names), day=begins, rules=rules, fact=undecided)
        page.text(text, indent=5)
    if style.everything:
        for question in verdict.later_questions:
            _question(page, question, style)
    elif verdict.later_questions:
        page.text(
            phrases.word("later-questions", language, n=len(verdict.later_questions)), indent=5
        )


def _first(items: Sequence[Item], number: int, style: Style) -> Sequence[Item]:
    return items if style.everything else items[:number]


def _rest(page: Page, key: str, number: int, style: Style) -> None:
    if number > 0:
        page.text(phrases.word(key, style.language, n=number), indent=2)
