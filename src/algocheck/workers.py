"""Many manifests in several processes: an engine holds on to its thread, and to Python's lock."""

import multiprocessing
import multiprocessing.connection
import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from algocheck.manifest.discover import Source
from algocheck.pipeline import Judged, Plan, judge
from algocheck.verdict.asking import Asked, Asking

PART = 16
"""How many files a worker takes at a time."""

_plan: Plan
_asking: Asking


def judge_in_parallel(
    sources: list[Source], plan: Plan, asked: Asked
) -> Iterator[tuple[Judged, int]]:
    """Yield the verdicts on *sources* in their order, with the number of files each part had."""
    parts = [sources[start : start + PART] for start in range(0, len(sources), PART)]
    # Fork shares what is already loaded; elsewhere each worker loads it again.
    method = "fork" if sys.platform == "linux" else "spawn"
    with ProcessPoolExecutor(
        min(plan.jobs, len(parts)), multiprocessing.get_context(method), _start, (plan, asked)
    ) as pool:
        for part, judged in zip(parts, pool.map(_judge, parts), strict=True):
            yield judged, len(part)


def _start(plan: Plan, asked: Asked) -> None:
    global _plan, _asking  # a worker has nowhere else to keep them
    _plan, _asking = plan, Asking(asked)
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when its parent is gone; whoever is killed can tell nobody to stop."""
    multiprocessing.connection.wait([parent])
    os._exit(1)


def _judge(sources: list[Source]) -> Judged:
    return judge(sources, _plan, _asking)
