"""A bundle: policies, their data and what they say of themselves, ready for an engine."""

from pathlib import Path
from typing import NamedTuple

from algocheck.model import Rule
from algocheck.policy.source import Module

SHIPPED = "algocheck"
"""The name of the bundle that comes with algocheck."""


class Bundle(NamedTuple):
    """Everything one engine instance needs, and nothing of another bundle."""

    name: str
    revision: str
    digest: str  # sha256, hex, of every file that is evaluated
    modules: tuple[Module, ...]
    data: str  # JSON: the document under `data`
    rules: tuple[Rule, ...]
    vouched: bool  # its digest is one that this algocheck was released with
    compiled: Path | None = None  # OPA's Wasm of the same modules, where the bundle carries it

    @property
    def origin(self) -> str:
        """Say where it comes from: "released" with algocheck, "changed" since then, or "house"."""
        if self.vouched:
            return "released"
        return "changed" if self.name == SHIPPED else "house"
