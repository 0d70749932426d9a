"""Files of waivers, made in tests, and what they do to a report."""

import json
from typing import Any

from algocheck.bundles import shipped
from algocheck.model import Report
from algocheck.waiver.applying import Scope, covered
from algocheck.waiver.reading import parse

FEES = """\
manifest_version: 1
kind: deployment
algorithm:
  id: fees
  name: Calculating fees
decision:
  effect: legal
human_oversight:
  stop_procedure: none
"""

GOOD = {
    "rule": "human_oversight/no-stop-procedure",
    "manifest": "fees",
    "place": "human_oversight.stop_procedure",
    "reason": "the procedure is being written",
    "decided_by_role": "gemeentesecretaris",
    "expires": "2027-01-31",
    "reference": "Z-2026-0417",
}


def file_of(*waivers: Any, version: Any = 1) -> bytes:
    """Return the file that holds *waivers*: JSON, which is YAML as well."""
    document = {"waivers_version": version, "waivers": list(waivers)}
    return json.dumps(document, indent=1).encode()


def waiver(**changes: Any) -> dict[str, Any]:
    """Return a waiver that covers what is open in `FEES`, with *changes*; None leaves a key out."""
    return {key: value for key, value in (GOOD | changes).items() if value is not None}


def applied(report: Report, *waivers: Any, scope: Scope | None = None) -> Report:
    """Return *report* with *waivers* applied."""
    return covered(report, parse(file_of(*waivers), "waivers.yaml"), [shipped()], scope or Scope())


def told(report: Report) -> list[tuple[str, int]]:
    """Return what is said of waivers: the rule, and the line in the file."""
    return [(finding.rule.id, finding.location.line) for finding in report.findings]


def names(report: Report) -> list[str]:
    """Return the rules of what is said of waivers."""
    return [finding.rule.id for finding in report.findings]
