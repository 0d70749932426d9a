"""Many manifests in several processes: an engine holds on to its thread, and to Python's lock."""

import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from algocheck.manifest.discover import Source
from algocheck.pipeline import Engines, Judged, Plan, judge

PART = 16
"""How many files a worker takes at a time."""

_plan: Plan
_engines: Engines


def judge_in_parallel(sources: list[Source], plan: Plan) -> Iterator[tuple[Judged, int]]:
    """Yield the verdicts on *sources* in their order, with the number of files each part had."""
    parts = [sources[start : start + PART] for start in range(0, len(sources), PART)]
    # Fork shares what is already loaded; elsewhere each worker loads it again.
    method = "fork" if sys.platform == "linux" else "spawn"
    with ProcessPoolExecutor(
        min(plan.jobs, len(parts)), multiprocessing.get_context(method), _start, (plan,)
    ) as pool:
        for part, judged in zip(parts, pool.map(_judge, parts), strict=True):
            yield judged, len(part)


def _start(plan: Plan) -> None:
    global _plan, _engines  # a worker has nowhere else to keep them
    _plan, _engines = plan, Engines(plan)


def _judge(sources: list[Source]) -> Judged:
    return judge(sources, _plan, _engines)
