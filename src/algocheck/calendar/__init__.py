"""What must be done, and by when: other days than the day of the check."""

import importlib

from algocheck.report import Reporter

FORMATS = {"text": "text", "json": "json_", "ical": "ical"}
"""Each format's name, and the module beside this one that has its `write`."""


def reporter(name: str) -> Reporter:
    """Return what tells the calendar in a format, of a report that looked ahead."""
    write: Reporter = importlib.import_module(f"algocheck.calendar.{FORMATS[name]}").write
    return write
