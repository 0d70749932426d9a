"""The tables about the standard agree with the standard and with the schema of a manifest."""

import json

import pytest

from algocheck.manifest.schema import fields
from algocheck.register import vocabulary
from algocheck.register.standard import ALIASES, FIELDS, PATHS

FILES = {version: f"v{version.replace('.', '_')}.json" for version in FIELDS if version}


@pytest.mark.parametrize("version", FILES)
def test_the_fields_of_a_version_are_those_of_the_published_standard(version, shared_data):
    published = json.loads((shared_data / "register" / FILES[version]).read_text("utf-8"))

    assert FIELDS[version] == set(published["properties"])


def test_of_an_unstated_version_only_what_all_have_is_expected():
    versions = [names for version, names in FIELDS.items() if version]

    assert FIELDS[""] == frozenset.intersection(*versions)


def test_every_field_leads_to_a_place_in_the_manifest():
    assert set(PATHS.values()) <= set(fields())


def test_an_alias_is_no_field_of_the_standard():
    assert not set(ALIASES) & frozenset.union(*FIELDS.values())


@pytest.mark.parametrize(
    ("table", "path"),
    [
        (vocabulary.STATUSES, "algorithm.status"),
        (vocabulary.CATEGORIES, "algorithm.publication_category"),
        (vocabulary.LANGUAGES, "language"),
        (vocabulary.VERSIONS, "algorithm.standard_version"),
        (vocabulary.THEMES, "algorithm.themes[]"),
        (vocabulary.SELF_LEARNING, "system.self_learning"),
        (vocabulary.ASSESSMENTS, "assessments[].kind"),
        (vocabulary.TYPES, "organization.type"),
    ],
)
def test_every_choice_is_one_of_the_schema(table, path):
    assert set(table.values()) <= set(fields()[path].values)


def test_every_theme_of_the_last_version_has_its_own(shared_data):
    published = json.loads((shared_data / "register" / "v1_0.json").read_text("utf-8"))
    themes = published["properties"]["category"]["permitted_values"]

    found = {vocabulary.THEMES[theme.casefold()] for theme in themes}
    assert found == set(fields()["algorithm.themes[]"].values) - {"unknown"}
