"""A bundle: policies, their data and what they say of themselves, ready for an engine."""

from dataclasses import dataclass

from algocheck.model import Rule
from algocheck.policy.source import Module


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything one engine instance needs, and nothing of another bundle."""

    name: str
    revision: str
    digest: str  # sha256, hex, of every file that is evaluated
    modules: tuple[Module, ...]
    data: str  # JSON: the document under `data`
    rules: tuple[Rule, ...]
    vouched: bool  # its digest is one that this algocheck was released with
