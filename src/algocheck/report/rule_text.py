"""Rules on a terminal: one explained, or all of them in a table."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from algocheck.model import Rule
from algocheck.report import Style, phrases
from algocheck.report.explanation import Code, Item, Regimes, explanation
from algocheck.report.page import Page, Span
from algocheck.report.styles import SEVERITY
from algocheck.words import message, say

COLUMNS = ("code", "rule", "severity", "kind", "owner")
_ROOM = 40
"""With fewer columns than this left for the titles, there is no table."""


def write_explanation(rule: Rule, regimes: Regimes, stream: TextIO, style: Style) -> None:
    """Explain *rule* on *stream*; raises OSError where that fails."""
    page = Page(style.width)
    page.ends(
        Span(phrases.rule_name(rule), "bold"), Span(phrases.theme(rule.theme, style.language))
    )
    for section in explanation(rule, regimes, style.language):
        page.gap()
        page.add(Span(section.heading, "bold"))
        for block in section.blocks:
            if isinstance(block, Item):
                _item(page, block)
            elif isinstance(block, Code):
                for line in block.text.splitlines():
                    page.add("    ", Span(line, "cyan"))
            else:
                page.text(block, indent=2)
    page.write(stream, colour=style.colour)


def write_table(rules: Sequence[Rule], stream: TextIO, style: Style) -> None:
    """List *rules*, a row each; where there is no room for that, two lines each."""
    heads = [say(message(f"rules.{name}"), style.language) for name in COLUMNS]
    rows = [_row(rule, style) for rule in rules]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    start = sum(widths) + 2 * len(widths)
    page = Page(style.width)
    if style.width - start >= _ROOM:
        title = say(message("rules.title"), style.language)
        page.add(Span(_aligned(heads, widths) + title, "dim"))
    for rule, row in zip(rules, rows, strict=True):
        if style.width - start >= _ROOM:
            page.text(rule.title[style.language], indent=start, label=_aligned(row, widths))
        else:
            code, name, *rest = row
            left = Span(f"{code.ljust(widths[0])}  {name}", "bold")
            page.ends(left, Span(", ".join(rest), SEVERITY[rule.severity]))
            page.text(rule.title[style.language], indent=widths[0] + 2)
    page.write(stream, colour=style.colour)


def _row(rule: Rule, style: Style) -> tuple[str, ...]:
    language = style.language
    return (
        rule.code,
        rule.id,
        phrases.word(f"severity-{rule.severity.word}", language),
        say(message(f"rules.kind-{rule.kind}"), language),
        say(message(f"rules.owner-{rule.owner}"), language),
    )


def _aligned(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "".join(cell.ljust(width + 2) for cell, width in zip(cells, widths, strict=True))


def _item(page: Page, item: Item) -> None:
    if item.link:
        page.text(item.text, indent=4, label="  -")
        page.add("    ", Span(item.link, "dim", link=item.link))
    else:
        page.text(item.text, indent=4, label="  -", style="bold")
    if item.about:
        page.text(item.about, indent=4)
