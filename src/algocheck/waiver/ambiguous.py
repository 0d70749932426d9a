"""A waiver is for one place in one manifest: what may mean two of them covers neither."""

from collections.abc import Sequence

from algocheck.model import Finding, Question, Verdict
from algocheck.waiver.reading import Written
from algocheck.words import message


def several_manifests(written: Written, found: Sequence[Verdict]) -> Finding | None:
    """Return the finding where more than one manifest has the name that a waiver has."""
    if len(found) < 2:  # noqa: PLR2004 -- one is meant, and two are not
        return None
    files = ", ".join(dict.fromkeys(verdict.file for verdict in found))
    name = written.waiver.manifest
    problem = message("waiver.ambiguous", n=len(found), manifest=name, files=files)
    return written.told("waiver/ambiguous", "manifest", problem)


def several_places(written: Written, points: Sequence[Finding | Question]) -> Finding | None:
    """Return the finding where *points* stand in several places: two entries have one name."""
    lines = sorted({point.path: point.location.line for point in points}.values())
    if len(lines) < 2:  # noqa: PLR2004 -- as above
        return None
    told = ", ".join(str(line) for line in lines)
    place = written.waiver.place
    problem = message("waiver.ambiguous-place", n=len(lines), place=place, lines=told)
    return written.told("waiver/ambiguous", "place", problem)
