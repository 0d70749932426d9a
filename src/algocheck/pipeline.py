"""The one walk: load, validate, evaluate, decide. What comes out is a Report."""

import os
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeAlias

from algocheck.engine import made_ready
from algocheck.engine.settings import Settings
from algocheck.errors import UsageError
from algocheck.manifest.discover import Source, discover
from algocheck.manifest.document import Document
from algocheck.manifest.load import load
from algocheck.manifest.shape import check_shape
from algocheck.model import BundleName, Report, Severity, Verdict
from algocheck.policy.bundle import Bundle
from algocheck.verdict.asking import Asked, Asking
from algocheck.verdict.decide import decide
from algocheck.verdict.evaluate import Evaluation
from algocheck.verdict.select import Selection


class Plan(NamedTuple):
    """How to check: the same plan and the same files give the same report."""

    bundles: tuple[Bundle, ...]
    today: str  # ISO day
    engine: str = ""  # empty: the one that suits each bundle
    verify: str = ""  # another engine that must give the same answers
    settings: Settings = Settings()
    selection: Selection = Selection()
    threshold: Severity = Severity.HIGH
    unknown_fails: bool = True
    skip_others: bool = False
    own: frozenset[str] = frozenset()  # real paths of this run's waivers and baseline
    jobs: int = 1
    until: str = ""  # ISO day: look ahead to it, and note what the days until then bring

    def asked(self, files: int) -> Asked:
        """Return whom to ask about so many files."""
        many = files * (DAYS_AHEAD if self.until else 1) >= WORTH_A_WORKER
        return Asked(self.bundles, self.engine, self.verify, self.settings, many)


Narrow: TypeAlias = Callable[[Sequence[Source]], tuple[list[Source], int, str]]
"""Chooses what is checked: the sources to check, how many manifests are not, `Report.since`."""


class Judged(NamedTuple):
    """What became of some files."""

    verdicts: tuple[Verdict, ...] = ()
    skipped: int = 0
    empty: int = 0
    engine: str = ""


def check(  # noqa: PLR0913 -- what to check, how, and whom to tell: each of another origin
    paths: Sequence[str],
    plan: Plan,
    *,
    root: Path,
    stdin: bytes = b"",
    narrow: Narrow | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Check the manifests in *paths*, files and directories relative to *root*.

    The path "-" stands for *stdin*, what came in on standard input. *narrow* leaves
    out what did not change; without it nothing is left out. *progress* is
    told how many files of how many are done. Raises `UsageError` for a path that
    does not exist and where there is nothing to check, and `EngineError` where an
    engine fails: there is no verdict on some of them.
    """
    sources = [
        source if source.path else source._replace(content=stdin)
        for source in discover(paths, root=root)
    ]
    sources, unchanged, since = narrow(sources) if narrow else (sources, 0, "")
    parts = []
    done = 0
    with closing(_judge_all(sources, plan)) as judged:
        for part, files in judged:
            parts.append(part)
            done += files
            if progress:
                progress(done, len(sources))
    verdicts = tuple(verdict for part in parts for verdict in part.verdicts)
    skipped = sum(part.skipped for part in parts)
    if not verdicts and not unchanged and not plan.skip_others:
        raise nothing_checked(skipped)
    rules = [rule for bundle in plan.bundles for rule in bundle.rules]
    selected = tuple(
        sorted((rule for rule in rules if plan.selection.takes(rule)), key=lambda r: r.id)
    )
    return Report(
        verdicts=verdicts,
        rules=selected,
        left_out=len(rules) - len(selected),
        skipped=skipped,
        empty=sum(part.empty for part in parts),
        bundles=tuple(BundleName(b.name, b.revision, b.digest, b.origin) for b in plan.bundles),
        # Where every manifest was broken nobody was asked; these would have been.
        engine=next(
            (part.engine for part in parts if part.engine),
            " + ".join(sorted(plan.asked(len(sources)).names())),
        ),
        today=plan.today,
        threshold=plan.threshold,
        unknown_fails=plan.unknown_fails,
        since=since,
        unchanged=unchanged,
        until=plan.until,
    )


def nothing_checked(skipped: int) -> UsageError:
    """Return what to raise where there is no manifest among files of which *skipped* are none."""
    return UsageError("check.no-manifests", n=skipped) if skipped else UsageError("check.no-files")


def judge(sources: Sequence[Source], plan: Plan, asking: Asking) -> Judged:
    """Judge the manifests in *sources*, one after the other."""
    verdicts: list[Verdict] = []
    skipped = empty = 0
    for source in sources:
        # What the run reads for itself need not be a manifest, and is not passed over either.
        own = _is_own(source, plan)
        loaded = load(source, skip_others=plan.skip_others or own)
        skipped += 0 if own else loaded.skipped
        empty += loaded.empty
        verdicts.extend(_verdict(document, plan, asking) for document in loaded.documents)
    return Judged(tuple(verdicts), skipped, empty, asking.description)


def _is_own(source: Source, plan: Plan) -> bool:
    return source.path is not None and bool(plan.own) and os.path.realpath(source.path) in plan.own


def _verdict(document: Document, plan: Plan, asking: Asking) -> Verdict:
    shape = check_shape(document)
    told = {fault.location.pointer for fault in document.faults}
    # One cause is told once: a value that is read in two ways also fits no choice.
    misfits = (fault for fault in shape.faults if fault.location.pointer not in told)
    faults = sorted((*document.faults, *misfits), key=lambda fault: fault.location)
    if document.broken or shape.broken:
        return decide(document, faults, (), plan.selection)
    evaluations = asking.about(document.value, plan.today)
    verdict = decide(document, faults, evaluations, plan.selection)
    return _looking_ahead(verdict, document, evaluations, plan, asking) if plan.until else verdict


def _looking_ahead(
    verdict: Verdict,
    document: Document,
    evaluations: Sequence[Evaluation],
    plan: Plan,
    asking: Asking,
) -> Verdict:
    # Imported here: a check is of one day.
    from algocheck.calendar.ahead import Ahead

    def about(day: str) -> Sequence[Evaluation]:
        return asking.about(document.value, day)

    ahead = Ahead(document, verdict, evaluations, about, plan.selection, plan.today, plan.until)
    return verdict._replace(entries=ahead.entries())


def _judge_all(sources: list[Source], plan: Plan) -> Generator[tuple[Judged, int], None, None]:
    asked = plan.asked(len(sources))
    with made_ready(asked.names(), plan.bundles, plan.settings) as settings:
        asked = asked._replace(settings=settings)
        if plan.jobs > 1 and asked.many:
            # Imported here: one small manifest should not wait for it.
            from algocheck.workers import judge_in_parallel

            yield from judge_in_parallel(sources, plan, asked)
            return
        asking = Asking(asked)
        try:
            for source in sources:
                yield judge([source], plan, asking), 1
        finally:
            asking.close()


WORTH_A_WORKER = 24
"""From this number of files on, starting worker processes costs less than it gives."""

DAYS_AHEAD = 8
"""About how many days are asked about where a plan looks ahead."""
