"""Read a file as people have it, and say which records it holds and what of it holds none."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from algocheck.errors import UsageError, reason
from algocheck.register.json_records import json_records
from algocheck.register.record import Record
from algocheck.register.refusal import Refused
from algocheck.register.tables import table_records
from algocheck.words import Message

LIMIT = 200_000_000
"""Bytes; the whole register of 2026, all fields, is a tenth of it."""


class Refusal(NamedTuple):
    """A file, or a record in it, that was not imported, and why."""

    file: str  # its name alone
    position: int | None  # of the record, from 1; None for the file
    reason: Message


def read(path: Path) -> Iterator[Record | Refusal]:
    """Yield the records of *path*, and refusals of what is none.

    Raises `UsageError` where there is no file to read. What is wrong with what
    it holds is a refusal, never an exception.
    """
    if not path.is_file():
        key = "register.directory" if path.is_dir() else "register.no-such-file"
        raise UsageError(key, path=path.as_posix())
    found = 0
    try:
        text = _text(path)
        is_json = path.suffix.lower() == ".json" or text.lstrip()[:1] in {"{", "["}
        for record in (json_records if is_json else table_records)(text, path.name):
            if isinstance(record, Record):
                found += 1
                yield record
            else:
                yield Refusal(path.name, record.position, record.reason)
    except Refused as refused:
        yield Refusal(path.name, refused.position, refused.reason)
    else:
        if not found:
            yield Refusal(path.name, None, Message("register.no-records"))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            content = stream.read(LIMIT + 1)
    except OSError as error:
        place = path.as_posix()
        raise UsageError("register.cannot-read", path=place, reason=reason(error)) from error
    if len(content) > LIMIT:
        raise Refused("register.too-large", limit=LIMIT // 1_000_000)
    if content.startswith(b"PK\x03\x04"):
        raise Refused("register.spreadsheet")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("register.utf-16")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused("register.not-utf-8", line=line) from error
    if not text.strip():
        raise Refused("register.empty-file")
    return text
