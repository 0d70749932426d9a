"""The one walk: load, validate, evaluate, decide. What comes out is a Report."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from algocheck.engine import ENGINES, Engine
from algocheck.engine.settings import Settings
from algocheck.errors import UsageError
from algocheck.manifest.discover import Source, discover
from algocheck.manifest.document import Document
from algocheck.manifest.load import load
from algocheck.manifest.shape import check_shape
from algocheck.model import BundleName, Report, Severity, Verdict
from algocheck.policy.bundle import Bundle
from algocheck.verdict.decide import decide
from algocheck.verdict.evaluate import evaluate
from algocheck.verdict.select import Selection


class Plan(NamedTuple):
    """How to check: the same plan and the same files give the same report."""

    bundles: tuple[Bundle, ...]
    today: str  # ISO day
    engine: str = "regorus"
    settings: Settings = Settings()
    selection: Selection = Selection()
    threshold: Severity = Severity.HIGH
    unknown_fails: bool = True
    skip_others: bool = False
    jobs: int = 1


class Judged(NamedTuple):
    """What became of some files."""

    verdicts: tuple[Verdict, ...] = ()
    skipped: int = 0
    empty: int = 0
    engine: str = ""


def check(
    paths: Sequence[str],
    plan: Plan,
    *,
    root: Path,
    stdin: bytes = b"",
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Check the manifests in *paths*, files and directories relative to *root*.

    The path "-" stands for *stdin*, what came in on standard input. *progress* is
    told how many files of how many are done. Raises `UsageError` for a path that
    does not exist and where there is nothing to check, and `EngineError` where an
    engine fails: there is no verdict on some of them.
    """
    sources = [
        source if source.path else source._replace(content=stdin)
        for source in discover(paths, root=root)
    ]
    parts = []
    done = 0
    for part, files in _judge_all(sources, plan):
        parts.append(part)
        done += files
        if progress:
            progress(done, len(sources))
    verdicts = tuple(verdict for part in parts for verdict in part.verdicts)
    skipped = sum(part.skipped for part in parts)
    if not verdicts and not plan.skip_others:
        raise UsageError("check.no-manifests", n=skipped)
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
        bundles=tuple(BundleName(b.name, b.revision, b.digest) for b in plan.bundles),
        engine=next((part.engine for part in parts if part.engine), plan.engine),
        today=plan.today,
        threshold=plan.threshold,
        unknown_fails=plan.unknown_fails,
    )


def judge(sources: Sequence[Source], plan: Plan, engines: "Engines") -> Judged:
    """Judge the manifests in *sources*, one after the other."""
    verdicts: list[Verdict] = []
    skipped = empty = 0
    for source in sources:
        loaded = load(source, skip_others=plan.skip_others)
        skipped += loaded.skipped
        empty += loaded.empty
        verdicts.extend(_verdict(document, plan, engines) for document in loaded.documents)
    return Judged(tuple(verdicts), skipped, empty, engines.description)


class Engines:
    """One engine for each bundle, started when the first manifest needs it."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._started: list[tuple[Engine, Bundle]] = []

    def __iter__(self) -> Iterator[tuple[Engine, Bundle]]:
        if not self._started:
            start = ENGINES[self._plan.engine]
            self._started = [
                (start(bundle, self._plan.settings), bundle) for bundle in self._plan.bundles
            ]
        return iter(self._started)

    @property
    def description(self) -> str:
        """The names of the engines that answered; empty where none was needed."""
        return " + ".join(dict.fromkeys(engine.description for engine, _ in self._started))

    def close(self) -> None:
        """Stop them all."""
        for engine, _ in self._started:
            engine.close()


def _verdict(document: Document, plan: Plan, engines: Engines) -> Verdict:
    shape = check_shape(document)
    told = {fault.location.pointer for fault in document.faults}
    # One cause is told once: a value that is read in two ways also fits no choice.
    misfits = (fault for fault in shape.faults if fault.location.pointer not in told)
    faults = sorted((*document.faults, *misfits), key=lambda fault: fault.location)
    if document.broken or shape.broken:
        return decide(document, faults, (), plan.selection)
    evaluations = [
        evaluate(document.value, plan.today, engine, bundle) for engine, bundle in engines
    ]
    return decide(document, faults, evaluations, plan.selection)


def _judge_all(sources: list[Source], plan: Plan) -> Iterator[tuple[Judged, int]]:
    if plan.jobs > 1 and len(sources) >= WORTH_A_WORKER:
        # Imported here: one small manifest should not wait for it.
        from algocheck.workers import judge_in_parallel

        yield from judge_in_parallel(sources, plan)
        return
    engines = Engines(plan)
    try:
        for source in sources:
            yield judge([source], plan, engines), 1
    finally:
        engines.close()


WORTH_A_WORKER = 24
"""From this number of files on, starting worker processes costs less than it gives."""
