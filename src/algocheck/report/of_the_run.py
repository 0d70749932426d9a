"""What is wrong with waivers and the baseline: findings of the run, not of one manifest."""

from itertools import groupby

from algocheck.model import Finding, Report
from algocheck.report import Style, phrases, styles
from algocheck.report.page import Page, Span


def findings_of_the_run(page: Page, report: Report, style: Style) -> None:
    """Add the findings of the run, the most severe first, each rule once with all its places."""
    found = sorted(report.findings, key=_weight)
    if not found:
        return
    page.gap()
    page.add(Span(phrases.word("of-the-run", style.language, n=len(found)), "bold"))
    shown = styles.first(found, styles.FINDINGS, style)
    for _, of_one_rule in groupby(shown, key=_weight):
        _broken(page, list(of_one_rule), style)
    styles.rest(page, "more-findings", len(found) - len(shown), style)


def _weight(finding: Finding) -> tuple[int, str]:
    return -finding.severity, finding.rule.id


def _broken(page: Page, findings: list[Finding], style: Style) -> None:
    language = style.language
    rule = findings[0].rule
    severity = phrases.word(f"severity-{rule.severity.word}", language)
    page.add("  ", Span(f"{severity}  ", styles.SEVERITY[rule.severity]), Span(rule.id, "bold"))
    for finding in findings:
        page.add(f"  {finding.location.address}")
        page.text(phrases.found(finding, language), indent=5)
    label = f"     {phrases.word('remedy', language)}  "
    page.text(rule.remedy[language], indent=len(label), label=label)
