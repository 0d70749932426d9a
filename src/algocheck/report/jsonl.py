"""JSON lines: the JSON report in pieces, for what reads a stream or a log event by event.

A line `run` first, then the rules, then each manifest and what there is about it, and a line
`summary` last: a stream without it was cut off. What stands in a line is what stands in the
JSON report; put together again they are that report.
"""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from algocheck.model import Report
from algocheck.report import Style
from algocheck.report.json_ import document
from algocheck.report.json_writing import ascii_only, escaped

LAST = ("passes", "counts")
"""What only the end of a check can tell."""


def write(report: Report, stream: TextIO, style: Style) -> None:  # noqa: ARG001 -- a machine has no style
    """Write *report*, a JSON object a line; no option changes the bytes."""
    encoder = json.JSONEncoder(ensure_ascii=ascii_only(stream))
    # Whatever else ends a line somewhere, U+2028 or NEL, is written as an escape.
    stream.writelines(escaped(encoder.encode(line)) + "\n" for line in lines(report))


def lines(report: Report) -> Iterator[dict[str, Any]]:
    """Yield the lines of *report*, each with its `type`."""
    whole = document(report)
    rules, manifests = whole.pop("rules"), whole.pop("manifests")
    last = {key: whole.pop(key) for key in LAST}
    pieces = _lists(whole, ("bundles",))
    yield {"type": "run", **whole}
    for name, rule in rules.items():
        yield {"type": "rule", "id": name, **rule}
    for manifest in manifests:
        points = _lists(manifest)
        yield {"type": "manifest", **manifest}
        where = {key: manifest[key] for key in ("file", "document", "manifest")}
        for kind, point in points:
            yield {"type": kind, **where, **point}
    for kind, point in pieces:
        yield {"type": kind, **point}
    yield {"type": "summary", **last}


def _lists(part: dict[str, Any], kept: tuple[str, ...] = ()) -> list[tuple[str, Any]]:
    """Take the lists out of *part*; return what stands in them, with the name of one of it."""
    keys = [key for key, value in part.items() if isinstance(value, list) and key not in kept]
    return [(key.removesuffix("s"), each) for key in keys for each in part.pop(key)]
