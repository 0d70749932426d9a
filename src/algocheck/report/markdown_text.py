"""Text for a page of Markdown, so that nothing in it is obeyed: no link, no mention, no HTML.

What others wrote stands between backticks wherever it is not plainly words. Nothing else is left
alone by every service: GitHub and GitLab make links of @names, #numbers and addresses in any
sentence, however they are escaped.
"""

import re
from itertools import groupby

from algocheck.words import Language, Message, Value, say
from algocheck.words.plain import harmless

LONGEST = 160
"""How many characters of somebody else's text are shown, where no other number is given."""

WORD = re.compile(r"[(]?[^\W\d_]+(?:['\u2019-][^\W\d_]+)*[)]?[,.;:!?]?|[0-9]{1,4}")
SPECIAL = re.compile(r"[\\`*\[\]<>&{}^~$#@]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])")
TICKS = re.compile("`+")
MOST_TICKS = 8
"""GitHub's parser takes a long run of backticks for text, and what follows for Markdown."""

FILLED = re.compile("\u27e6([0-9]+)\u27e7")


def prose(text: str) -> str:
    """Escape what a bundle or algocheck itself says, so that it reads as it was written."""
    return SPECIAL.sub(lambda found: f"\\{found[0]}", harmless(text))


def code(text: str, longest: int = LONGEST) -> str:
    """Put *text* between backticks, on one line; what is longer is cut."""
    shown = TICKS.sub(lambda run: run[0][:MOST_TICKS], shortened(text, longest).strip()) or '""'
    fence = "`" * (max(map(len, TICKS.findall(shown)), default=0) + 1)
    # One space at either side is taken off again by whoever reads it.
    padding = " " if "`" in (shown[0], shown[-1]) else ""
    return f"{fence}{padding}{shown}{padding}{fence}"


def told(text: str, longest: int = LONGEST) -> str:
    """Return what somebody wrote: words as they are, all else between backticks."""
    words = shortened(text, longest).split()
    runs = groupby(words, key=lambda word: WORD.fullmatch(word) is not None)
    return " ".join(" ".join(run) if plain else code(" ".join(run), longest) for plain, run in runs)


def cell(markdown: str) -> str:
    """Return *markdown* as a cell of a table, where a bar would begin the next."""
    return markdown.replace("|", "\\|")


def link(markdown: str, url: str) -> str:
    """Make a link of *markdown*; an address that is not of the web is no link."""
    if not url.startswith(("https://", "http://")):
        return markdown
    address = re.sub(r"[^!#-;=?-Z_a-z~]", _percent, url)
    return f"[{markdown}](<{address}>)"


def sentence(message: Message, language: Language) -> str:
    """Say *message*, with every text that fills it between backticks."""
    filled: list[str] = []
    said = prose(say(_marked(message, filled), language))
    return FILLED.sub(lambda mark: code(filled[int(mark[1])]), said)


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return *text* on one line of *longest* characters at most."""
    shown = harmless(text[: longest + 1])
    return shown if len(shown) <= longest else f"{shown[: longest - 3]}..."


def _marked(message: Message, filled: list[str]) -> Message:
    """Return *message* with a mark for each text that fills it, and those texts in *filled*."""

    def mark(value: Value) -> Value:
        if isinstance(value, Message):
            return _marked(value, filled)
        if isinstance(value, str):
            filled.append(value)
            return f"\u27e6{len(filled) - 1}\u27e7"
        return value

    return message._replace(values=tuple((name, mark(value)) for name, value in message.values))


def _percent(character: re.Match[str]) -> str:
    encoded = character[0].encode("utf-8", "surrogatepass")
    return "".join(f"%{byte:02X}" for byte in encoded)
