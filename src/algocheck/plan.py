"""How to check: what is decided before the first manifest is read."""

import os
from pathlib import Path
from typing import NamedTuple

from algocheck.engine.settings import Settings
from algocheck.model import Severity
from algocheck.policy.bundle import Bundle
from algocheck.verdict.asking import Asked
from algocheck.verdict.select import Selection

_HERE = Path()

WORTH_A_WORKER = 24
"""From this number of files on, starting worker processes costs less than it gives."""

DAYS_AHEAD = 8
"""About how many days are asked about where a plan looks ahead."""


class Plan(NamedTuple):
    """How to check: the same plan and the same files give the same report."""

    bundles: tuple[Bundle, ...]
    today: str  # ISO day
    engine: str = ""  # empty: the one that suits each bundle
    verify: str = ""  # another engine that must give the same answers
    settings: Settings = Settings()
    selection: Selection = Selection()
    threshold: Severity = Severity.HIGH
    unknown_fails: bool = True
    skip_others: bool = False
    own: frozenset[str] = frozenset()  # real paths of this run's waivers and baseline
    jobs: int = 1
    until: str = ""  # ISO day: look ahead to it, and note what the days until then bring

    def asked(self, files: int) -> Asked:
        """Return whom to ask about so many files."""
        many = files * (DAYS_AHEAD if self.until else 1) >= WORTH_A_WORKER
        return Asked(self.bundles, self.engine, self.verify, self.settings, many)

    def origin(self, bundle: Bundle) -> str:
        """Return where the policies come from that answer as *bundle*: see `BundleName.origin`."""
        is_word = self.engine == "opa" and self.settings.server.is_taken_at_its_word
        # A second engine evaluates what is here, and its answers are compared.
        return "served" if is_word and not self.verify else bundle.origin


def own_files(*files: Path | None, root: Path = _HERE) -> frozenset[str]:
    """Return *files*, which a run reads for itself, as `Plan.own` has them."""
    return frozenset(os.path.realpath(root / file) for file in files if file)
