"""How much a question may cost where nobody vouches for the policies."""

import sys
from typing import NamedTuple


class Limits(NamedTuple):
    """Bounds on one question; loading the bundle counts as a question."""

    seconds: float = 10.0  # by the clock of the parent, and of processor time in the child
    bytes: int = 2 * 1024**3  # of address space; the engine claims half of it at once
    answer: int = 64 * 1024**2  # characters


def confine(limits: Limits) -> None:
    """Bound the processor time of the next question, and the memory of this process.

    Processor time is bounded for the case that the parent is gone and cannot stop
    us. Windows has no such limits, and macOS none on memory: there the parent's
    clock is the only bound.
    """
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    # Whole seconds, rounded up: the parent's clock, which can say why, runs out first.
    _bound(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + limits.seconds) + 1)
    _bound(resource.RLIMIT_CORE, 0)
    if sys.platform != "darwin":
        _bound(resource.RLIMIT_AS, limits.bytes)


def _bound(kind: int, most: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    # Who runs us may have set a lower bound, which nobody may raise.
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
