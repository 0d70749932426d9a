"""JSON of which the outer levels are laid out and each part below them is one line.

The standard library lays out all or nothing, and all takes it ten times as long.
"""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from algocheck.report.json_writing import ascii_only, escaped


def write_json(whole: Any, stream: TextIO, levels: int) -> None:
    """Write *whole* with *levels* laid out; raises OSError where that fails."""
    encoder = json.JSONEncoder(ensure_ascii=ascii_only(stream))
    stream.writelines(_pieces(whole, levels, encoder, "\n"))
    stream.write("\n")


def _pieces(part: Any, levels: int, encoder: json.JSONEncoder, end: str) -> Iterator[str]:
    if not levels or not part or not isinstance(part, dict | list):
        yield escaped(encoder.encode(part))
        return
    first, last = "{}" if isinstance(part, dict) else "[]"
    inner = f"{end} "
    yield first
    between = inner
    keyed = part.items() if isinstance(part, dict) else ((None, each) for each in part)
    for key, value in keyed:
        yield between if key is None else f"{between}{escaped(encoder.encode(key))}: "
        yield from _pieces(value, levels - 1, encoder, inner)
        between = f",{inner}"
    yield f"{end}{last}"
