"""The one walk: find the manifests, have them judged, and put the verdicts in a Report."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

from algocheck.engine import made_ready
from algocheck.errors import UsageError
from algocheck.judging import Judged, judge
from algocheck.manifest.discover import Source, discover
from algocheck.model import BundleName, Report
from algocheck.plan import Plan
from algocheck.verdict.asking import Asking

Narrow: TypeAlias = Callable[[Sequence[Source]], tuple[list[Source], int, str]]
"""Chooses what is checked: the sources to check, how many manifests are not, `Report.since`."""


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
        bundles=tuple(
            BundleName(b.name, b.revision, b.digest, plan.origin(b)) for b in plan.bundles
        ),
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
