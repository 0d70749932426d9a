"""Checks on any day, and calendars, made in this process for tests that need many of them."""

import io
from pathlib import Path

from algocheck.calendar import reporter
from algocheck.judging import judge
from algocheck.manifest.discover import Source
from algocheck.model import BundleName, Report, Verdict
from algocheck.plan import Plan
from algocheck.policy.bundle import Bundle
from algocheck.report import Style
from algocheck.verdict.asking import Asking
from support import ROOT, TODAY

UNTIL = "2031-11-23"
TERMS = ROOT / "tests/golden/calendar-terms"
"""A manifest, and house rules that compute terms."""


class Checker:
    """Checks manifests on any day, with engines that are started once."""

    def __init__(self, *bundles: Bundle) -> None:
        self.plan = Plan(bundles=bundles, today=TODAY)
        self._asking = Asking(self.plan.asked(1))

    def on(self, text: str, today: str, until: str = "", **changes: object) -> Verdict:
        """Return the verdict on one manifest on one day."""
        (verdict,) = self.report(text, today=today, until=until, **changes).verdicts
        return verdict

    def report(
        self, *texts: str, today: str = TODAY, until: str = UNTIL, **changes: object
    ) -> Report:
        """Return the report on *texts*, each a file of its own, with what the days bring."""
        plan = self.plan._replace(today=today, until=until, **changes)  # type: ignore[arg-type]
        sources = [
            Source(f"{number}.yaml", None, named=True, content=text.encode("utf-8"))
            for number, text in enumerate(texts, 1)
        ]
        judged = judge(sources, plan, self._asking)
        bundles = tuple(BundleName(b.name, b.revision, b.digest, b.origin) for b in plan.bundles)
        return Report(
            verdicts=judged.verdicts,
            rules=tuple(rule for bundle in plan.bundles for rule in bundle.rules),
            left_out=0,
            skipped=judged.skipped,
            empty=judged.empty,
            bundles=bundles,
            engine=judged.engine or "regorus",
            today=today,
            until=until,
        )

    def close(self) -> None:
        """Stop the engines."""
        self._asking.close()


def manifest(yaml: str = "", *, kind: str = "deployment", status: str = "in_use") -> str:
    """Return a manifest of an algorithm with an id, and the lines *yaml*.

    It is no AI system unless they say otherwise: laws about those have days of their own.
    """
    algorithm = f"algorithm: {{id: permits, name: Parking permits, status: {status}}}\n"
    ai_act = "" if "ai_act:" in yaml else "ai_act: {ai_system: no}\n"
    return f"manifest_version: 1\nkind: {kind}\n{algorithm}{yaml}{ai_act}"


def told(report: Report, name: str = "text", style: Style | None = None) -> str:
    """Return the calendar of *report* in the format *name*."""
    stream = io.StringIO()
    reporter(name)(report, stream, style or Style())
    return stream.getvalue()


def terms_manifest() -> str:
    """Return the manifest to which the house rules of `TERMS` apply."""
    return Path(TERMS / "manifest.yaml").read_text(encoding="utf-8")
