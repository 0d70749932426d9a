"""What is wrong: faults of the file, then the rules that are broken and who must mend them."""

from collections import defaultdict
from collections.abc import Sequence

from algocheck.model import Finding, Rule, Verdict
from algocheck.report import Style, phrases, styles
from algocheck.report.page import Page, Span


def faults(page: Page, verdict: Verdict, style: Style) -> None:
    """Add the faults of reading and shape that are open."""
    open_faults = [fault for fault in verdict.faults if not fault.covered]
    shown = styles.first(open_faults, styles.FINDINGS, style)
    if not shown:
        return
    page.gap()
    page.add("  ", Span(phrases.word("faults", style.language, n=len(open_faults)), "bold"))
    for fault in shown:
        severity = phrases.word(f"severity-{fault.rule.severity.word}", style.language)
        page.add(f"  {fault.location.address}")
        page.text(phrases.found(fault, style.language), indent=5)
        if fault.rule.id.startswith("reading/") and fault.rule.remedy:
            page.text(fault.rule.remedy[style.language], indent=5)
        label = Span(f"     {severity}, ", styles.SEVERITY[fault.rule.severity])
        page.add(label, fault.rule.id)
    styles.rest(page, "more-faults", len(open_faults) - len(shown), style)


def findings(page: Page, verdict: Verdict, style: Style) -> None:
    """Add the rules that are broken, each once with all its places that are open."""
    by_rule: dict[Rule, list[Finding]] = defaultdict(list)
    for finding in verdict.findings:
        if not finding.covered:
            by_rule[finding.rule].append(finding)
    shown = styles.first(list(by_rule), styles.FINDINGS, style)
    for rule in shown:
        page.gap()
        _broken(page, rule, by_rule[rule], verdict.kind, style)
    rest = sum(len(found) for rule, found in by_rule.items() if rule not in shown)
    styles.rest(page, "more-findings", rest, style)


def _broken(page: Page, rule: Rule, findings: Sequence[Finding], kind: str, style: Style) -> None:
    """Tell one rule: every place where it is broken, then what it requires and who acts."""
    language = style.language
    severity = phrases.word(f"severity-{rule.severity.word}", language)
    page.flow(
        "  ",
        Span(f"{phrases.word('fail', language)}  {severity}  ", styles.SEVERITY[rule.severity]),
        f"{phrases.word(f'kind-{rule.kind}', language)}  ",
        Span(phrases.rule_name(rule), "bold"),
    )
    for finding in findings:
        line = f"  {finding.location.address}  {phrases.found(finding, language)}"
        if len(line) <= page.width:
            page.add(line)
        else:
            page.add(f"  {finding.location.address}")
            page.text(phrases.found(finding, language), indent=5)
    labels = ["required", "remedy", "acts"]
    rests_on = phrases.rests_on(rule.kind, language, supplier=kind == "supplier")
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
    row(phrases.word("acts", language), phrases.word(f"owner-{findings[0].owner}", language))
