"""Many manifests in several processes: an engine holds on to its thread, and to Python's lock."""

import copyreg
import io
import multiprocessing
import multiprocessing.connection
import os
import pickle
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from algocheck.judging import Judged, judge
from algocheck.manifest.discover import Source
from algocheck.model import Rule
from algocheck.plan import Plan
from algocheck.verdict.asking import Asked, Asking

PART = 16
"""How many files a worker takes at a time."""

_plan: Plan
_asking: Asking
_rules: dict[str, Rule]


def judge_in_parallel(
    sources: list[Source], plan: Plan, asked: Asked
) -> Iterator[tuple[Judged, int]]:
    """Yield the verdicts on *sources* in their order, with the number of files each part had."""
    rules = _by_id(plan)
    parts = [sources[start : start + PART] for start in range(0, len(sources), PART)]
    # Fork shares what is already loaded; elsewhere each worker loads it again.
    method = "fork" if sys.platform == "linux" else "spawn"
    with ProcessPoolExecutor(
        min(plan.jobs, len(parts)), multiprocessing.get_context(method), _start, (plan, asked)
    ) as pool:
        for part, judged in zip(parts, pool.map(_judge, parts), strict=True):
            yield _Unpickler(io.BytesIO(judged), rules).load(), len(part)


def _start(plan: Plan, asked: Asked) -> None:
    global _plan, _asking, _rules  # a worker has nowhere else to keep them
    _plan, _asking, _rules = plan, Asking(asked), _by_id(plan)
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when its parent is gone; whoever is killed can tell nobody to stop."""
    multiprocessing.connection.wait([parent])
    os._exit(1)


def _judge(sources: list[Source]) -> bytes:
    written = io.BytesIO()
    _Pickler(written, pickle.HIGHEST_PROTOCOL).dump(judge(sources, _plan, _asking))
    return written.getvalue()


def _by_id(plan: Plan) -> dict[str, Rule]:
    return {rule.id: rule for bundle in plan.bundles for rule in bundle.rules}


def _rule(identity: str) -> Rule:
    return _rules[identity]


def _reduced(rule: Rule) -> str | tuple[Any, ...]:
    """Send a rule of the plan home by its id, not with all its texts; others are in no plan."""
    return (_rule, (rule.id,)) if _rules.get(rule.id) == rule else rule.__reduce_ex__(2)


class _Pickler(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table | {Rule: _reduced}


class _Unpickler(pickle.Unpickler):
    def __init__(self, content: io.BytesIO, rules: dict[str, Rule]) -> None:
        super().__init__(content)
        self._rules = rules

    def find_class(self, module: str, name: str) -> Any:
        """Return what is called *name*: of rules, those that are here already."""
        ours = (module, name) == (__name__, _rule.__name__)
        return self._rules.__getitem__ if ours else super().find_class(module, name)
