"""Markdown, as GitHub's own parser and another one show it, and what HTML they make of it."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

OURS = {
    *("h2", "h3", "h4", "p", "strong", "code", "ul", "li", "a", "br", "hr"),
    *("table", "thead", "tbody", "tr", "th", "td", "details", "summary"),
}
"""The elements that a report is made of."""


class Page(HTMLParser):
    """What a page of HTML consists of, and what it says where services make links of words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.loose = ""  # text that is neither code nor a link
        self.code: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)
        if tag == "code":
            self.code.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes what it did not open"

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data!r}")

    def handle_data(self, data: str) -> None:
        if "code" in self._open:
            self.code[-1] += data
        elif "a" not in self._open:
            self.loose += data

    @property
    def rows(self) -> list[int]:
        """How many cells each row of a table has."""
        tags = [tag for tag, _ in self.elements]
        starts = [number for number, tag in enumerate(tags) if tag == "tr"]
        ends = [*starts[1:], len(tags)]
        return [
            sum(tag in ("td", "th") for tag in tags[start:end])
            for start, end in zip(starts, ends, strict=True)
        ]


def as_github(markdown: str) -> Page:
    """Return what GitHub makes of *markdown*."""
    return Page(
        cmarkgfm.github_flavored_markdown_to_html(
            markdown.encode("utf-8", "backslashreplace").decode(), Options.CMARK_OPT_UNSAFE
        )
    )


def as_others(markdown: str) -> Page:
    """Return what other services make of *markdown*."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return Page(parser.render(markdown))


def assert_ours(page: Page, links: set[str]) -> None:
    """Assert that *page* has no element but ours, and no link but *links*."""
    for tag, attributes in page.elements:
        assert tag in OURS
        assert attributes.keys() <= ({"href"} if tag == "a" else {"align", "style"})
    linked = {unquote(attributes["href"] or "") for tag, attributes in page.elements if tag == "a"}
    assert linked <= links
    # What GitHub and GitLab make links of by themselves, outside code.
    assert not re.findall(r"@\w|(?<!\w)[#!]\d|\bGH-\d|://|\bwww\.|:\w+:", page.loose)
