"""Make plain text of what the register holds, without losing a word of it.

Only elements that HTML knows are taken for markup: records also hold
``<https://...>`` and ``< 18 years``, which a parser of HTML would swallow as
tags. Only references that end in a semicolon are entities: a parser of HTML
reads ``&paragraaf=2``, in a link to an article of law, as a pilcrow.
"""

import html
import re
from html.entities import html5

_APART = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table"]
)  # a blank line around it
_BREAKS = frozenset(
    [
        "br",
        "div",
        "hr",
        "tr",
        "section",
        "article",
        "header",
        "footer",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "img",
        "mark",
        "o:p",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "u",
    ]
)
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol"})

_MARKUP = re.compile(
    r"<!--(?:[^<]|<(?!!--))*?-->"  # never past the next beginning: many of them take no longer
    r"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:]*)(?P<rest>[^<>]*)>"
)
_HREF = re.compile(r"\shref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

# What no editor shows: controls, soft hyphens, zero-width spaces, and the marks that
# make a text read in another order than it is stored in.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_NEW_LINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
# Where markup stood, until the gaps are closed: characters that no text here has any more.
_BLOCK, _BREAK, _PARAGRAPH, _INDENT = "\x01", "\x02", "\x03", "\x04"
_GAP = re.compile("(?<![ \t\n\xa0])[ \t\n\xa0]*[\x01-\x03][ \t\n\xa0\x01-\x03]*")
_SPACES = re.compile(r"(?<=\S)[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")


def plain(text: str) -> str:
    """Return *text* without HTML, list items as lines that begin with a dash."""
    if "<" in text:
        text = _without_markup(_visible(text))
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    return tidy(text)


def one_line(text: str) -> str:
    """Return *text* without HTML, on one line."""
    return " ".join(plain(text).split())


def tidy(text: str) -> str:
    """Return *text* with ordinary spaces and line ends, and nothing that cannot be seen."""
    text = _visible(text).replace("\t", "  ").replace("\xa0", " ")
    text = "\n".join(_SPACES.sub(" ", line).rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip()


def _visible(text: str) -> str:
    text = _INVISIBLE.sub("", _NEW_LINE.sub("\n", text))
    return _NO_CHARACTER.sub("\ufffd", text)


def _without_markup(text: str) -> str:
    parts: list[str] = []
    end, depth, link = 0, 0, ""
    for found in _MARKUP.finditer(text):
        name = (found["name"] or "").lower()
        if name and not _is_element(name, found["rest"]):
            continue
        parts.append(text[end : found.start()])
        end = found.end()
        if name in _LISTS:
            depth = max(0, depth + (-1 if found["close"] else 1))
        if name == "a":
            # What a link leads to is text too, unless it is what the link shows.
            if found["close"] and link and link not in "".join(parts[-3:]):
                parts.append(f" ({link})")
            link = "" if found["close"] else _target(found["rest"])
        parts.append(_stands_for(name, closes=bool(found["close"]), depth=depth))
    return _GAP.sub(_gap, "".join([*parts, text[end:]])).replace(_INDENT, " ")


def _is_element(name: str, rest: str) -> bool:
    known = name in _APART or name in _BREAKS or name in _INLINE or name in _CELLS
    return known and (not rest or rest[0] in " \t\n/")


def _stands_for(name: str, *, closes: bool, depth: int) -> str:
    if name == "li" and not closes:
        return _BLOCK + _INDENT * (2 * max(0, depth - 1)) + "- "
    if name in _APART:
        return _PARAGRAPH
    if name == "br":
        return _BREAK
    if name in _BREAKS:
        return _BLOCK
    return " " if name in _CELLS else ""


def _gap(gap: re.Match[str]) -> str:
    # Several elements that end and begin here are one gap, and so is the space between them.
    apart = _PARAGRAPH in gap[0] or gap[0].count(_BREAK) > 1
    return "\n\n" if apart else "\n"


def _target(attributes: str) -> str:
    found = _HREF.search(attributes)
    return next(filter(None, found.groups()), "") if found else ""


def _character(entity: re.Match[str]) -> str:
    name = entity[0][1:]
    return html.unescape(entity[0]) if name.startswith("#") or name in html5 else entity[0]
