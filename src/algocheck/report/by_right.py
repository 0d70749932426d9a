"""How many rules came out how, by right: a table for the eye, or a sentence for each right."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from algocheck.model import Outcome, Verdict
from algocheck.report import Style, phrases
from algocheck.report.page import Page, Span
from algocheck.words import Language

COLUMNS = (
    Outcome.FAIL,
    Outcome.UNKNOWN,
    Outcome.PASS,
    Outcome.NOT_APPLICABLE,
    Outcome.UPCOMING,
)

Counted = Sequence[tuple[str, Counter[Outcome]]]
"""Rights by their name, and how many of their rules have which outcome."""


def by_right(page: Page, verdict: Verdict, style: Style) -> None:
    """Add the counts of *verdict* as a table, or as sentences where `style.table` is false."""
    by_theme: dict[str, Counter[Outcome]] = defaultdict(Counter)
    for answer in verdict.answers:
        if answer.asked:
            by_theme[answer.rule.theme][answer.outcome] += 1
    counted = [(phrases.theme(theme, style.language), each) for theme, each in by_theme.items()]
    page.gap()
    (_table if style.table else _sentences)(page, counted, style.language)
    not_asked = sum(not answer.asked for answer in verdict.answers)
    if not_asked:
        page.text(phrases.word("not-asked", style.language, n=not_asked), indent=2)


def _table(page: Page, counted: Counted, language: Language) -> None:
    heads = [phrases.word(f"outcome-{outcome}", language) for outcome in COLUMNS]
    right = phrases.word("right", language)
    first = max(len(right), *(len(name) for name, _ in counted))
    page.add(Span("  " + "  ".join([right.ljust(first), *heads]), "dim"))
    for name, counts in counted:
        cells = [
            Span(
                "  " + (str(counts[outcome]) if counts[outcome] else "-").rjust(len(head)),
                _weight(outcome) if counts[outcome] else "dim",
            )
            for head, outcome in zip(heads, COLUMNS, strict=True)
        ]
        page.add("  " + name.ljust(first), *cells)


def _sentences(page: Page, counted: Counted, language: Language) -> None:
    """Say what each cell is, which a screen reader does not when it reads a table in a terminal."""
    page.add(Span(f"  {phrases.word('by-right', language)}", "dim"))
    for name, counts in counted:
        some = [outcome for outcome in COLUMNS if counts[outcome]]
        told = [
            Span(
                phrases.word(f"right-{outcome}", language, n=counts[outcome])
                + ("." if outcome is some[-1] else ", "),
                _weight(outcome),
            )
            for outcome in some
        ]
        page.flow(f"  {name}: ", *told, indent=4)


def _weight(outcome: Outcome) -> str:
    return {Outcome.FAIL: "bold red", Outcome.UNKNOWN: "yellow"}.get(outcome, "")
