"""Engine `opa`: servers that are named, or an OPA on this machine that is started for it.

What questions need is made ready once, by `serving`, and can then be asked by engines
in any number of processes; an engine for which nothing is ready sees to it itself.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TYPE_CHECKING

from algocheck.engine.settings import Served, Settings
from algocheck.policy.bundle import Bundle

if TYPE_CHECKING:
    from algocheck.engine.opa.fleet import OpaEngine


def start(bundle: Bundle, settings: Settings) -> "OpaEngine":
    """Return an engine that asks the servers which hold *bundle*.

    Raises `EngineError` where there are none, and `UsageError` for settings that
    cannot be meant.
    """
    # Imported here, as below: the client takes longer to import than many a check takes.
    from algocheck.engine.opa.fleet import OpaEngine

    with ExitStack() as stack:
        ready = next((each for each in settings.served if each.digest == bundle.digest), None)
        served = ready or stack.enter_context(_served(bundle, settings))
        return OpaEngine(bundle, served, settings.server, stack.pop_all())


@contextmanager
def serving(bundles: Sequence[Bundle], settings: Settings) -> Iterator[Settings]:
    """Have every one of *bundles* ready until the block is left; raises as `start` does.

    The settings that it gives are to be handed to every engine, here or in another
    process: so each bundle is served by one OPA, or pushed once, and what was started
    or pushed is stopped or removed in one place.
    """
    with ExitStack() as stack:
        served = [stack.enter_context(_served(bundle, settings)) for bundle in bundles]
        yield settings._replace(served=tuple(served))


def _served(bundle: Bundle, settings: Settings) -> AbstractContextManager[Served]:
    if not settings.server.urls:
        from algocheck.engine.opa.local import local

        return local(bundle, settings)
    if settings.server.push:
        from algocheck.engine.opa.push import pushed

        return pushed(bundle, settings)
    from contextlib import nullcontext

    from algocheck.engine.opa.found import found

    return nullcontext(found(bundle, settings.server))
