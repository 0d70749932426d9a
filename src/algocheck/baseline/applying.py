"""Cover what a baseline knows, and tell of every entry that does not do what it was made for."""

from collections.abc import Iterator, Sequence

from algocheck.baseline.compare import Comparison, compare
from algocheck.baseline.entries import Baseline, Entry
from algocheck.baseline.held import Held
from algocheck.baseline.rules import THEME, finding
from algocheck.manifest.show import shorten
from algocheck.model import Finding, Location, Question, Report
from algocheck.words import Message, message

_MOST = 3
"""How many names a sentence gives."""


def compared(report: Report, baseline: Baseline, never: frozenset[str] = frozenset()) -> Report:
    """Return *report* with the points covered that *baseline* knows, and findings about it.

    *never* are the ids of rules whose findings no baseline may hold. What a waiver covers
    is left as it is; of a manifest or a rule that was not checked, nothing is said.
    """
    comparison = compare(report, baseline, never)
    others = (each for each in report.findings if each.rule.theme != THEME)
    ours = sorted(_told(comparison, baseline), key=lambda each: each.location)
    return comparison.report._replace(findings=(*others, *ours))


def _told(comparison: Comparison, baseline: Baseline) -> Iterator[Finding]:
    for _, point in comparison.lapsed:
        about = f"{point.name} {point.subject}"
        problem = _why(point, comparison.held)
        yield finding(
            "baseline/lapsed", point.location, problem, manifest=point.manifest, subject=about
        )
    for manifest in dict.fromkeys(entry.manifest for entry in comparison.solved):
        yield _solved(manifest, comparison, baseline)
    for entry in comparison.inadmissible:
        manifest = shorten(entry.manifest)
        problem = message("baseline.inadmissible", name=entry.rule, manifest=manifest)
        place = _line(entry, baseline)
        about = f"{entry.rule} {entry.subject}"
        yield finding(
            "baseline/inadmissible", place, problem, manifest=entry.manifest, subject=about
        )


def _why(point: Finding | Question, held: Held) -> Message:
    more = held.more_rules(point) if isinstance(point, Question) else []
    if more:
        return message("baseline.more-rules", name=point.name, rules=_some(more), n=len(more))
    return message("baseline.changed", name=point.name)


def _solved(manifest: str, comparison: Comparison, baseline: Baseline) -> Finding:
    """Say of one manifest what is no longer open: one sentence, however much it is."""
    entries = [entry for entry in comparison.solved if entry.manifest == manifest]
    names = _some(list(dict.fromkeys(entry.rule for entry in entries)))
    number = sum(entry.times for entry in entries)
    problem = message("baseline.solved", n=number, manifest=shorten(manifest), names=names)
    first = min(_line(entry, baseline) for entry in entries)
    return finding("baseline/solved", first, problem, manifest=manifest, subject="")


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST]) + (", ..." if len(names) > _MOST else "")


def _line(entry: Entry, baseline: Baseline) -> Location:
    return Location(baseline.file, baseline.lines.get(entry.fingerprint, 1), 1)
