"""How much a question may cost where nobody vouches for the policies."""

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one question; loading the bundle counts as a question."""

    seconds: float = 10.0
    bytes: int = 2 * 1024**3
    answer: int = 64 * 1024**2


def confine(limits: Limits) -> None:
    """Bound the processor time of the next question, and the memory of this process.

    On Windows, which has no such limits, the parent's clock is the only bound.
    """
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_AS, (limits.bytes, limits.bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
