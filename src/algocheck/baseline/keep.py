"""Make a baseline of a report, and let it shrink."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from algocheck.baseline.compare import Comparison, compare, namesakes
from algocheck.baseline.entries import Baseline, Entry, entry_of, merged
from algocheck.model import BundleName, Report


class Kept(NamedTuple):
    """A baseline that is to be written, and how it came about."""

    baseline: Baseline
    comparison: Comparison
    accepted: int = 0  # points that were put in
    unseen: int = 0  # points of entries that this run says nothing about
    forgotten: int = 0  # points of manifests that were named as gone


def created(report: Report, never: frozenset[str] = frozenset()) -> Kept:
    """Return the baseline of everything that is open in *report*, whatever it weighs."""
    empty = Baseline(report.today, report.bundles, ())
    comparison = compare(report, empty, never)
    entries = merged(entry_of(point, report.today) for point in comparison.new)
    baseline = empty._replace(entries=entries, namesakes=_namesakes(empty, entries, report))
    return Kept(baseline, comparison, accepted=baseline.points)


def updated(
    report: Report,
    baseline: Baseline,
    never: frozenset[str] = frozenset(),
    *,
    reason: str = "",
    forget: frozenset[str] = frozenset(),
) -> Kept:
    """Return *baseline* without what is no longer so; what is new is only put in for a *reason*.

    Entries of manifests and rules that were not checked stay, unless *forget* names their
    manifest.
    """
    known = _without(baseline, forget)
    comparison = compare(report, known, never)
    accepted = [entry_of(p, report.today, reason) for p in comparison.new] if reason else []
    entries = merged((*_still_so(report, known.entries, comparison), *accepted))
    kept = baseline._replace(
        entries=entries,
        bundles=_bundles(known, report),
        namesakes=_namesakes(known, entries, report),
    )
    return Kept(
        kept,
        comparison,
        accepted=len(accepted),
        unseen=sum(entry.times for entry in entries if entry.manifest not in comparison.seen),
        forgotten=baseline.points - known.points,
    )


def _without(baseline: Baseline, forget: frozenset[str]) -> Baseline:
    """Return *baseline* as if it had never known the manifests to *forget*."""
    return baseline._replace(
        entries=tuple(entry for entry in baseline.entries if entry.manifest not in forget),
        namesakes={k: v for k, v in baseline.namesakes.items() if k not in forget},
    )


def _still_so(
    report: Report, entries: tuple[Entry, ...], comparison: Comparison
) -> Iterator[Entry]:
    """Yield what is left of *entries*, and what is asked in the place of questions among them."""
    held = comparison.held
    gone = {entry.fingerprint: entry.times for entry in comparison.solved}
    gone |= {entry.fingerprint: held.left[entry.fingerprint] for entry, _ in comparison.lapsed}
    gone |= {entry.fingerprint: entry.times for entry in comparison.inadmissible}
    asked = {rule.id for rule in report.rules}
    for entry in entries:
        times = entry.times - gone.get(entry.fingerprint, 0)
        rules = entry.rules
        now = held.rules_now.get(entry.fingerprint)
        if now and entry.manifest in comparison.seen:
            # A rule that was settled since no longer waits: it may not come back unseen.
            rules = tuple(sorted({*entry.rules} - asked | now))
        if times:
            yield entry._replace(times=times, rules=rules)
    for question in held.followed:
        waiting = {rule.id for rule in question.rules}
        since = (
            entry.since
            for entry in entries
            if entry.manifest == question.manifest and not waiting.isdisjoint(entry.rules)
        )
        yield entry_of(question, min(since))


def _namesakes(baseline: Baseline, entries: tuple[Entry, ...], report: Report) -> Mapping[str, int]:
    """Count the manifests of each name among *entries*; those that were not checked still count."""
    found = namesakes(report)
    names = {entry.manifest for entry in entries}
    times = {name: max(found[name], baseline.namesakes.get(name, 1)) for name in names}
    return {name: number for name, number in times.items() if number > 1}


def _bundles(baseline: Baseline, report: Report) -> tuple[BundleName, ...]:
    """Return the bundles of *report*, and those whose entries it says nothing about."""
    asked = {bundle.name for bundle in report.bundles}
    return (*report.bundles, *(each for each in baseline.bundles if each.name not in asked))
