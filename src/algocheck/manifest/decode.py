"""Turn bytes into text that everyone sees alike, or say where and why that cannot be."""

import re
from functools import cache
from itertools import islice

from algocheck.manifest.faults import fault
from algocheck.manifest.places import Lines
from algocheck.model import Finding, Location
from algocheck.words import Message, message

_BOM = b"\xef\xbb\xbf"
_OTHERS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_ORDINARY = bytes([*b"\t\n", *range(0x20, 0x7F)])
_MOST = 20
"""Faults to name in one file: who has more of them converts the file."""

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SEEN_OTHERWISE = "\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_REASONS = (
    (f"[{_BIDI}]", "bidi"),
    ("[\r\x85\u2028\u2029]", "line-break"),
    ("[\ufeff\ufffe\uffff]", "invisible"),
)


def decode(content: bytes, file: str, *, as_json: bool) -> str | tuple[Finding, ...]:
    """Return the text of UTF-8 *content*, without its mark (BOM), or what is wrong with it.

    JSON may hold characters that a YAML parser takes for line breaks or refuses:
    in JSON no key can begin after them. What turns the order of a text
    around deceives a reader in either.
    """
    content = content.removeprefix(_BOM)
    encoding = _other_encoding(content)
    if encoding:
        place = Location(file, 1, 1)
        return (fault("reading/encoding", place, message("reading.encoding", name=encoding)),)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return (_undecodable(error, content, file),)
    if content.isascii() and not content.translate(None, _ORDINARY):
        return text
    return tuple(_forbidden(text, _pattern(as_json=as_json), file)) or text


@cache
def _pattern(*, as_json: bool) -> re.Pattern[str]:
    # Compiled when it is needed: plain ASCII is all that many files hold.
    if as_json:
        return re.compile(f"[{_CONTROL}{_BIDI}]")
    return re.compile(f"[{_CONTROL}{_BIDI}{_SEEN_OTHERWISE}]|\r(?!\n)")


def _other_encoding(content: bytes) -> str | None:
    for mark, name in _OTHERS:
        if content.startswith(mark):
            return name
    start = content[:4]
    if b"\x00" in start and start.strip(b"\x00"):
        return "UTF-32" if start.count(b"\x00") > 2 else "UTF-16"  # noqa: PLR2004
    return None


def _undecodable(error: UnicodeDecodeError, content: bytes, file: str) -> Finding:
    before = content[: error.start].decode("utf-8")
    place = Location(file, *Lines(before).at(len(before)))
    problem = message("reading.byte", byte=f"0x{content[error.start]:02X}")
    return fault("reading/encoding", place, problem)


def _forbidden(text: str, pattern: re.Pattern[str], file: str) -> list[Finding]:
    lines = Lines(text)
    return [
        fault(
            "reading/forbidden-character",
            Location(file, *lines.at(each.start())),
            message("reading.forbidden", code=f"U+{ord(each[0]):04X}", reason=_reason(each[0])),
            found=f"U+{ord(each[0]):04X}",
        )
        for each in islice(pattern.finditer(text), _MOST)
    ]


def _reason(character: str) -> Message:
    for pattern, name in _REASONS:
        if re.match(pattern, character):
            return message(f"reading.reason-{name}")
    return message("reading.reason-control")
