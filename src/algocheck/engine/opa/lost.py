"""The error of a fleet of which nothing is left: every server, with its reason."""

from collections.abc import Iterable
from functools import reduce

from algocheck.engine.opa.failure import plain
from algocheck.errors import EngineError
from algocheck.words import Message, message


def none_left(bundle: str, reasons: Iterable[tuple[str, Message]]) -> EngineError:
    """Name every server that was left out, and why: (URL, reason)."""
    told = [message("opa.server", url=plain(url), reason=reason) for url, reason in reasons]
    together = reduce(lambda first, second: message("opa.and", first=first, second=second), told)
    return EngineError("opa.none-left", bundle=bundle, reasons=together)
