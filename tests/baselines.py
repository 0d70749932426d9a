"""Manifests that much is open in, and baselines of them."""

from typing import Any

from algocheck.baseline.entries import Baseline
from algocheck.baseline.keep import created
from manifests import as_json
from reports import example_documents, report_on


def example(called: str) -> dict[str, Any]:
    """Return the example whose algorithm has this id or this name."""
    document: dict[str, Any]
    (document,) = (
        each
        for each in example_documents()
        if called in (each["algorithm"].get("id"), each["algorithm"].get("name"))
    )
    return document


def baseline_of(*texts: str) -> Baseline:
    """Put in all that is open in manifests."""
    return created(report_on(*texts)).baseline


WELFARE = example("heronderzoek-bijstand")
"""An example that breaks many rules."""

BROKEN = as_json(WELFARE)
SPARSE = (
    "manifest_version: 1\nkind: deployment\nalgorithm: {id: fees, name: Fees}\n"
    "data:\n  variables:\n    - {name: postcode}\n    - {name: age}\n"
)
"""A manifest that says next to nothing, so that much is asked."""
ANSWERED = SPARSE + "decision: {effect: legal}\n"
"""The same, with one answer, after which other things are asked."""
