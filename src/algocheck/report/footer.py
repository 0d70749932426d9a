"""How a report ends: the count of everything, what was left out, and how it was checked."""

import re
from collections import Counter
from collections.abc import Iterator

from algocheck.model import Report, Status
from algocheck.report import Style, phrases
from algocheck.report.covered import baselined_in, waived_in
from algocheck.report.page import Page, Span
from algocheck.words import Language, message, say

MARKED = re.compile("[0-9a-z)][*\u00b0\u2020]")
"""An article with a mark behind it."""

DIGITS = 12
"""How much of a digest people compare by eye; JSON has all of it."""


def footer(page: Page, report: Report, style: Style) -> None:
    """Add the closing lines; nothing that was passed over goes unsaid."""
    language = style.language
    page.gap()
    if any(MARKED.search(span.text) for line in page.lines for span in line):
        page.text(phrases.word("marks", language), style="dim")
    for caveat in caveats(report, language):
        page.text(caveat)
    page.text(counts(report, language), style="bold")
    names = [
        phrases.word("bundle", language, name=b.name, revision=b.revision, digest=b.digest[:DIGITS])
        for b in report.bundles
    ]
    how = " - ".join([*names, report.engine, report.today])
    if len(how) > page.width:
        page.text(how)
        how = ""
    page.ends(Span(how), Span(f"exit {0 if report.passes else 1}"))


def counts(report: Report, language: Language) -> str:
    """Count the manifests by status, what is covered in them, and what was found to be none."""
    statuses = Counter(report.status(verdict) for verdict in report.verdicts)
    told = [
        phrases.word(f"count-{status}", language, n=statuses[status])
        for status in Status
        if statuses[status]
    ]
    manifests = phrases.word("manifests", language, n=len(report.verdicts))
    parts = [f"{manifests}: {', '.join(told)}" if told else manifests]
    parts += _covered(report, language)
    if report.skipped:
        parts.append(phrases.word("skipped", language, n=report.skipped))
    if report.empty:
        parts.append(phrases.word("empty", language, n=report.empty))
    return " - ".join(parts)


def _covered(report: Report, language: Language) -> Iterator[str]:
    waived = sum(len(waived_in(verdict)) for verdict in report.verdicts)
    baselined = sum(len(baselined_in(verdict)) for verdict in report.verdicts)
    if waived:
        yield phrases.word("points-waived", language, n=waived)
    if baselined:
        yield phrases.word("points-baselined", language, n=baselined)


def origins(report: Report, language: Language) -> Iterator[str]:
    """Say of policies that are not surely those of the release that they are not."""
    for bundle in report.bundles:
        if bundle.origin in ("changed", "served"):
            yield phrases.word(f"policies-{bundle.origin}", language, bundle=bundle.name)


def caveats(report: Report, language: Language) -> Iterator[str]:
    """Say what this run did not look at or does not count, and whose policies it went by."""
    yield from origins(report, language)
    if report.left_out:
        yield phrases.word("left-out", language, n=report.left_out)
    if report.unchanged:
        yield say(message("since.unchanged", n=report.unchanged, ref=report.since), language)
    if not report.unknown_fails:
        yield phrases.word("unknown-only-warns", language)
    below = sum(report.below(verdict) for verdict in report.verdicts)
    if below:
        severity = phrases.word(f"severity-{report.threshold.word}", language)
        yield phrases.word("below-threshold", language, n=below, severity=severity)
