"""Records that tests share, written for them: the forms are the register's, the words are ours."""

from collections.abc import Mapping
from typing import Any

from algocheck.register.mapping import manifest_of
from algocheck.register.record import record_of

COLUMNS = [
    "name",
    "organization",
    "description_short",
    "type",
    "category",
    "website",
    "status",
    "goal",
    "proportionality",
    "lawful_basis",
    "iama_description",
    "standard_version",
    "uuid",
    "url",
    "contact_email",
    "lang",
    "publiccode",
    "source_data",
    "methods_and_models",
    "human_intervention",
    "risks",
    "provider",
    "tags",
    "source_id",
    "begin_date",
    "end_date",
    "lawful_basis_link",
    "impacttoetsen",
    "source_data_link",
    "process_index_url",
    "publication_category",
    "lawful_basis_grouping",
    "impacttoetsen_grouping",
    "source_data_grouping",
    "department",
    "impact",
    "decision_making_process",
    "documentation",
    "competent_authority",
    "iama",
    "dpia",
    "dpia_description",
    "objection_procedure",
    "area",
    "revision_date",
    "description",
    "application_url",
    "mprd",
    "monitoring",
    "performance_standard",
]
"""The columns of the register's download."""


def imported(raw: Mapping[str, Any], *, tabular: bool = False) -> dict[str, Any]:
    """Return the manifest that *raw* becomes, as the only record of register.json."""
    return manifest_of(record_of(raw, file="register.json", position=1, tabular=tabular))


def original(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of *raw* was kept as found."""
    kept: dict[str, Any] = imported(raw)["provenance"].get("original", {})
    return kept
