"""A call that ends within its time, whatever the other side does.

The timeout of a socket begins anew with every byte, and looking up a name has
none: a server that trickles would hold us for ever.
"""

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
    results: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(call(given_up))
        except BaseException as error:  # noqa: BLE001 -- it is raised again where it is awaited
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        thread.join(seconds + GRACE)
    finally:
        given_up.set()
    for error in errors:
        raise error
    for result in results:
        return result
    raise too_slow(seconds)


def too_slow(seconds: float) -> Failure:
    """Say that a server took more than *seconds*."""
    return Failure("opa.too-slow", n=round(seconds) or 1)
