"""From files to verdicts, one after the other: load, validate, evaluate, decide."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from algocheck.manifest.discover import Source
from algocheck.manifest.document import Document
from algocheck.manifest.load import load
from algocheck.manifest.shape import check_shape
from algocheck.model import Verdict
from algocheck.plan import Plan
from algocheck.verdict.asking import Asking
from algocheck.verdict.decide import decide
from algocheck.verdict.evaluate import Evaluation


class Judged(NamedTuple):
    """What became of some files."""

    verdicts: tuple[Verdict, ...] = ()
    skipped: int = 0
    empty: int = 0
    engine: str = ""


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
