"""Write a waiver into a file of waivers: as text, so that all else in it stays as it is."""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from algocheck.errors import UsageError
from algocheck.model import Finding, Waiver
from algocheck.waiver.names import Names
from algocheck.waiver.reading import Waivers, Written, parse
from algocheck.words import Message, message

KEYS = ("rule", "manifest", "place", "reason", "decided_by_role", "expires", "reference")
_DASH = re.compile(r"^( *)- +\S")
_NONE_YET = re.compile(r"(?m)^(waivers:)[ \t]*(?:\[[ \t]*\]|~|null)([ \t]*(?:#.*)?)(?=\r?$)")
_COMMENT = re.compile(r"(^|\s)#")


class Rewritten(NamedTuple):
    """A file with one waiver more, or with one renewed."""

    content: bytes
    waivers: Waivers  # what it says now
    ours: Written
    replaced: Written | None = None  # the one whose place it took


def hindrances(content: bytes, waiver: Waiver, file: str, names: Names) -> list[Message]:
    """Return what a person has to mend in *content* before *waiver* can be written into it."""
    before = parse(content, file)
    if before.findings:
        return [_mend_first(fault) for fault in before.findings]
    ours = _of_the_same(before, waiver, names)
    if len(ours) > 1:
        lines_of = ", ".join(str(each.waiver.location.line) for each in ours)
        return [message("waive.twice", file=file, lines=lines_of)]
    lines = content.decode("utf-8").splitlines(keepends=True)
    return [
        message("waive.comments", place=f"{file}:{old.waiver.location.line}")
        for old in ours
        if any(_COMMENT.search(line) for line in lines[_span(lines, old)])
    ]


def rewritten(content: bytes, waiver: Waiver, file: str, names: Names) -> Rewritten:
    """Return *content* with *waiver* in it: in the place of one for the same, else at the end.

    All other lines stay as they are; *names* tell which rules are the same. Raises
    `UsageError` where that cannot be: there are `hindrances`, or something else follows
    its list.
    """
    for hindrance in hindrances(content, waiver, file, names):
        raise UsageError(hindrance.key, **dict(hindrance.values))
    before = parse(content, file)
    old = next(iter(_of_the_same(before, waiver, names)), None)
    text = content.decode("utf-8")  # it was read, so it is that; a mark (BOM) stays in it
    lines = text.splitlines(keepends=True)
    ending = "\r\n" if "\r\n" in text else "\n"
    new = [f"{line}{ending}" for line in entry(waiver, _indent(lines, before.written))]
    if old:
        span = _span(lines, old)
        changed = [*lines[: span.start], *new, *lines[span.stop :]]
    else:
        changed = [*_ended(_NONE_YET.sub(r"\1\2", text).splitlines(keepends=True), ending), *new]
    result = "".join(changed).encode("utf-8")
    after = parse(result, file)
    new_one = _only_ours(before, after, waiver, old)
    if new_one is None:
        told = "\n".join(entry(waiver, "  "))
        raise UsageError("waive.not-by-us", file=file, entry=told)
    return Rewritten(result, after, new_one, old)


def entry(waiver: Waiver, indent: str) -> list[str]:
    """Return the lines of *waiver* as an entry of the list, without their endings."""
    values = {key: getattr(waiver, key) for key in KEYS}
    lines = [f"{key}: {quoted(value)}" for key, value in values.items() if value or key == "place"]
    return [f"{indent}{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]


def quoted(text: str) -> str:
    """Write *text* in quotes as YAML reads it back, whatever stands in it."""
    return "".join(
        each if each.isprintable() else _escape(each)
        for each in json.dumps(text, ensure_ascii=False)
    )


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 -- of YAML


def _mend_first(fault: Finding) -> Message:
    problem = fault.problem or fault.rule.id
    return message("waive.malformed", place=fault.location.address, problem=problem)


def _of_the_same(written: Waivers, ours: Waiver, names: Names) -> list[Written]:
    return [
        each
        for each in written.written
        if (names.resolve(each.waiver.rule), *each.waiver[1:3]) == ours[:3]
    ]


def _indent(lines: Sequence[str], written: Sequence[Written]) -> str:
    """Return what stands before the dash of a waiver in this file."""
    for each in written:
        dash = _DASH.match(lines[each.waiver.location.line - 1])
        if dash:
            return dash[1]
    return "  "


def _ended(lines: list[str], ending: str) -> list[str]:
    """Return *lines*, the last of which is ended."""
    if lines and not lines[-1].endswith(("\n", "\r")):
        return [*lines[:-1], lines[-1] + ending]
    return lines


def _span(lines: Sequence[str], old: Written) -> slice:
    """Return which of *lines* are those of *old*."""
    first = old.waiver.location.line - 1
    dash = _DASH.match(lines[first])
    depth = len(dash[1]) if dash else 0
    last = first + 1
    while last < len(lines) and _is_deeper(lines[last], depth):
        last += 1
    while not lines[last - 1].strip():
        last -= 1
    return slice(first, last)


def _is_deeper(line: str, depth: int) -> bool:
    return not line.strip() or len(line) - len(line.lstrip(" ")) > depth


def _only_ours(
    before: Waivers, after: Waivers, waiver: Waiver, old: Written | None
) -> Written | None:
    """Return our waiver in *after*, where all the others are as they were *before*."""
    position = old.position if old else len(before.written)
    expected = [each.waiver[:-1] for each in before.written if each is not old]
    expected.insert(position, waiver[:-1])
    if after.findings or [each.waiver[:-1] for each in after.written] != expected:
        return None
    return after.written[position]
