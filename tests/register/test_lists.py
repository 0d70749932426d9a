"""The lists of a manifest hold what a record lists, and no more."""

import pytest

from register.records import imported, original

NAMED = {"name": "Parkeervergunning", "organization": "Gemeente Noorderhaaks"}
AWB = "https://wetten.overheid.nl/BWBR0005537"
DPIA = "Data Protection Impact Assessment (DPIA)"


def test_themes_are_taken_where_the_version_has_a_list_of_them():
    for version in ("0.4", "1.0"):
        manifest = imported(
            NAMED | {"standard_version": version, "category": "Verkeer, Bestuur,Sociale zekerheid"}
        )
        assert manifest["algorithm"]["themes"] == ["traffic", "social_security"]
        assert manifest["provenance"]["original"] == {"category": ["Bestuur"]}


def test_a_theme_in_free_text_is_no_fact():
    assert original(NAMED | {"category": "Sociale zekerheid"}) == {"category": "Sociale zekerheid"}


def test_tags_are_parted_by_commas():
    tags = imported(NAMED | {"tags": "<p>Lakken, Redigeren,Lakken</p>"})["algorithm"]["tags"]

    assert tags == ["Lakken", "Redigeren"]


def test_laws_are_those_with_a_link_and_what_is_said_of_them():
    manifest = imported(
        NAMED
        | {
            "lawful_basis": "De gemeente beslist op grond van de Awb.",
            "lawful_basis_grouping": [{"title": "Awb", "link": f" {AWB} "}],
            "lawful_basis_link": f"{AWB}\nhttps://wetten.overheid.nl/BWBR0005416",
        }
    )

    assert manifest["legal_basis"] == [
        {"title": "Awb", "url": AWB},
        {"url": "https://wetten.overheid.nl/BWBR0005416"},
        {"title": "De gemeente beslist op grond van de Awb."},
    ]


def test_prose_that_only_names_the_listed_laws_again_is_not_said_twice():
    manifest = imported(
        NAMED
        | {
            "lawful_basis": "<div>Awb</div><div>Gemeentewet</div>",
            "lawful_basis_grouping": [{"title": "Awb"}, {"title": "Gemeentewet"}],
        }
    )

    assert manifest["legal_basis"] == [{"title": "Awb"}, {"title": "Gemeentewet"}]


def test_a_link_that_is_none_is_kept_under_its_place():
    kept = original(NAMED | {"source_data_grouping": [{"title": "BRP", "link": "n.v.t."}]})

    assert kept == {"source_data_grouping[0].link": "n.v.t."}


def test_sources_of_data_have_a_name_and_a_link():
    manifest = imported(
        NAMED | {"source_data_link": "BRP: https://a.example/brp", "source_data": "Adressen."}
    )

    assert manifest["data"]["sources"] == [
        {"name": "BRP", "url": "https://a.example/brp"},
        {"name": "Adressen."},
    ]


@pytest.mark.parametrize(
    "written",
    [
        {"impacttoetsen_grouping": [{"title": DPIA, "link": None}, {"title": "Eigen toets"}]},
        {"impacttoetsen_grouping": f"1: {DPIA} 2: Eigen toets"},
        {"standard_version": "0.4", "impacttoetsen": [DPIA, "Eigen toets"]},
    ],
)
def test_an_assessment_has_a_kind_only_by_a_title_of_the_standard(written):
    assert imported(NAMED | written)["assessments"] == [
        {"kind": "dpia", "title": DPIA},
        {"title": "Eigen toets"},
    ]


def test_version_04_names_assessments_in_a_row():
    written = {"standard_version": "0.4.0", "impacttoetsen": f"{DPIA}, IAMA"}

    assert [each["kind"] for each in imported(NAMED | written)["assessments"]] == ["dpia", "iama"]


def test_what_is_said_about_assessments_is_a_summary_and_no_assessment():
    written = {"standard_version": "1.0", "impacttoetsen": "<p>Een DPIA is niet nodig.</p>"}

    assert imported(NAMED | written)["assessments"] == [{"summary": "Een DPIA is niet nodig."}]


def test_one_link_belongs_to_one_assessment():
    one = {"standard_version": "0.4", "impacttoetsen": [DPIA], "iama_description": AWB}
    two = one | {"impacttoetsen": [DPIA, "IAMA"]}

    assert imported(NAMED | one)["assessments"] == [{"kind": "dpia", "title": DPIA, "url": AWB}]
    assert original(NAMED | two) == {"iama_description": AWB}


def test_an_assessment_of_human_rights_was_done_only_if_the_record_says_so_twice():
    said = {"iama": "Ja", "iama_description": "De IAMA is in 2022 uitgevoerd."}

    assert imported(NAMED | said)["assessments"] == [
        {"kind": "iama", "summary": "De IAMA is in 2022 uitgevoerd."}
    ]


@pytest.mark.parametrize(
    "said",
    [
        {"iama": "True", "iama_description": "De IAMA is in 2022 uitgevoerd."},
        {"iama": "Ja", "iama_description": "Zie de website."},
        {"iama": "Nee", "iama_description": "Een IAMA volgt."},
        {"iama": "Ja"},
    ],
)
def test_half_a_statement_about_human_rights_is_kept_as_found(said):
    assert "assessments" not in imported(NAMED | said)
    assert original(NAMED | said) == said


def test_a_link_to_documentation_is_evidence_and_text_is_not():
    manifest = imported(
        NAMED
        | {
            "documentation": "https://a.example https://b.example",
            "application_url": "Opvraagbaar.",
        }
    )

    assert manifest["evidence"] == [
        {"id": "documentation", "uri": "https://a.example"},
        {"id": "documentation-2", "uri": "https://b.example"},
    ]
    assert manifest["provenance"]["original"] == {"application_url": "Opvraagbaar."}
