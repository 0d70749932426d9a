"""What do the rules answer? One protocol, and the engines that keep it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from algocheck.engine.settings import Settings
from algocheck.policy.bundle import Bundle


class Engine(Protocol):
    """A policy engine that has one bundle loaded."""

    @property
    def description(self) -> str:
        """The engine's name and version, for reports."""

    def query(self, document: str, question: dict[str, Any]) -> Any:
        """Evaluate *document* ("algocheck.main.evaluation") against the input *question*.

        Returns plain JSON values, sets as lists. Raises `EngineError` where the
        document is undefined, or the engine fails, does not answer or cannot be
        reached.
        """

    def close(self) -> None:
        """Give back what the engine holds; a closed engine answers nothing."""


def _regorus(bundle: Bundle, settings: Settings) -> Engine:  # noqa: ARG001 -- it needs none
    # What nobody vouches for never runs in our own process: an evaluation that
    # loops or eats memory cannot be stopped from inside it.
    if bundle.vouched:
        from algocheck.engine.regorus import RegorusEngine

        return RegorusEngine(bundle)
    from algocheck.engine.child import ChildEngine

    return ChildEngine(bundle)


def _wasm(bundle: Bundle, settings: Settings) -> Engine:
    from algocheck.engine.wasm import start

    return start(bundle, settings)


def _opa(bundle: Bundle, settings: Settings) -> Engine:
    from algocheck.engine.opa import start

    return start(bundle, settings)


ENGINES: dict[str, Callable[[Bundle, Settings], Engine]] = {
    "regorus": _regorus,
    "wasm": _wasm,
    "opa": _opa,
}
"""How to start an engine on a bundle, by the engine's name."""


def suited(bundle: Bundle, *, many: bool) -> str:
    """Choose an engine for *bundle*: compiled, where there is a compiled form and work for it.

    What runs the compiled form takes longer to start than a few manifests take.
    """
    return "wasm" if many and bundle.compiled else "regorus"


@contextmanager
def made_ready(
    names: Collection[str], bundles: Sequence[Bundle], settings: Settings
) -> Iterator[Settings]:
    """Have ready what engines share between processes, until the block is left."""
    if "opa" not in names:
        yield settings
        return
    from algocheck.engine.opa import serving

    with serving(bundles, settings) as served:
        yield served
