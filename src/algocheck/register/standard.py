"""The fields of the register: their names, their versions, and where a manifest states them."""

from collections.abc import Mapping

ALIASES: Mapping[str, str] = {
    # a third-party schema of the standard
    "theme": "category",
    "start_date": "begin_date",
    "contact": "contact_email",
    "link": "website",
    "source_link": "url",
    "purpose_and_impact": "goal",
    "considerations": "proportionality",
    "risk_management": "risks",
    "legal_basis": "lawful_basis",
    "legal_basis_link": "lawful_basis_link",
    "legal_basis_title": "lawful_basis",
    "processing_register_link": "process_index_url",
    "impact_assessment_explanation": "impacttoetsen",
    "data": "source_data",
    "data_source_link": "source_data_link",
    "data_source_title": "source_data",
    "impact_assessments": "impacttoetsen_grouping",
    "impact_assessment_link": "impacttoetsen_grouping",
    "technical_operation": "methods_and_models",
    "supplier": "provider",
    "source_code_link": "publiccode",
    "language": "lang",
    "schema": "standard_version",
    "search_terms": "tags",
    # the short index
    "title": "name",
    "doel": "goal",
    "organisatie": "organization",
    "juridische_basis": "lawful_basis",
    # the delivery API
    "organisation_id": "org_id",
}
"""Other names under which a field of the register is found, and the register's own."""

PAIRS: Mapping[tuple[str, str], str] = {
    ("legal_basis_title", "legal_basis_link"): "lawful_basis_grouping",
    ("data_source_title", "data_source_link"): "source_data_grouping",
    ("impact_assessments", "impact_assessment_link"): "impacttoetsen_grouping",
}
"""Two fields of the third-party schema that are one title with its link."""

PATHS: Mapping[str, str] = {
    "source_id": "algorithm.id",
    "name": "algorithm.name",
    "lars": "algorithm.lars",
    "description_short": "algorithm.description_short",
    "status": "algorithm.status",
    "begin_date": "algorithm.begin_date",
    "end_date": "algorithm.end_date",
    "publication_category": "algorithm.publication_category",
    "category": "algorithm.themes",
    "tags": "algorithm.tags",
    "standard_version": "algorithm.standard_version",
    "website": "algorithm.public_page_url",
    "url": "algorithm.source_register_url",
    "revision_date": "algorithm.revision_date",
    "lang": "language",
    "organization": "organization.name",
    "department": "organization.department",
    "contact_email": "organization.contact",
    "goal": "purpose.goal",
    "impact": "purpose.impact",
    "proportionality": "purpose.proportionality",
    "performance_standard": "purpose.success_criteria",
    "lawful_basis": "legal_basis",
    "lawful_basis_grouping": "legal_basis",
    "lawful_basis_link": "legal_basis",
    "decision_making_process": "decision.process_name",
    "competent_authority": "decision.deciding_body",
    "type": "system.self_learning",
    "methods_and_models": "system.methods_and_models",
    "publiccode": "system.source_code_url",
    "source_data": "data.sources",
    "source_data_grouping": "data.sources",
    "source_data_link": "data.sources",
    "process_index_url": "privacy.processing_register_url",
    "impacttoetsen": "assessments",
    "impacttoetsen_grouping": "assessments",
    "human_intervention": "human_oversight.description",
    "provider": "supplier.name",
    "monitoring": "monitoring.plan",
    "risks": "risks.description",
    "documentation": "evidence",
    "application_url": "evidence",
}
"""Where a field of the register is stated in a manifest."""

_EVERY_VERSION = frozenset(
    [
        "name",
        "organization",
        "description_short",
        "category",
        "website",
        "status",
        "goal",
        "proportionality",
        "lawful_basis",
        "url",
        "contact_email",
        "lang",
        "standard_version",
        "publiccode",
        "source_data",
        "methods_and_models",
        "human_intervention",
        "risks",
        "lars",
        "publication_dt",
    ]
)
_OLD = _EVERY_VERSION | frozenset(
    [
        "department",
        "type",
        "impact",
        "description",
        "application_url",
        "monitoring",
        "performance_standard",
        "iama",
        "iama_description",
        "dpia",
        "objection_procedure",
        "uuid",
        "area",
        "revision_date",
    ]
)
_FIRST = _OLD | frozenset(
    ["decision_making_process", "documentation", "mprd", "competent_authority", "dpia_description"]
)
_LATER = _EVERY_VERSION | frozenset(
    ["begin_date", "end_date", "provider", "impacttoetsen", "source_id", "tags"]
)

FIELDS: Mapping[str, frozenset[str]] = {
    "0.1": _FIRST,
    "0.2.3": _FIRST,
    "0.3.1": _OLD | frozenset(["provider", "process_index_url", "source_id", "tags"]),
    "0.4": _LATER
    | frozenset(["type", "lawful_basis_link", "iama_description", "uuid", "source_data_link"]),
    "1.0": _LATER
    | frozenset(
        [
            "publication_category",
            "lawful_basis_grouping",
            "process_index_url",
            "impacttoetsen_grouping",
            "source_data_grouping",
        ]
    ),
    "": _EVERY_VERSION,
}
"""The fields of each version of the standard; of no version, the fields that all have."""
