"""One manifest, told in full: verdict, table by right, what is open, covered, and coming."""

from collections import defaultdict

from algocheck.model import Answer, Outcome, Report, Status, Verdict
from algocheck.report import Style, phrases, styles
from algocheck.report.coming import coming
from algocheck.report.covered import covered, covered_by_right
from algocheck.report.findings import faults, findings
from algocheck.report.page import Page, Span
from algocheck.report.questions import questions

COLUMNS = (
    Outcome.FAIL,
    Outcome.UNKNOWN,
    Outcome.PASS,
    Outcome.NOT_APPLICABLE,
    Outcome.UPCOMING,
)


def manifest_page(page: Page, report: Report, verdict: Verdict, style: Style) -> None:
    """Add everything about *verdict*; a compliant manifest is two lines."""
    status = report.status(verdict)
    _heading(page, report, verdict, style)
    if verdict.evaluated and (status is not Status.COMPLIANT or style.everything):
        _table(page, verdict, style)
        covered_by_right(page, verdict, style)
    faults(page, verdict, style)
    findings(page, verdict, style)
    questions(page, verdict, style)
    covered(page, verdict, style)
    coming(page, verdict, style)
    page.gap()


def _heading(page: Page, report: Report, verdict: Verdict, style: Style) -> None:
    language = style.language
    status = report.status(verdict)
    name = verdict.file if verdict.document == 1 else f"{verdict.file}#{verdict.document}"
    told = phrases.word(f"status-{status}", language)
    if status is Status.COMPLIANT and report.below(verdict):
        severity = phrases.word(f"severity-{report.threshold.word}", language)
        told += (
            f" ({phrases.word('open-below', language, n=report.below(verdict), severity=severity)})"
        )
    page.ends(Span(name, "bold"), Span(told, styles.STATUS[status]))
    if not verdict.evaluated:
        if verdict.answers:
            page.text(phrases.word("nothing-asked", language))
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
        if answer.asked:
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
    not_asked = sum(not answer.asked for answer in verdict.answers)
    if not_asked:
        page.text(phrases.word("not-asked", style.language, n=not_asked), indent=2)


def _weight(outcome: Outcome, count: int) -> str:
    styles = {Outcome.FAIL: "bold red", Outcome.UNKNOWN: "yellow"}
    return styles.get(outcome, "") if count else "dim"
