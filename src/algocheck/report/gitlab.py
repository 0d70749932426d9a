"""GitLab's code quality report: a JSON array of what is open, which a merge request shows.

The severity says what it means for the run: major and worse are reasons for exit 1, minor is
open and is none, info is nothing to do today. GitLab has no way to say that something is waived,
so that is told first in the description.
"""

import json
from typing import Any, TextIO

from algocheck.model import Report, Severity
from algocheck.report import Style, paths
from algocheck.report.alert_text import excuse, headline, is_question, rows
from algocheck.report.alerts import Alert, Level, alerts
from algocheck.words.plain import harmless

FAILING = {
    Severity.CRITICAL: "blocker",
    Severity.HIGH: "critical",
    Severity.MEDIUM: "major",
    Severity.LOW: "major",
}
"""The severity of what is a reason for exit 1."""

OTHERS = {Level.WARNING: "minor", Level.NOTE: "info"}


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write *report*; all of it is ASCII, and so right in whatever it is saved as."""
    stream.write("[")
    for number, alert in enumerate(alerts(report, style.language)):
        stream.write(",\n" if number else "\n")
        stream.write(json.dumps(_issue(alert, report, style), indent=1))
    stream.write("\n]\n")


def _issue(alert: Alert, report: Report, style: Style) -> dict[str, Any]:
    told = rows(alert, style.language)
    why = excuse(alert, report.threshold, style.language)
    answer = alert.remedy if is_question(alert) else ""
    description = " - ".join(filter(None, (why, headline(alert, style.language), answer)))
    return {
        "type": "issue",
        "check_name": alert.name,
        "description": harmless(description),
        "content": {"body": "\n".join(harmless(f"- {row.label}: {row.text}") for row in told)},
        "categories": ["Bug Risk"],  # the nearest of the eight that there are
        "severity": OTHERS.get(alert.level) or FAILING[alert.severity],
        "fingerprint": alert.fingerprint,
        "location": {
            "path": harmless(paths.relative(alert.location.file, style.root)),
            "lines": {"begin": alert.location.line},
        },
    }
