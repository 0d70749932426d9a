"""A record's single facts are stated where it states them, and nowhere else."""

import pytest

from register.records import imported, original

NAMED = {"name": "Parkeervergunning", "organization": "Gemeente Noorderhaaks"}


def test_a_record_of_version_1_says_what_it_says():
    manifest = imported(
        NAMED
        | {
            "source_id": "NH-12",
            "lars": 12345678,
            "status": "In gebruik",
            "begin_date": "03-2021",
            "publication_category": "Impactvolle algoritmes",
            "lang": "NLD",
            "standard_version": "1.0",
            "contact_email": "algoritmes@noorderhaaks.example",
            "goal": "<p>Sneller beslissen.</p>",
            "publiccode": " https://code.example/vergunning ",
            "provider": "Haaks Software B.V.",
        }
    )

    assert manifest["kind"] == "deployment"
    assert manifest["algorithm"] == {
        "id": "NH-12",
        "name": "Parkeervergunning",
        "lars": "12345678",
        "status": "in_use",
        "begin_date": "2021-03",
        "publication_category": "impactful",
        "standard_version": "1.0",
    }
    assert manifest["language"] == "nld"
    assert manifest["organization"] == {
        "name": "Gemeente Noorderhaaks",
        "type": "municipality",
        "contact": "algoritmes@noorderhaaks.example",
    }
    assert manifest["purpose"] == {"goal": "Sneller beslissen."}
    assert manifest["system"] == {"source_code_url": "https://code.example/vergunning"}
    assert manifest["supplier"] == {"name": "Haaks Software B.V."}
    assert "original" not in manifest["provenance"]


def test_where_each_fact_came_from_is_on_file():
    manifest = imported({"title": "X", "organisatie": "Provincie Y", "doel": "Doel", "id": "7"})

    assert manifest["provenance"]["field_sources"] == {
        "algorithm.name": "title",
        "algorithm.lars": "id",
        "organization.name": "organisatie",
        "organization.type": "organisatie",
        "purpose.goal": "doel",
    }
    assert manifest["provenance"]["imported_from"] == "register.json, id 7"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "bijna in gebruik"),
        ("begin_date", "2021"),
        ("begin_date", "010719"),
        ("revision_date", "44497"),
        ("website", "n.v.t."),
        ("website", "Team Virtuele Assistent"),
        ("url", "www.noorderhaaks.example"),
        ("publiccode", "niet openbaar"),
        ("lang", "xxx"),
        ("source_id", "met spaties en meer"),
        ("lars", "NL-12"),
        ("standard_version", "Algoritmeregister 0.2"),
        ("dpia", "True"),
        ("dpia_description", "Er worden geen persoonsgegevens verwerkt."),
        ("mprd", "True"),
        ("type", "Zelflerend"),
        ("area", "Noorderhaaks"),
        ("objection_procedure", "Bezwaar kan binnen zes weken."),
        ("human_intervention", "Ja"),
        ("monitoring", "n.v.t."),
        ("een_eigen_veld", "iets"),
    ],
)
def test_what_is_no_fact_is_kept_as_found(field, value):
    manifest = imported(NAMED | {field: value})

    assert manifest["provenance"]["original"] == {field: value}
    assert set(manifest) == {"manifest_version", "kind", "algorithm", "organization", "provenance"}


@pytest.mark.parametrize(
    ("version", "written", "meant"),
    [("0.4", "Ja", "yes"), ("0.4.0", "Nee", "no"), ("1.0", "Ja", None)],
)
def test_only_version_04_says_whether_a_system_learns_by_itself(version, written, meant):
    manifest = imported(NAMED | {"standard_version": version, "type": written})

    assert manifest.get("system", {}).get("self_learning") == meant


@pytest.mark.parametrize("contact", ["14010", "14 010", "Postbus 1, Noorderhaaks"])
def test_a_contact_is_kept_whatever_its_form(contact):
    assert imported(NAMED | {"contact_email": contact})["organization"]["contact"] == contact


@pytest.mark.parametrize("provider", ["Intern ontwikkeld", "intern ontwikkeld."])
def test_made_in_house_is_a_fact(provider):
    assert imported(NAMED | {"provider": provider})["supplier"] == {"internal": "yes"}


@pytest.mark.parametrize("provider", ["Gemeente Noorderhaaks", "Intern ontwikkeld met Haaks B.V."])
def test_a_name_of_a_supplier_does_not_say_that_it_is_external(provider):
    assert imported(NAMED | {"provider": provider})["supplier"] == {"name": provider}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Gemeente Noorderhaaks", "municipality"),
        ("Provincie Noordland", "province"),
        ("Waterschap De Haak", "water_authority"),
        ("Gemeentelijk Belastingkantoor", None),
        ("Omgevingsdienst NL", None),
    ],
)
def test_a_name_says_what_an_organisation_is_only_if_no_other_may_bear_it(name, kind):
    manifest = imported({"name": "X", "organization": name})

    assert manifest["organization"].get("type") == kind


def test_a_code_of_the_register_of_public_bodies_becomes_its_address():
    organization = imported(NAMED | {"org_id": "gm0363"})["organization"]

    assert organization["tooi_id"] == "https://identifier.overheid.nl/tooi/id/gemeente/gm0363"
    assert original(NAMED | {"org_id": "so0335"}) == {"org_id": "so0335"}


def test_a_page_in_the_national_register_shows_that_it_is_published():
    page = "https://algoritmes.overheid.nl/nl/algoritme/7"
    manifest = imported({"title": "X", "organisatie": "Y", "doel": "Z", "id": "7", "url": page})

    assert manifest["transparency"] == {"register": {"status": "published", "url": page}}
    assert "source_register_url" not in manifest["algorithm"]


def test_a_day_of_publication_shows_that_it_is_published():
    manifest = imported(NAMED | {"publication_dt": "2024-05-01"})

    assert manifest["transparency"] == {"register": {"status": "published"}}
    assert manifest["provenance"]["original"] == {"publication_dt": "2024-05-01"}


def test_two_fields_that_contradict_each_other_are_both_kept():
    manifest = imported(NAMED | {"goal": "Het ene doel", "purpose_and_impact": "Het andere doel"})

    assert manifest["purpose"] == {"goal": "Het ene doel"}
    assert manifest["provenance"]["original"] == {"purpose_and_impact": "Het andere doel"}


def test_the_names_of_a_third_party_schema_are_understood():
    manifest = imported(
        {
            "name": "X",
            "organization": "Y",
            "schema": "1.0.0",
            "theme": ["Verkeer"],
            "start_date": "2023-01",
            "contact": "a@b.example",
            "link": "https://a.example",
            "source_link": "https://b.example",
            "considerations": "Voor en tegen.",
            "risk_management": "Jaarlijks.",
            "legal_basis_title": "Wegenverkeerswet 1994",
            "legal_basis_link": "https://wetten.overheid.nl/BWBR0006622",
            "supplier": "Intern ontwikkeld",
            "search_terms": "verkeer, licht",
            "language": "nld",
        }
    )

    assert manifest["algorithm"] == {
        "name": "X",
        "begin_date": "2023-01",
        "themes": ["traffic"],
        "tags": ["verkeer", "licht"],
        "standard_version": "1.0",
        "public_page_url": "https://a.example",
        "source_register_url": "https://b.example",
    }
    assert manifest["legal_basis"] == [
        {"title": "Wegenverkeerswet 1994", "url": "https://wetten.overheid.nl/BWBR0006622"}
    ]
    assert "original" not in manifest["provenance"]


def test_a_description_that_repeats_another_is_not_said_twice():
    repeated = imported(NAMED | {"description_short": "Kort.", "description": "<p>Kort.</p>"})
    longer = imported(NAMED | {"description_short": "Kort.", "description": "Langer."})

    assert "system" not in repeated
    assert longer["system"] == {"methods_and_models": "Langer."}


def test_prose_that_is_too_long_is_kept_whole():
    prose = "woord " * 2_000

    assert imported(NAMED | {"risks": prose})["risks"]["description"] == prose.strip()


def test_a_name_that_would_say_unknown_is_no_name():
    assert "algorithm" not in imported({"name": "unknown", "organization": "Y", "goal": "Z"})
