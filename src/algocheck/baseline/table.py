"""Show what a baseline holds, by manifest and rule: how heavy, how much, and for how long."""

import datetime as dt
import json
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple, TextIO

from algocheck.baseline.entries import Baseline
from algocheck.baseline.telling import holds
from algocheck.model import Severity
from algocheck.words import Language, message, say
from algocheck.words.plain import written_out

_NAME = 52  # columns of a rule, behind two spaces
VERSION = 1
"""Of the JSON; grows when what a reader relies on changes."""


class Row(NamedTuple):
    """The entries of one rule in one manifest."""

    manifest: str
    rule: str
    severity: Severity
    points: int
    since: str  # ISO: the oldest
    days: int  # from then until the day of asking; 0 for a day to come


def rows(baseline: Baseline, today: str) -> Iterator[Row]:
    """Yield what *baseline* holds, in its own order."""
    for (manifest, rule), group in groupby(baseline.entries, key=lambda entry: entry[:2]):
        entries = list(group)
        since = min(entry.since for entry in entries)
        yield Row(
            manifest=manifest,
            rule=rule,
            severity=max(entry.severity for entry in entries),
            points=sum(entry.times for entry in entries),
            since=since,
            days=_days(since, today),
        )


def write_text(baseline: Baseline, today: str, stream: TextIO, language: Language) -> None:
    """Write a table for people, 80 columns wide."""

    def word(key: str, **values: str | int) -> str:
        return say(message(f"baseline.{key}", **values), language)

    print(say(holds(baseline, "empty"), language), file=stream)
    print(word("made", day=baseline.made, today=today), file=stream)
    told = list(rows(baseline, today))
    if not told:
        return
    head = (word("column-severity"), word("column-points"), word("column-days"))
    print(f"\n{'':<{_NAME + 2}} {head[0]:<9}{head[1]:>8}{head[2]:>8}", file=stream)
    for manifest, group in groupby(told, key=lambda row: row.manifest):
        print(written_out(manifest), file=stream)
        for row in group:
            _print(row, stream, language)
    print(f"\n{word('oldest', n=max(row.days for row in told))}", file=stream)


def write_json(baseline: Baseline, today: str, stream: TextIO) -> None:
    """Write the same for machines; the same baseline and day give the same bytes."""
    document = {
        "show_version": VERSION,
        "made": baseline.made,
        "today": today,
        "points": baseline.points,
        "severities": {
            severity.word: sum(e.times for e in baseline.entries if e.severity is severity)
            for severity in reversed(Severity)
        },
        "rows": [{**row._asdict(), "severity": row.severity.word} for row in rows(baseline, today)],
    }
    # In ASCII: nothing in it is obeyed by a terminal, and every stream can hold it.
    json.dump(document, stream, indent=1)
    stream.write("\n")


def _print(row: Row, stream: TextIO, language: Language) -> None:
    name = f"  {written_out(row.rule)}"
    if len(name) > _NAME + 2:  # on a line of its own
        print(name, file=stream)
        name = ""
    severity = say(message(f"report.severity-{row.severity.word}"), language)
    print(f"{name:<{_NAME + 2}} {severity:<9}{row.points:>8}{row.days:>8}", file=stream)


def _days(since: str, today: str) -> int:
    return max((dt.date.fromisoformat(today) - dt.date.fromisoformat(since)).days, 0)
