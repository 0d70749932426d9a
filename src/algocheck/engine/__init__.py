"""What do the rules answer? One protocol, and the engines that keep it."""

from collections.abc import Callable
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


ENGINES: dict[str, Callable[[Bundle, Settings], Engine]] = {"regorus": _regorus}
"""How to start an engine on a bundle, by the engine's name."""
