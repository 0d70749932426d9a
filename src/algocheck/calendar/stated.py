"""Days that the manifest itself states: reviews that are due, first and last use to come."""

import calendar
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from algocheck.manifest.document import Document
from algocheck.manifest.schema import fact_of, field
from algocheck.model import Entry, EntryKind, Owner, Path, Verdict
from algocheck.verdict.subject import subject_of

DUTIES = ("monitoring.next_review", "assessments[].next_review", "algorithm.revision_date")
"""By that day something must be done; every other date of the schema says what was done."""

PLANS = ("algorithm.begin_date", "algorithm.end_date")
"""Months, of which only those to come are of interest here."""

NOT_ASKED = ("algorithm.revision_date",)
"""Dropped from the standard of the register: who leaves it out has not forgotten anything."""

NO_DAY = ("unknown", "none")


def stated_days(
    verdict: Verdict, document: Document, facts: Mapping[str, Any], today: str
) -> Iterator[Entry]:
    """Yield the duties and plans in the typed *facts* of *document*; `Entry.day` of one is empty.

    A duty of which the day is not stated has none. What is out of use needs no review.
    """
    if verdict.status != "out_of_use":
        for fact in DUTIES:
            for path, day in _places(tuple(fact.replace("[]", ".[]").split(".")), facts):
                if day not in NO_DAY or (fact not in NOT_ASKED and _asked(fact, verdict)):
                    stated = "" if day in NO_DAY else day
                    yield _entry(EntryKind.DUTY, stated, path, verdict, document)
    for fact in PLANS:
        for path, month in _places(tuple(fact.split(".")), facts):
            day = "" if month in NO_DAY else _day(fact, month)
            if day and day >= today:
                yield _entry(EntryKind.PLAN, day, path, verdict, document)


def _places(names: Sequence[str], node: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield each place of a fact and what stands there, as the rules read it.

    Of a block of which nothing is stated an engine need not send the facts back.
    """
    if not names:
        if isinstance(node, str):
            yield path, node
        return
    name, *rest = names
    if name == "[]":
        for position, each in enumerate(node):
            yield from _places(rest, each, (*path, position))
    elif isinstance(node, Mapping) and name in node:
        yield from _places(rest, node[name], (*path, name))
    elif "[]" not in rest:
        yield (*path, name, *rest), "unknown"


def _asked(fact: str, verdict: Verdict) -> bool:
    return verdict.kind != "supplier" or field(fact).asked_of != "deployer"


def _day(fact: str, month: str) -> str:
    """Return the first day of the month of first use, the last one of the month of last use."""
    if fact == "algorithm.begin_date":
        return f"{month}-01"
    year, number = map(int, month.split("-"))
    return f"{month}-{calendar.monthrange(year, number)[1]:02}"


def _entry(kind: EntryKind, day: str, path: Path, verdict: Verdict, document: Document) -> Entry:
    fact = fact_of(path)
    asked_of = field(fact).asked_of
    owner = verdict.kind if (asked_of, verdict.kind) == ("both", "supplier") else asked_of
    return Entry(
        kind=kind,
        day=day,
        manifest=verdict.manifest,
        title=verdict.title,
        location=document.locate(path),
        owner=Owner(owner),
        place=subject_of(path, document.value).rpartition("#")[0],
        fact=fact,
        path=path,
    )
