"""Run the tests of policies, each in a child with limits: a test may loop or crash as well."""

import os
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import NamedTuple

from algocheck.engine.child import ChildEngine
from algocheck.engine.coverage import Covered
from algocheck.engine.limits import Limits
from algocheck.engine.suite import Failure, RegoTest
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.words import Message, message


class Ran(NamedTuple):
    """What came of some tests."""

    failures: tuple[Failure, ...]
    covered: tuple[Covered, ...]  # by path; empty where not asked for, or where a test failed


def run_tests(
    bundle: Bundle,
    tests: Sequence[RegoTest],
    *,
    coverage: bool = False,
    jobs: int | None = None,
    limits: Limits | None = None,
) -> Ran:
    """Run *tests* of *bundle*, whose modules hold them, in *jobs* children (one a processor).

    Raises `EngineError` where the bundle cannot be loaded.
    """
    todo = deque(tests)
    jobs = max(1, min(jobs or os.cpu_count() or 1, len(tests)))
    workers = [_Worker(bundle, todo, coverage=coverage, limits=limits) for _ in range(jobs)]
    with ThreadPoolExecutor(jobs) as pool:
        try:
            failures = [each for part in pool.map(_Worker.run, workers) for each in part]
        except BaseException:
            todo.clear()  # else the others go on to the end
            raise
    if failures:
        return Ran(tuple(sorted(failures)), ())
    return Ran((), Covered.union(each for worker in workers for each in worker.covered))


@dataclass
class _Worker:
    """Takes tests from what is still to do, and asks a child."""

    bundle: Bundle
    todo: deque[RegoTest]
    coverage: bool = field(kw_only=True)
    limits: Limits | None = field(kw_only=True)
    covered: tuple[Covered, ...] = ()

    def run(self) -> list[Failure]:
        failures = []
        engine = self._start()
        try:
            while self.todo:
                try:
                    test = self.todo.popleft()
                except IndexError:  # another was faster
                    break
                problem = _problem(engine, test)
                if problem:
                    failures.append(Failure(test.file, test.line, test.column, test.name, problem))
                if engine.closed:
                    engine = self._start()
            if self.coverage:
                self.covered = engine.coverage()
        finally:
            engine.close()
        return failures

    def _start(self) -> ChildEngine:
        return ChildEngine(self.bundle, self.limits, coverage=self.coverage)


def _problem(engine: ChildEngine, test: RegoTest) -> Message | None:
    """Return why *test* does not pass."""
    try:
        value = engine.query(test.document, {})
    except EngineError as error:
        undefined = error.message.key == "engine.undefined"
        return message("test.undefined") if undefined else error.message
    return None if value is True else message("test.not-true")
