"""How is it told? Each format is a function of a report, a stream and a style."""

import importlib
from typing import NamedTuple, Protocol, TextIO

from algocheck.model import Report
from algocheck.words import Language


class Reporter(Protocol):
    """Writes a report in one format."""

    def __call__(self, report: Report, stream: TextIO, style: "Style") -> None:
        """Write *report* to *stream*; raises OSError where that fails."""


class Style(NamedTuple):
    """How the reader wants it told; a format that has no use for one of these ignores it."""

    language: Language = "en"
    width: int = 80  # columns
    colour: bool = False  # colour and links, for a terminal
    table: bool = False  # for the eye; else sentences, which can be read aloud
    everything: bool = False  # all of it, not the first screen
    root: str = ""  # the folder of the run, with forward slashes; empty: not known


FORMATS = {
    "text": "text",
    "json": "json_",
    "sarif": "sarif",
    "github": "github",
    "junit": "junit",
    "tap": "tap",
    "gitlab": "gitlab",
    "azure": "azure",
    "markdown": "markdown",
    "csv": "csv_",
    "jsonl": "jsonl",
    "oscal": "oscal",
}
"""Each format's name, and the module beside this one that has its `write`."""


def reporter(name: str) -> Reporter:
    """Return the reporter of a format; a format that nobody asks for is never imported."""
    write: Reporter = importlib.import_module(f"algocheck.report.{FORMATS[name]}").write
    return write
