"""A page of text: lines of styled words, laid out once, printed with or without colour."""

import re
import textwrap
from typing import NamedTuple, TextIO

from algocheck.words.plain import harmless

_TWO_SIGNS = re.compile("#(?=#)")
_COLONS_FIRST = re.compile(r"^(\s*)::")


class Span(NamedTuple):
    """Some words in one style; the style never carries what the words do not say."""

    text: str
    style: str = ""  # of rich: "bold red"
    link: str = ""


class Page:
    """Lines that fill up from the top."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[tuple[Span, ...]] = []

    def add(self, *spans: Span | str) -> None:
        """Add a line; what is too long for the page stays on it, so that it can be copied."""
        line: list[Span] = []
        for span in (Span(each) if isinstance(each, str) else each for each in spans):
            before = "".join(each.text for each in line)
            line.append(span._replace(text=_no_command(harmless(span.text), before)))
        self.lines.append(tuple(line))

    def flow(self, *spans: Span | str, indent: int = 5) -> None:
        """Add a line; a span that does not fit on it begins the next, at *indent*."""
        line: list[Span] = []
        used = 0
        for span in (Span(each) if isinstance(each, str) else each for each in spans):
            if line and used + len(span.text.rstrip()) > self.width:
                self.add(*line)
                line, used = [Span(" " * indent)], indent
            line.append(span)
            used += len(span.text)
        self.add(*line)

    def gap(self) -> None:
        """Add an empty line, unless there is one already."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def ends(self, left: Span, right: Span) -> None:
        """Add a line with *left* at its start and *right* at its end, or below it."""
        room = self.width - len(left.text) - len(right.text)
        if room >= 1:
            self.add(left, " " * room, right)
        else:
            self.add(left)
            self.add(" " * max(self.width - len(right.text), 0), right)

    def text(self, text: str, *, indent: int = 0, label: str = "", style: str = "") -> None:
        """Add *text* wrapped at *indent*, the first line behind *label*."""
        width = max(self.width - indent, 20)
        shown = harmless(text)
        wrapped = textwrap.wrap(shown, width, break_long_words=False, break_on_hyphens=False)
        for position, line in enumerate(wrapped or [""]):
            start = label if position == 0 else ""
            self.add(Span(start.ljust(indent)), Span(line, style))

    def write(self, stream: TextIO, *, colour: bool) -> None:
        """Print the page; raises OSError where the stream is closed or full."""
        if not colour:
            stream.writelines(
                "".join(span.text for span in line).rstrip() + "\n" for line in self.lines
            )
            return
        # Imported here: without a terminal nobody needs it, and it takes as long as a check.
        from rich.console import Console
        from rich.style import Style
        from rich.text import Text

        # A log that shows colour may call itself no terminal at all, and knows no links.
        terminal = stream.isatty()
        console = Console(
            file=stream,
            force_terminal=True,
            color_system="auto" if terminal else "standard",
            width=self.width,
            highlight=False,
        )
        for line in self.lines:
            text = Text(no_wrap=True, overflow="ignore")
            for span in line:
                link = harmless(span.link) if terminal else ""
                text.append(span.text, Style.parse(span.style) + Style(link=link or None))
            console.print(text, crop=False, soft_wrap=True)


def _no_command(text: str, before: str) -> str:
    """Part the signs that a pipeline's log takes for a command to itself.

    Azure looks for ##vso[ anywhere in a line, GitHub for ## and, where a line begins, for ::.
    """
    text = _TWO_SIGNS.sub("# ", text)
    if before.endswith(("#", ":")) and text.startswith(before[-1]):
        return f" {text}"
    return text if before.strip() else _COLONS_FIRST.sub(r"\1: :", text)
