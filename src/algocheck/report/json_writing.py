"""Write JSON so that nobody who shows it obeys it."""

import codecs
import json
from typing import Any, TextIO

from algocheck.words.plain import escaped_json


def write_document(whole: Any, stream: TextIO) -> None:
    """Write a JSON value so that nobody who shows it obeys it; raises OSError as a stream does."""
    encoder = json.JSONEncoder(ensure_ascii=ascii_only(stream), indent=1)
    stream.writelines(escaped(part) for part in encoder.iterencode(whole))
    stream.write("\n")


def ascii_only(stream: TextIO) -> bool:
    """Whether *stream* gets its JSON in ASCII: JSON is UTF-8, and some streams are not."""
    return bool(stream.encoding) and codecs.lookup(stream.encoding).name != "utf-8"


def escaped(part: str) -> str:
    """Escape what JSON lets through and a reader obeys or hides.

    A terminal obeys C1, direction marks and DEL; the log of a pipeline, ## before a command.
    """
    return escaped_json(part.replace("##", "#\\u0023"))
