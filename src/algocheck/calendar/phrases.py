"""Short phrases that all formats of the calendar share: what is to be done, and how far away."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from algocheck.manifest.schema import field
from algocheck.model import Entry, EntryKind, Finding, Kind, Law, Question
from algocheck.report import phrases
from algocheck.words import Language, message, say

FACTS = 3
"""How many facts to answer are named in a line."""


def word(key: str, language: Language, **values: Any) -> str:
    """Return a text of the calendar's own catalogue."""
    return say(message(f"calendar.{key}", **values), language)


def days_away(entry: Entry, today: str) -> int:
    """Return how many days after *today* an entry comes; less than 0 where it is overdue."""
    return (dt.date.fromisoformat(entry.day) - dt.date.fromisoformat(today)).days


def away(entry: Entry, today: str, language: Language) -> str:
    """Say how far away an entry is: in 9 days."""
    days = days_away(entry, today)
    if days == 0:
        return word("today", language)
    return word("ahead" if days > 0 else "ago", language, n=abs(days))


def weekday(day: str, language: Language) -> str:
    """Name the day of the week of an ISO day."""
    return word(f"weekday-{dt.date.fromisoformat(day).weekday()}", language)


def what(entry: Entry, language: Language) -> str:
    """Say what is due: what a rule requires, a fact's title, which waiver ends."""
    if entry.rule:
        return entry.rule.title[language]
    if entry.waiver:
        return word("last-day", language, rule=entry.waiver.rule)
    return field(entry.fact).title[language]


def kind(entry: Entry, language: Language) -> str:
    """Say in capitals why there is an entry: LAW BEGINS."""
    of_no_law = entry.rule is not None and entry.rule.kind is not Kind.LAW
    if entry.kind is EntryKind.LAW and of_no_law:
        return word("kind-begins", language)
    return word(f"kind-{entry.kind}", language)


def detail(entry: Entry, language: Language) -> str:
    """Say what stands open at the place of an entry, or which of several is due."""
    if entry.waiver:
        role, reason = entry.waiver.decided_by_role, entry.waiver.reason
        return word("decided-by", language, title=entry.title, role=role, reason=reason)
    if entry.kind in (EntryKind.DUTY, EntryKind.PLAN):
        which = entry.place.partition("[")[2].rpartition("]")[0]
        return f"{entry.title}: {which}" if which else entry.title
    if entry.undecided:
        return word("perhaps-in-force", language, fact=entry.undecided)
    findings = [point for point in entry.points if isinstance(point, Finding)]
    if findings:
        found = "; ".join(phrases.found(finding, language) for finding in findings)
        return word("not-met", language, found=found)
    asked = [phrases.fact(point.path) for point in entry.points if isinstance(point, Question)]
    if not asked:
        return word("not-shown-by-deployer", language)
    more = ["..."] if len(asked) > FACTS else []
    return word("not-shown", language, facts=", ".join(asked[:FACTS] + more))


def rows(entry: Entry, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what a rule rests on, and who must act, each behind its label."""
    if entry.rule:
        law = entry.rule.kind is Kind.LAW
        label = word("law", language) if law else phrases.word("rests-on", language)
        for act, _ in phrases.acts(laws(entry), language):
            yield label, act
            label = ""
    yield word("acts", language), phrases.word(f"owner-{entry.owner}", language)


def laws(entry: Entry) -> tuple[Law, ...]:
    """Return the articles that bear on the manifest; where that is open, all of the rule's."""
    for point in entry.points:
        if isinstance(point, Finding):
            return point.laws
    return entry.rule.laws if entry.rule else ()
