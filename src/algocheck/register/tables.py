"""Read the register's download, a CSV file, also as spreadsheets write it back."""

import csv
import io
from collections.abc import Iterator

from algocheck.register.record import Record, describes_algorithm, record_of
from algocheck.register.refusal import Refused
from algocheck.register.values import all_distinct

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_CELL = 2**31 - 1  # what a C long holds everywhere


def table_records(text: str, file: str) -> Iterator[Record | Refused]:
    """Yield a record for each row of *text*, and a `Refused` for each row of another width.

    Rows count from 1, without the header: a cell of many lines makes the number
    of a line useless. `Refused` is raised where there is no header, and where a
    quote that is never closed would swallow what follows.
    """
    delimiter = _delimiter(text)
    header: list[str] = []
    for position, cells in enumerate(_rows(text, delimiter)):
        if position == 0:
            # A column that stands twice keeps both its cells.
            header = all_distinct(map(str.strip, cells))
        elif len(cells) == len(header):
            raw = dict(zip(header, cells, strict=True))
            yield record_of(raw, file=file, position=position, tabular=True)
        else:
            values = {"n": len(cells), "columns": len(header)}
            yield Refused("register.cells", position, **values)


def _delimiter(text: str) -> str:
    for delimiter in _DELIMITERS:
        header = next(_rows(text, delimiter, strict=False), [])
        if describes_algorithm(dict.fromkeys(map(str.strip, header), "")):
            return delimiter
    raise Refused("register.no-records")


def _rows(text: str, delimiter: str, *, strict: bool = True) -> Iterator[list[str]]:
    position = 0
    # The limit on a cell is one for the whole process; that on the file is ours.
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
        for cells in rows:
            if any(cells):
                yield cells
                position += 1
    except csv.Error as error:
        raise Refused("register.no-csv", position or None) from error
    finally:
        csv.field_size_limit(before)
