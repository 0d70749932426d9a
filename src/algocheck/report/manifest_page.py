"""One manifest, told in full: verdict, counts by right, what is open, covered, and coming."""

from algocheck.model import Report, Status, Verdict
from algocheck.report import Style, phrases, styles
from algocheck.report.by_right import by_right
from algocheck.report.coming import coming
from algocheck.report.covered import covered, covered_by_right
from algocheck.report.findings import faults, findings
from algocheck.report.page import Page, Span
from algocheck.report.questions import questions


def manifest_page(page: Page, report: Report, verdict: Verdict, style: Style) -> None:
    """Add everything about *verdict*; a compliant manifest is two lines."""
    status = report.status(verdict)
    _heading(page, report, verdict, style)
    if verdict.evaluated and (status is not Status.COMPLIANT or style.everything):
        by_right(page, verdict, style)
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
    told = phrases.word(f"status-{status}", language)
    if status is Status.COMPLIANT and report.below(verdict):
        severity = phrases.word(f"severity-{report.threshold.word}", language)
        told += (
            f" ({phrases.word('open-below', language, n=report.below(verdict), severity=severity)})"
        )
    page.ends(Span(verdict.address, "bold"), Span(told, styles.STATUS[status]))
    if not verdict.evaluated:
        if verdict.answers:
            page.text(phrases.word("nothing-asked", language))
        return
    parts = [verdict.title, verdict.organization or phrases.word("no-organization", language)]
    if verdict.kind == "supplier":
        parts.append(phrases.word("supplier", language))
    parts.append(phrases.word(f"status-of-{verdict.status}", language))
    page.text(" - ".join(parts))
