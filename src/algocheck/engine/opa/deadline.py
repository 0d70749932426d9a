"""A call that ends within its time, whatever the other side does.

The timeout of a socket begins anew with every byte, and looking up a name has
none: a server that trickles would hold us for ever.
"""

import queue
import threading
from collections.abc import Callable
from typing import TypeVar

from algocheck.engine.opa.failure import Failure

GRACE = 0.5
"""Seconds in which a socket's own timeout may end the call first, and leave no thread behind."""

Result = TypeVar("Result")


def within(seconds: float, call: Callable[[threading.Event], Result]) -> Result:
    """Return what *call* returns; raises `Failure` where that takes more than *seconds*.

    *call* is given an event that says when nobody waits for it any more.
    """
    given_up = threading.Event()
    outcome: queue.SimpleQueue[tuple[Result | None, BaseException | None]] = queue.SimpleQueue()

    def run() -> None:
        try:
            outcome.put((call(given_up), None))
        except BaseException as error:  # noqa: BLE001 -- it is raised again where it is awaited
            outcome.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        result, error = outcome.get(timeout=seconds + GRACE)
    except queue.Empty:
        raise too_slow(seconds) from None
    finally:
        given_up.set()
    if error is not None:
        raise error
    return result  # type: ignore[return-value]  -- without an error there is one


def too_slow(seconds: float) -> Failure:
    """Say that a server took more than *seconds*."""
    return Failure("opa.too-slow", n=round(seconds) or 1)
