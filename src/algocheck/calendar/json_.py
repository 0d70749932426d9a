"""The calendar for machines: one JSON document, in a published and versioned schema."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

import algocheck.report
from algocheck.calendar import phrases
from algocheck.calendar.listing import Listing, listing
from algocheck.model import Entry, Finding, Report
from algocheck.report import Style
from algocheck.report import phrases as told
from algocheck.report.json_parts import bundles, law, location
from algocheck.report.json_writing import write_document
from algocheck.words import LANGUAGES, Language

VERSION = 1
"""Grows when what a reader relies on changes; new keys may come without it."""

SCHEMA = Path(algocheck.report.__file__).parent / "schema" / f"calendar-v{VERSION}.json"


def write(report: Report, stream: TextIO, style: Style) -> None:  # noqa: ARG001 -- a machine has no style
    """Write the calendar of *report*; both languages are in it, so no option changes the bytes."""
    write_document(document(report), stream)


def schema() -> Any:
    """Return the JSON Schema of what `write` writes; raises OSError where it was not installed."""
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def document(report: Report) -> dict[str, Any]:
    """Return the document; it fits `schema`."""
    listed = listing(report)
    return {
        "calendar_version": VERSION,
        "today": report.today,
        "until": report.until,
        "complete": listed.complete,
        "engine": report.engine,
        "bundles": bundles(report),
        "counts": _counts(listed, report),
        "entries": [_entry(entry, report.today) for entry in (*listed.overdue, *listed.coming)],
        "undated": dict(sorted(listed.undated.items())),
        "unread": [_fault(fault) for fault in listed.unread],
        "unevaluated": [
            {"file": verdict.file, "document": verdict.document} for verdict in listed.unevaluated
        ],
    }


def _counts(listed: Listing, report: Report) -> dict[str, int]:
    return {
        "manifests": len(report.verdicts),
        "out_of_use": listed.out_of_use,
        "skipped_files": report.skipped,
        "empty_documents": report.empty,
        "rules_left_out": report.left_out,
        "entries_after_until": listed.later,
        "rules_without_a_day": listed.no_day,
        "findings_of_the_run": listed.of_the_run,
    }


def _entry(entry: Entry, today: str) -> dict[str, Any]:
    days = phrases.days_away(entry, today)
    return {
        "day": entry.day,
        "days_away": days,
        "overdue": days < 0,
        "kind": entry.kind,
        "name": entry.name,
        "fingerprint": entry.fingerprint,
        "what": _in_both(lambda language: phrases.what(entry, language)),
        "detail": _in_both(lambda language: phrases.detail(entry, language)),
        "manifest": entry.manifest,
        "title": entry.title,
        "location": location(entry.location),
        "owner": entry.owner,
        "severity": entry.rule.severity.word if entry.rule else None,
        "fails": entry.fails if entry.rule else None,
        "undecided": entry.undecided,
        "laws": [law(article) for article in phrases.laws(entry)],
        "open": [
            {
                "name": point.name,
                "fingerprint": point.fingerprint,
                "location": location(point.location),
            }
            for point in entry.points
        ],
    }


def _fault(fault: Finding) -> dict[str, Any]:
    return {
        "rule": fault.rule.id,
        "location": location(fault.location),
        "message": _in_both(lambda language: told.found(fault, language)),
    }


def _in_both(text: Callable[[Language], str]) -> dict[str, str]:
    return {language: text(language) for language in LANGUAGES}
