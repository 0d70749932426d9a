"""GitHub's annotations: workflow commands that show what is open beside the lines of a change.

GitHub shows ten of each kind for a step, so the most severe of each are written, and how many
there are besides. What people wrote is within a command, where it can be no other command.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from algocheck.model import BaselineState, Report
from algocheck.report import Style, paths, phrases
from algocheck.report.alert_text import excuse, is_question, rows
from algocheck.report.alerts import Alert, Level, alerts
from algocheck.report.footer import caveats, counts
from algocheck.words import message, say
from algocheck.words.plain import harmless

SHOWN = 10
"""How many annotations of a kind GitHub shows for one step."""

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = IN_TEXT | {":": "%3A", ",": "%2C"}


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write *report*: at most thirty lines, of which the last counts everything."""
    by_level: dict[Level, list[Alert]] = {level: [] for level in Level}
    for alert in alerts(report, style.language):
        # What only the baseline covers is old, and would stand before what is new.
        if alert.waiver or alert.baseline is not BaselineState.UNCHANGED:
            by_level[alert.level].append(alert)
    hidden = 0
    for level, found in by_level.items():
        # The last notice is the closing one.
        room = SHOWN - 1 if level is Level.NOTE else SHOWN
        found.sort(key=lambda alert: -alert.severity)
        stream.writelines(_annotation(alert, report, style) for alert in found[:room])
        hidden += len(found[room:])
    stream.write(_command("notice", {"title": "algocheck"}, _closing(report, style, hidden)))


def _annotation(alert: Alert, report: Report, style: Style) -> str:
    location = alert.location
    place = {
        "file": paths.relative(location.file, style.root),
        "line": str(location.line),
        "col": str(location.column),
    }
    properties = {} if location.file == paths.STDIN else place
    properties["title"] = alert.title
    return _command(COMMANDS[alert.level], properties, _about(alert, report, style))


def _about(alert: Alert, report: Report, style: Style) -> Iterator[str]:
    """Yield the lines below the title, which says what is required or asked."""
    language = style.language
    why = excuse(alert, report.threshold, language)
    if why:
        yield why
    yield alert.message
    if is_question(alert):
        yield alert.remedy
    for row in rows(alert, language):
        if row.text != alert.title:
            yield f"{row.label}: {row.text}"
    name = alert.name if is_question(alert) else phrases.rule_name(alert.rules[0])
    yield f"{alert.location.address}  {name}"


def _closing(report: Report, style: Style, hidden: int) -> Iterator[str]:
    """Yield what the text report ends with, and where to read what is not written here."""
    language = style.language
    yield counts(report, language)
    yield from caveats(report, language)
    if hidden:
        yield say(message("scanning.hidden", n=hidden), language)
        yield say(message("scanning.elsewhere"), language)


def _command(name: str, properties: Mapping[str, str], lines: Iterable[str]) -> str:
    told = ",".join(
        f"{key}={_escaped(value, IN_PROPERTY)}" for key, value in properties.items() if value
    )
    text = "%0A".join(_escaped(line, IN_TEXT) for line in lines)
    return f"::{name} {told}::{text}\n"


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    """Write *text* so that it stays where it is, and is no command of the older form either."""
    shown = harmless(text).replace("##[", "## [")
    return "".join(escapes.get(each, each) for each in shown)
