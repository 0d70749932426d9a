"""The first screen of many manifests: the worst, what is broken most, what is asked most."""

from collections import Counter
from collections.abc import Iterator

from algocheck.model import Outcome, Question, Report, Rule, Severity, Status, Verdict
from algocheck.report import Style, phrases, styles
from algocheck.report.covered import baselined_in, waived_in
from algocheck.report.page import Page, Span
from algocheck.words import Language

WORST = 10
MOST = 5


def summary(page: Page, report: Report, style: Style) -> None:
    """Add the summary of all manifests in *report*."""
    if not style.everything:  # then every manifest has a page of its own above
        _worst(page, report, style)
    _most_broken(page, report, style)
    _most_asked(page, report, style)
    if not style.everything:
        page.gap()
        page.text(phrases.word("see-one", style.language))


def _worst(page: Page, report: Report, style: Style) -> None:
    order = sorted(report.verdicts, key=lambda verdict: badness(report, verdict))
    bad = [verdict for verdict in order if report.status(verdict) is not Status.COMPLIANT]
    if not bad:
        return
    page.gap()
    page.add(Span(phrases.word("worst", style.language), "bold"))
    for verdict in bad[:WORST]:
        status = report.status(verdict)
        told = phrases.word(f"status-{status}", style.language)
        page.ends(Span(f"  {verdict.address}"), Span(told, styles.STATUS[status]))
        _line(page, verdict, style)
    if len(bad) > WORST:
        page.text(phrases.word("more-manifests", style.language, n=len(bad) - WORST), indent=2)


def _line(page: Page, verdict: Verdict, style: Style) -> None:
    """Below the name: what weighs most, with its place."""
    language = style.language
    finding = next((each for each in verdict.findings if not each.covered), None)
    fault = next((each for each in verdict.faults if not each.covered), None)
    if finding:
        severity = phrases.word(f"severity-{finding.rule.severity.word}", language)
        page.flow(
            f"     {finding.location.address} ",
            Span(severity, styles.SEVERITY[finding.rule.severity]),
            f" {phrases.rule_name(finding.rule)}",
        )
    elif fault:
        page.text(f"{fault.location.address} {phrases.found(fault, language)}", indent=5)
    if not verdict.evaluated:
        return
    fails = phrases.word("fails", language, n=len(list(_broken(verdict))))
    questions = phrases.word("questions", language, n=len(_open_questions(verdict)))
    told = phrases.word("fails-and-questions", language, fails=fails, questions=questions)
    n = len(waived_in(verdict)) + len(baselined_in(verdict))
    page.add(f"     {told}{', ' + phrases.word('points-covered', language, n=n) if n else ''}")


def _broken(verdict: Verdict) -> Iterator[Rule]:
    for answer in verdict.answers:
        if answer.outcome is Outcome.FAIL and not answer.covered:
            yield answer.rule


def _open_questions(verdict: Verdict) -> list[Question]:
    return [question for question in verdict.questions if not question.covered]


def badness(report: Report, verdict: Verdict) -> tuple[int, tuple[int, ...], int, str, int]:
    """Return what sorts the worst manifest first."""
    status = list(Status).index(report.status(verdict))
    fails = list(_broken(verdict))
    by_severity = tuple(
        -sum(rule.severity is severity for rule in fails) for severity in reversed(Severity)
    )
    return status, by_severity, -len(_open_questions(verdict)), verdict.file, verdict.document


def _most_broken(page: Page, report: Report, style: Style) -> None:
    broken = Counter(rule for verdict in report.verdicts for rule in _broken(verdict))
    if not broken:
        return
    page.gap()
    page.add(Span(phrases.word("most-broken", style.language), "bold"))
    order = sorted(broken, key=lambda rule: (-broken[rule], -rule.severity, rule.id))
    for rule in order[:MOST]:
        often = phrases.word("in-manifests", style.language, n=broken[rule])
        severity = phrases.word(f"severity-{rule.severity.word}", style.language)
        page.flow(
            f"  {phrases.rule_name(rule)}, ",
            Span(f"{severity}, ", styles.SEVERITY[rule.severity]),
            often,
        )
        page.text(rule.title[style.language], indent=5)


def _most_asked(page: Page, report: Report, style: Style) -> None:
    asked: Counter[str] = Counter()
    waiting: Counter[str] = Counter()
    example: dict[str, Question] = {}
    for verdict in report.verdicts:
        for question in _open_questions(verdict):
            asked[question.fact] += 1
            waiting[question.fact] += len(question.rules)
            example.setdefault(question.fact, question)
    if not asked:
        return
    page.gap()
    page.add(Span(phrases.word("most-asked", style.language), "bold"))
    order = sorted(asked, key=lambda fact: (-asked[fact], -waiting[fact], fact))
    for fact in order[:MOST]:
        _asked(page, fact, asked[fact], example[fact], style.language)


def _asked(page: Page, fact: str, times: int, question: Question, language: Language) -> None:
    page.add(f"  {fact}, {phrases.word('in-manifests', language, n=times)}")
    page.text(phrases.plain_question(question, language), indent=5)
