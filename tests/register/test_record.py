"""A record is told from what is none, and from whom it is."""

import pytest

from algocheck.register.record import describes_algorithm
from register.records import COLUMNS, imported

TEMPLATE = {
    "id": "haaks-anonimiseren",
    "name": "Anonimiseren",
    "organization": None,
    "description_short": "Lakt namen.",
    "provider": "Haaks Software B.V.",
    "status": "In gebruik",
    "contact_email": None,
    "standard_version": "1.0",
    "type": None,
    "risks": "",
}


def test_a_template_is_of_the_supplier_that_it_names():
    manifest = imported(TEMPLATE)

    assert manifest["kind"] == "supplier"
    assert manifest["algorithm"]["id"] == "haaks-anonimiseren"
    assert manifest["supplier"] == {"internal": "no", "name": "Haaks Software B.V."}
    assert "organization" not in manifest


def test_without_a_name_of_its_supplier_a_template_is_not_known_to_be_external():
    assert "supplier" not in imported(TEMPLATE | {"provider": ""})


@pytest.mark.parametrize(
    "change", [{"organization": ""}, {"id": "12"}, {"lars": "12"}, {"organization": "Gemeente X"}]
)
def test_what_an_organisation_published_is_no_template(change):
    assert imported(TEMPLATE | change)["kind"] == "deployment"


def test_what_the_record_has_and_left_empty_is_named_by_its_place_in_the_manifest():
    assert imported(TEMPLATE)["provenance"]["empty_fields"] == [
        "organization.name",
        "organization.contact",
        "risks.description",
    ]


def test_a_field_is_empty_only_if_all_that_would_state_it_are():
    raw = {"name": "X", "organization": "Y", "lawful_basis": "", "lawful_basis_grouping": []}

    assert imported(raw)["provenance"]["empty_fields"] == ["legal_basis"]
    filled = raw | {"lawful_basis": "n.v.t."}
    assert "empty_fields" not in imported(filled)["provenance"]


def test_a_row_has_only_the_fields_of_its_own_version():
    row = dict.fromkeys(COLUMNS, "") | {"name": "X", "organization": "Y"}
    old = imported(row | {"standard_version": "0.1.0"}, tabular=True)["provenance"]["empty_fields"]
    new = imported(row | {"standard_version": "1.0.0"}, tabular=True)["provenance"]["empty_fields"]
    unstated = imported(row, tabular=True)["provenance"]["empty_fields"]

    assert "algorithm.publication_category" not in old
    assert "purpose.impact" in old
    assert "algorithm.publication_category" in new
    assert "purpose.impact" not in new
    assert {"algorithm.status", "organization.contact", "language"} <= set(unstated)
    assert "algorithm.publication_category" not in unstated


@pytest.mark.parametrize(
    "raw",
    [
        {"name": "iBurgerzaken", "lars": "1", "organization": "Gemeente X"},
        {
            "name": "package",
            "version": "1.0.0",
            "description": "x",
            "license": "MIT",
            "type": "module",
        },
        {
            "name": {"type": "string"},
            "organization": {"type": "string"},
            "status": {"type": "enum"},
        },
        {"title": "API", "description": "x", "contact": {"email": "a@b.example"}},
        {},
    ],
)
def test_what_only_resembles_a_record_is_none(raw):
    assert not describes_algorithm(raw)


@pytest.mark.parametrize(
    "raw",
    [
        {"title": "X", "organisatie": "Y", "doel": ""},
        {"name": "X", "standard_version": "0.4"},
        {"description_short": "zonder naam", "organization": "Y"},
        TEMPLATE,
    ],
)
def test_a_record_is_known_by_the_fields_of_the_register(raw):
    assert describes_algorithm(raw)
