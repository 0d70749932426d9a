"""A waiver is for one place in one manifest: what may mean two of them covers neither."""

from collections.abc import Iterator, Sequence

from algocheck.model import Finding, Question, Verdict, Waiver
from algocheck.waiver.objection import Objection
from algocheck.words import message


def several_manifests(waiver: Waiver, found: Sequence[Verdict]) -> Iterator[Objection]:
    """Yield the objection that more than one manifest has the name that a waiver has."""
    if len(found) > 1:
        files = ", ".join(dict.fromkeys(verdict.file for verdict in found))
        name = waiver.manifest
        problem = message("waiver.ambiguous", n=len(found), manifest=name, files=files)
        yield Objection("waiver/ambiguous", "manifest", problem)


def several_places(waiver: Waiver, points: Sequence[Finding | Question]) -> Iterator[Objection]:
    """Yield the objection that *points* stand in several places: two entries have one name."""
    lines = sorted({point.path: point.location.line for point in points}.values())
    if len(lines) > 1:
        told = ", ".join(str(line) for line in lines)
        problem = message("waiver.ambiguous-place", n=len(lines), place=waiver.place, lines=told)
        yield Objection("waiver/ambiguous", "place", problem)
