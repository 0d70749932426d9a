"""The calendar for a reader: what is overdue, then day by day what is coming, the nearest first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TextIO

from algocheck.calendar import phrases
from algocheck.calendar.listing import Listing, listing
from algocheck.model import Entry, Report
from algocheck.report import Style, styles
from algocheck.report import phrases as told
from algocheck.report.footer import DIGITS, MARKED, origins
from algocheck.report.page import Page, Span
from algocheck.words import Language

PLACES = 5
"""In how many places one thing is shown, unless everything is asked for."""

NAMES = 3
"""How many manifests are named that were not evaluated."""


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the calendar of *report*; raises OSError where that fails."""
    page = Page(style.width)
    listed = listing(report)
    language = style.language
    heading = phrases.word("heading", language, today=report.today, until=report.until)
    page.text(heading, style="bold")
    for key, entries, colour in (
        ("overdue", listed.overdue, "bold red"),
        ("coming", listed.coming, "bold"),
    ):
        if entries:
            page.gap()
            page.add(Span(phrases.word(key, language, n=len(entries)), colour))
            _days(page, entries, report.today, style)
    if not (listed.overdue or listed.coming):
        page.gap()
        key = "nothing" if listed.complete else "nothing-read"
        page.text(phrases.word(key, language, until=report.until))
    _not_read(page, listed, style)
    _footer(page, listed, report, style)
    page.write(stream, colour=style.colour)


def _days(page: Page, entries: Iterable[Entry], today: str, style: Style) -> None:
    language = style.language
    for day, of_day in groupby(entries, lambda entry: entry.day):
        same_day = list(of_day)
        page.gap()
        away = phrases.away(same_day[0], today, language)
        page.add(Span(day, "bold"), f"  {phrases.weekday(day, language)}, {away}")
        for _, of_one in groupby(same_day, lambda entry: (entry.kind, entry.name, entry.owner)):
            _one(page, list(of_one), style)


def _one(page: Page, entries: Sequence[Entry], style: Style) -> None:
    """Tell one thing that is due, with all the places where it is."""
    language = style.language
    first = entries[0]
    title = phrases.what(first, language)
    spans: list[Span | str] = ["  ", f"{phrases.kind(first, language)}  "]
    if first.rule:
        severity = told.word(f"severity-{first.rule.severity.word}", language)
        spans.append(Span(f"{severity}  ", styles.SEVERITY[first.rule.severity]))
    page.flow(*spans, Span(told.rule_name(first.rule) if first.rule else title, "bold"))
    if first.rule:
        page.text(title, indent=5)
    rows = list(phrases.rows(first, language))
    width = max(len(label) for label, _ in rows) + 7
    for label, text in rows:
        page.text(text, indent=width, label=f"     {label}")
    shown = styles.first(entries, PLACES, style)
    for entry in shown:
        place, detail = entry.location.address, phrases.detail(entry, language)
        if len(place) + len(detail) + 7 <= page.width:
            page.add(f"     {place}  {detail}")
        else:
            page.add(f"     {place}")
            page.text(detail, indent=7)
    if len(entries) > len(shown):
        page.text(phrases.word("more-places", language, n=len(entries) - len(shown)), indent=5)


def _not_read(page: Page, listed: Listing, style: Style) -> None:
    if not listed.unread:
        return
    page.gap()
    page.add(Span(phrases.word("not-read", style.language), "bold"))
    for fault in listed.unread:
        page.add(f"  {fault.location.address}")
        page.text(told.found(fault, style.language), indent=5)


def _footer(page: Page, listed: Listing, report: Report, style: Style) -> None:
    language = style.language
    page.gap()
    if any(MARKED.search(span.text) for line in page.lines for span in line):
        page.text(told.word("marks", language), style="dim")
    for sentence in (*_sentences(listed, report, language), *origins(report, language)):
        page.text(sentence)
    parts = [told.word("manifests", language, n=len(report.verdicts))]
    for key, number in (("skipped", report.skipped), ("empty", report.empty)):
        if number:
            parts.append(told.word(key, language, n=number))
    page.text(" - ".join(parts), style="bold")
    bundles = (
        told.word("bundle", language, name=b.name, revision=b.revision, digest=b.digest[:DIGITS])
        for b in report.bundles
    )
    page.text(" - ".join((*bundles, report.engine, report.today)))


def _sentences(listed: Listing, report: Report, language: Language) -> Iterator[str]:
    """Say what has no day here, and why; nothing that was passed over goes unsaid."""
    until = report.until
    if listed.unevaluated:
        names = [verdict.file for verdict in listed.unevaluated]
        more = ["..."] if len(names) > NAMES else []
        yield phrases.word(
            "unevaluated", language, n=len(names), names=", ".join(names[:NAMES] + more)
        )
    for fact, number in sorted(listed.undated.items()):
        yield phrases.word("undated", language, n=number, fact=fact)
    if listed.no_day:
        yield phrases.word("no-day", language, n=listed.no_day, until=until)
    if listed.later:
        yield phrases.word("later", language, n=listed.later, until=until)
    if listed.out_of_use:
        yield phrases.word("out-of-use", language, n=listed.out_of_use)
    if report.left_out:
        yield told.word("left-out", language, n=report.left_out)
    if listed.of_the_run:
        yield phrases.word("run-findings", language, n=listed.of_the_run)
