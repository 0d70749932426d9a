"""The calendar of a report: every entry by its day, and what could not be given one."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from algocheck.calendar.stated import DUTIES, PLANS
from algocheck.manifest.schema import field
from algocheck.model import (
    Entry,
    EntryKind,
    Finding,
    Outcome,
    Owner,
    Question,
    Report,
    Verdict,
    Waiver,
)

STATED = (*DUTIES, *PLANS)

EXPIRES_SOON = "waiver/expires-soon"
"""What a check says of a waiver that here has its day."""

MALFORMED = "waiver/malformed"
"""What a check says where nobody can know which day a waiver has."""


class Listing(NamedTuple):
    """What all formats tell."""

    overdue: tuple[Entry, ...]  # the longest ago first
    coming: tuple[Entry, ...]  # today and after it, the nearest first
    later: int  # entries after the last day
    undated: dict[str, int]  # by duty: in how many places its day is not stated
    no_day: int  # rules of laws that begin after the last day, or on a day that nobody knows
    out_of_use: int  # manifests of which no review is due
    of_the_run: int  # findings about waivers and the baseline, which a check tells
    unread: tuple[Finding, ...]  # days of duties and plans that are no days
    unevaluated: tuple[Verdict, ...]
    unread_waivers: int  # places in the file of waivers that mean nothing

    @property
    def complete(self) -> bool:
        """Whether every manifest, every day in it and every waiver could be read."""
        return not (self.unread or self.unevaluated or self.unread_waivers)


def listing(report: Report) -> Listing:
    """List what is in *report*, the result of a plan that looks ahead."""
    entries = [entry for verdict in report.verdicts for entry in _of(verdict)]
    dated = sorted((entry for entry in entries if entry.day), key=_order)
    shown = [entry for entry in dated if entry.day <= report.until]
    return Listing(
        overdue=tuple(entry for entry in shown if entry.day < report.today),
        coming=tuple(entry for entry in shown if entry.day >= report.today),
        later=len(dated) - len(shown),
        undated=dict(Counter(entry.fact for entry in entries if not entry.day)),
        no_day=sum(_without_a_day(verdict) for verdict in report.verdicts),
        out_of_use=sum(verdict.status == "out_of_use" for verdict in report.verdicts),
        of_the_run=sum(finding.name != EXPIRES_SOON for finding in report.findings),
        unread=tuple(fault for verdict in report.verdicts for fault in _unread(verdict)),
        unevaluated=tuple(verdict for verdict in report.verdicts if not verdict.evaluated),
        unread_waivers=sum(finding.name == MALFORMED for finding in report.findings),
    )


def _of(verdict: Verdict) -> Iterator[Entry]:
    yield from verdict.entries
    covered: dict[Waiver, list[Finding | Question]] = {}
    for point in verdict.points:
        if point.waiver:
            covered.setdefault(point.waiver, []).append(point)
    for waiver, points in covered.items():
        yield Entry(
            kind=EntryKind.WAIVER,
            day=waiver.expires,
            manifest=verdict.manifest,
            title=verdict.title,
            location=waiver.location,
            owner=_owner(points[0]),
            place=waiver.place,
            points=tuple(points),
            waiver=waiver,
        )


def _owner(point: Finding | Question) -> Owner:
    return point.owner if isinstance(point, Finding) else Owner(field(point.fact).asked_of)


def _order(entry: Entry) -> tuple[str, int, int, str, str, str, int, int]:
    kinds = list(EntryKind)
    severity = entry.rule.severity if entry.rule else 0
    where = entry.location
    return (
        entry.day,
        kinds.index(entry.kind),
        -severity,
        entry.name,
        entry.owner,
        where.file,
        where.document,
        where.line,
    )


def _without_a_day(verdict: Verdict) -> int:
    listed = {entry.rule for entry in verdict.entries}
    upcoming = (each.rule for each in verdict.answers if each.outcome is Outcome.UPCOMING)
    return sum(rule not in listed for rule in upcoming)


def _unread(verdict: Verdict) -> Iterator[Finding]:
    for fault in verdict.faults:
        steps = fault.location.pointer.split("/")[1:]
        fact = "".join("[]" if step.isdigit() else f".{step}" for step in steps).removeprefix(".")
        # Of a block that is at fault nothing is read, so no day in it either.
        if fact and any(f"{day}.".startswith((f"{fact}.", f"{fact}[]")) for day in STATED):
            yield fault
