"""What one result of OSCAL's is about: a manifest and its alerts, or the run itself."""

from collections.abc import Sequence
from typing import NamedTuple

from algocheck.model import Answer, Outcome, Report, Verdict
from algocheck.report.alerts import Alert
from algocheck.report.markdown_points import word
from algocheck.report.oscal_parts import identifier
from algocheck.words import Language

TELLING = (Outcome.FAIL, Outcome.UNKNOWN, Outcome.PASS)
"""The outcomes that say whether a rule is kept today."""


class About(NamedTuple):
    """A result's subject, and what names its parts."""

    report: Report
    verdict: Verdict | None  # None: the run
    alerts: Sequence[Alert]
    language: Language

    @property
    def title(self) -> str:
        """What people call it; may be empty."""
        return self.verdict.title if self.verdict else word("file", self.language)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What the rules say of it."""
        return self.verdict.answers if self.verdict else ()

    @property
    def tool(self) -> str:
        """The identifier of algocheck in this result."""
        return self.named("tool")

    @property
    def component(self) -> str:
        """The identifier of what was checked."""
        return self.named("component")

    @property
    def reading(self) -> str:
        """The identifier of the observation that the manifest was read."""
        return self.named("observation", "reading")

    def observation(self, alert: Alert) -> str:
        """Return the identifier of the observation that *alert* is."""
        return self.named("observation", alert.fingerprint)

    def named(self, *names: str) -> str:
        """Return the identifier of a part: of this manifest, on this day."""
        verdict = self.verdict
        key = (verdict.file, verdict.document, verdict.manifest) if verdict else ("run",)
        return identifier(self.report.today, *key, *names)
