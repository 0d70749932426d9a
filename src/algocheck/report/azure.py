"""Azure DevOps: a logging command for each reason for exit 1 and each warning.

There are no commands below a warning, so what needs nothing today is an ordinary line of the
log. The exit code alone says whether the task fails: `task.complete` could say something else.
"""

import re
from typing import TextIO

from algocheck.model import Report
from algocheck.report import Style, paths
from algocheck.report.alert_text import excuse, headline, is_question
from algocheck.report.alerts import Alert, Level, alerts
from algocheck.report.cases import closing
from algocheck.words.plain import harmless

ESCAPES = {"%": "%AZP25", ";": "%3B", "\r": "%0D", "\n": "%0A", "]": "%5D"}


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write *report*, one line an alert, and how it was checked."""
    for alert in alerts(report, style.language):
        why = excuse(alert, report.threshold, style.language)
        remedy = alert.remedy if is_question(alert) or alert.level is Level.ERROR else ""
        parts = filter(None, (why, headline(alert, style.language), remedy))
        text = harmless(" - ".join(parts))
        note = alert.level is Level.NOTE
        stream.write(_line(alert, text) if note else _command(alert, text, style.root))
    stream.writelines(map(ordinary, closing(report, style)))


def _command(alert: Alert, text: str, root: str) -> str:
    location = alert.location
    properties = {"type": alert.level.value}
    if location.file != paths.STDIN:
        properties |= {
            "sourcepath": harmless(paths.relative(location.file, root)),
            "linenumber": str(location.line),
            "columnnumber": str(location.column),
        }
    properties["code"] = alert.name
    told = "".join(f"{name}={escaped(value)};" for name, value in properties.items())
    return f"##vso[task.logissue {told}]{escaped(text)}\n"


def _line(alert: Alert, text: str) -> str:
    return ordinary(f"{harmless(alert.location.address)}  {alert.name}: {text}")


def ordinary(line: str) -> str:
    """Write *line* so that there is no command in it, wherever in a line the agent looks."""
    return f"{re.sub('#(?=#)', '# ', line)}\n"


def escaped(text: str) -> str:
    """Write *text* so that it stays within a property, or within the message of a command."""
    return "".join(ESCAPES.get(each, each) for each in text)
