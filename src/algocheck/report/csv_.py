"""A table for a spreadsheet: a row for the run, for each manifest and for each alert.

It opens in Excel by a double click: UTF-8 with a byte order mark, and between the cells what
Excel expects where the report's language is spoken, a semicolon in Dutch and a comma in English.
A line is a row, for no cell has a line break in it. A cell that a spreadsheet would compute gets
an apostrophe before the sign that makes it a formula; the JSON report has it without.
"""

import codecs
import csv
import re
from typing import Any, TextIO

from algocheck.model import Report
from algocheck.report import Style
from algocheck.report.csv_rows import rows
from algocheck.words import Language
from algocheck.words.plain import harmless

COLUMNS = (
    *("record", "file", "document", "manifest", "title", "organisation", "status"),
    *("alert", "code", "theme", "kind", "severity", "level", "outcome"),
    *("line", "column", "place", "message", "required", "remedy", "acts", "laws", "urls"),
    *("begins", "waiver_reason", "waiver_role", "waiver_expires", "waiver_reference"),
    *("baseline", "fingerprint"),
)
"""The heads of the columns: the same in every language, so that a program finds them."""

SEPARATORS: dict[Language, str] = {"nl": ";", "en": ","}
# Also behind what another program may take for the end of a cell.
FORMULA = re.compile("(^|[;,\t|\"'])([ \"']*)(?=[=+@\uff1d\uff0b\uff0d\uff20-])")


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write *report* as a table; raises OSError where that fails."""
    if not stream.encoding or codecs.lookup(stream.encoding).name == "utf-8":
        stream.write("\ufeff")
    table = csv.DictWriter(
        stream, COLUMNS, restval="", delimiter=SEPARATORS[style.language], lineterminator="\n"
    )
    table.writeheader()
    for row in rows(report, style.language):
        table.writerow({key: _defused(value) for key, value in row.items()})


def _defused(value: Any) -> str:
    return FORMULA.sub(r"\1\2'", harmless(str(value)))
