"""TAP, version 14, so written that those who know only version 13 read the same in it.

A test that is not met and is no reason for exit 1 is a TODO: consumers show it, and count it
as no failure. What is not asked here or today is a SKIP.
"""

import json
from collections.abc import Iterator
from typing import TextIO

from algocheck.model import Report
from algocheck.report import Style
from algocheck.report.alert_text import rows, word
from algocheck.report.cases import Case, Result, Suite, places, suites
from algocheck.words.plain import harmless

DIRECTIVES = {Result.OPEN: "TODO", Result.SKIPPED: "SKIP"}
MET = (Result.PASSED, Result.SKIPPED)


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write *report*: a test point for each case of each manifest, and the plan last."""
    stream.write("TAP version 14\n")
    number = 0
    for suite in suites(report, style):
        stream.writelines(f"# {_plain(line)}\n" for line in _about(suite))
        for case in suite.cases:
            number += 1
            stream.write(_point(case, number, suite))
            stream.writelines(f"  {line}\n" for line in _diagnostics(case, report, style))
    nothing = "" if number else f" # SKIP {word('nothing-checked', style.language)}"
    stream.write(f"1..{number}{nothing}\n")


def _about(suite: Suite) -> Iterator[str]:
    lines = iter(suite.about)
    if suite.verdict:
        yield f"{suite.name}: {next(lines)}"
    yield from lines


def _point(case: Case, number: int, suite: Suite) -> str:
    met = "ok" if case.result in MET else "not ok"
    line = f"{met} {number} - {_plain(suite.name)}: {_plain(case.name)}"
    directive = DIRECTIVES.get(case.result)
    return f"{line} # {directive} {_plain(case.message)}\n" if directive else f"{line}\n"


def _diagnostics(case: Case, report: Report, style: Style) -> Iterator[str]:
    """Yield the block of YAML; every text in it is JSON, of which YAML 1.2 makes no other."""
    if not case.alerts:
        return
    yield "---"
    yield f"message: {_quoted(case.message)}"
    yield "at:"
    for line in places(case, report.threshold, style.language):
        yield f"  - {_quoted(line)}"
    first = case.alerts[0]
    yield f"severity: {first.severity.word}"
    yield f"kind: {first.kind}"
    for row in rows(first, style.language):
        if row.key != "severity":
            yield f"{row.key}: {_quoted(row.text)}"
    yield "..."


def _quoted(text: str) -> str:
    return json.dumps(harmless(text), ensure_ascii=False)


def _plain(text: str) -> str:
    r"""Return *text* so that nothing in it is a directive.

    Version 14 writes ``#`` as ``\#``. Version 13 knows no escape, and would skip the test
    of a file called ``a # skip``: so it is written out, as characters that hide are.
    """
    return harmless(text).replace("#", "\\x23").replace("\\", "\\\\")
