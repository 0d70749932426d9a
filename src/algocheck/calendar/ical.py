"""iCalendar (RFC 5545), for Outlook, Thunderbird, Nextcloud and the like: an event a day's duty.

The same report gives the same bytes, and an event keeps its name (UID) when its day
or the line in its manifest moves: who imports the file again gets no second copy.
"""

import datetime as dt
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from algocheck.calendar import phrases
from algocheck.calendar.listing import listing
from algocheck.model import Entry, EntryKind, Report
from algocheck.report import Style
from algocheck.report import phrases as told
from algocheck.report.footer import MARKED
from algocheck.words import Language
from algocheck.words.plain import harmless

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

NOTICE = dt.timedelta(days=30)
"""How long before its day an event reminds of itself."""


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the calendar of *report*; raises OSError where that fails."""
    if isinstance(stream, io.TextIOWrapper):
        # The standard prescribes both, whatever the console is used to.
        stream.reconfigure(encoding="utf-8", newline="")
    stream.write(_calendar(report, style.language).to_ical().decode("utf-8"))


def _calendar(report: Report, language: Language) -> "Calendar":
    # Imported here: it takes longer than a check.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//algocheck//calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "algocheck")
    listed = listing(report)
    seen: Counter[str] = Counter()
    for entries in _together((*listed.overdue, *listed.coming)):
        name = _name(entries)
        seen[name] += 1
        # Two files may describe one algorithm; a name that is given twice is lost.
        uid = name if seen[name] == 1 else f"{name}-{seen[name]}"
        calendar.add_component(_event(entries, uid, report, language))
    return calendar


def _together(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield what makes one event: all that a law asks of one manifest, and each other entry."""

    def group(entry: Entry) -> tuple[str, str, str]:
        whose = f"{entry.location.file}#{entry.location.document}"
        return entry.day, entry.kind, whose if entry.kind is EntryKind.LAW else entry.name

    for (_, kind, _), same in groupby(sorted(entries, key=group), group):
        if kind == EntryKind.LAW:
            yield list(same)
        else:
            yield from ([entry] for entry in same)


def _name(entries: Sequence[Entry]) -> str:
    first = entries[0]
    if first.kind is not EntryKind.LAW:
        return first.fingerprint
    # Which rules begin on that day depends on the policies; that the law does, does not.
    parts = f"{first.kind}\0{first.manifest}\0{first.day}"
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _event(entries: Sequence[Entry], uid: str, report: Report, language: Language) -> "Event":
    from icalendar import Event

    first = entries[0]
    day = dt.date.fromisoformat(first.day)
    today = dt.date.fromisoformat(report.today)
    event = Event()
    event.add("uid", f"{uid}@algocheck")
    event.add("dtstamp", dt.datetime.combine(today, dt.time(), dt.UTC))
    # Grows with every later list, so that calendars take that one for the newer.
    event.add("sequence", today.toordinal())
    event.add("dtstart", day)
    event.add("summary", harmless(_summary(entries, report.today, language)))
    event.add("description", "\n".join(_description(entries, language)))
    event.add("categories", ["algocheck", phrases.kind(first, language).capitalize()])
    event.add("transp", "TRANSPARENT")  # nobody is busy all day because of it
    if laws := phrases.laws(first):
        event.add("url", laws[0].url)
    if day - NOTICE >= today:
        event.add_component(_alarm(event))
    return event


def _alarm(event: "Event") -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -NOTICE)
    alarm.add("description", event["summary"])
    return alarm


def _summary(entries: Sequence[Entry], today: str, language: Language) -> str:
    first = entries[0]
    if first.kind is EntryKind.LAW:
        # Of a law that perhaps begins no more is known.
        key = "law-perhaps" if all(entry.undecided for entry in entries) else "law-event"
        return phrases.word(key, language, n=len(entries), title=first.title)
    what = f"{phrases.what(first, language)}: {first.title}"
    return f"{phrases.word('late', language)}: {what}" if first.day < today else what


def _description(entries: Sequence[Entry], language: Language) -> Iterator[str]:
    """Yield the lines that explain an event: what is due, who acts, and where."""
    for number, entry in enumerate(entries):
        if number:
            yield ""
        what = phrases.what(entry, language)
        if entry.rule:
            severity = told.word(f"severity-{entry.rule.severity.word}", language)
            what = f"{told.rule_name(entry.rule)}, {severity}: {what}"
        yield harmless(what)
        for label, text in phrases.rows(entry, language):
            yield harmless(f"{label}: {text}" if label else text)
        yield harmless(f"{entry.location.address}  {phrases.detail(entry, language)}")
    if any(MARKED.search(told.article(law)) for entry in entries for law in phrases.laws(entry)):
        yield ""
        yield told.word("marks", language)
