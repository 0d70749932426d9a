"""What is covered: by a waiver, told in full for a person answers for it, or by the baseline."""

from collections.abc import Iterator, Sequence

from algocheck.model import BaselineState, Finding, Outcome, Question, Verdict, Waiver
from algocheck.report import Style, phrases
from algocheck.report.page import Page, Span
from algocheck.words import Language

ROWS = ("covered-open", "covered-until", "covered-by", "covered-because", "covered-written")


def covered(page: Page, verdict: Verdict, style: Style) -> None:
    """Add every point that a waiver covers, and how many the baseline does."""
    waived = waived_in(verdict)
    if waived:
        page.gap()
        heading = phrases.word("waived", style.language, n=len(waived))
        page.add("  ", Span(heading, "bold cyan"))
    for point, waiver in waived:
        _waived(page, point, waiver, style.language)
    baselined = baselined_in(verdict)
    if baselined:
        page.gap()
        told = phrases.word("baselined", style.language, what=_counted(baselined, style.language))
        page.add("  ", Span(told, "bold cyan"))
        for point in baselined if style.everything else ():
            page.flow(f"  {point.location.address}  ", _name(point))


def covered_by_right(page: Page, verdict: Verdict, style: Style) -> None:
    """Say below the table by right how many of its rules are covered; nothing where none is."""
    told = list(_by_right(verdict, style.language))
    if told:
        page.text(phrases.word("covered-rules", style.language, rights=", ".join(told)), indent=2)


def waived_in(verdict: Verdict) -> list[tuple[Finding | Question, Waiver]]:
    """Return what waivers cover, and by which; the faults and findings first."""
    return [(point, point.waiver) for point in verdict.points if point.waiver]


def baselined_in(verdict: Verdict) -> list[Finding | Question]:
    """Return what the baseline alone covers."""
    return [
        point
        for point in verdict.points
        if not point.waiver and point.baseline is BaselineState.UNCHANGED
    ]


def _by_right(verdict: Verdict, language: Language) -> Iterator[str]:
    answers = [answer for answer in verdict.answers if answer.asked]
    themes = dict.fromkeys(answer.rule.theme for answer in answers if answer.covered)
    for theme in themes:
        of_theme = [answer for answer in answers if answer.rule.theme == theme]
        counts = []
        for outcome in (Outcome.FAIL, Outcome.UNKNOWN):
            those = [answer for answer in of_theme if answer.outcome is outcome]
            n = sum(answer.covered for answer in those)
            if n:
                word = phrases.word(f"outcome-{outcome}", language)
                counts.append(
                    phrases.word("covered-count", language, some=n, all=len(those), outcome=word)
                )
        yield f"{phrases.theme(theme, language)} ({', '.join(counts)})"


def _waived(page: Page, point: Finding | Question, waiver: Waiver, language: Language) -> None:
    severity = phrases.word(f"severity-{point.severity.word}", language)
    page.flow(f"  {point.location.address}  ", Span(_name(point), "bold"), f", {severity}")
    by = waiver.decided_by_role
    texts = (
        _open(point, language),
        waiver.expires,
        f"{by}, {waiver.reference}" if waiver.reference else by,
        waiver.reason,
        waiver.location.address,
    )
    labels = [phrases.word(row, language) for row in ROWS]
    width = max(map(len, labels)) + 7
    for label, text in zip(labels, texts, strict=True):
        page.text(text, indent=width, label=f"     {label}")


def _open(point: Finding | Question, language: Language) -> str:
    if isinstance(point, Question):
        return phrases.plain_question(point, language)
    return phrases.found(point, language)


def _name(point: Finding | Question) -> str:
    return point.name if isinstance(point, Question) else phrases.rule_name(point.rule)


def _counted(points: Sequence[Finding | Question], language: Language) -> str:
    questions = sum(isinstance(point, Question) for point in points)
    findings = len(points) - questions
    told = []
    if findings:
        told.append(phrases.word("findings", language, n=findings))
    if questions:
        told.append(phrases.word("questions", language, n=questions))
    return ", ".join(told)
