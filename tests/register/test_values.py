"""A value of a record is a fact only where it says one beyond doubt."""

import pytest

from algocheck.register.values import (
    as_found,
    choice,
    distinct,
    is_empty,
    month,
    slug,
    stated,
    text_of,
)
from algocheck.register.vocabulary import CATEGORIES, LANGUAGES, STATUSES, VERSIONS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2021-03", "2021-03"),
        ("03-2021", "2021-03"),
        ("3/2021", "2021-03"),
        ("2021-03-17", "2021-03"),
    ],
)
def test_a_month_that_can_be_but_one_month_is_taken(written, meant):
    assert month(written) == meant


@pytest.mark.parametrize(
    "written",
    ["2021", "010719", "44497", "01-03-2021", "13-2021", "2021-00", "maart 2021", "", None],
)
def test_a_date_that_may_be_another_is_not_taken(written):
    assert month(written) == ""


@pytest.mark.parametrize("written", ["nld", "NLD", "Nld", "Ned", "Dutch", "Nederlands", " nld "])
def test_dutch_has_many_names(written):
    assert choice(written, LANGUAGES) == "nld"


@pytest.mark.parametrize(
    ("written", "table", "meant"),
    [
        ("EN", LANGUAGES, "eng"),
        ("xxx", LANGUAGES, ""),
        ("In use", STATUSES, "in_use"),
        ("In gebruik", STATUSES, "in_use"),
        ("buiten_gebruik", STATUSES, "out_of_use"),
        ("nog niet in gebruik", STATUSES, ""),
        ("High-Risk AI-system", CATEGORIES, "high_risk_ai"),
        ("Impactvolle algoritmes (Categorie B)", CATEGORIES, "impactful"),
        ("0.4.0", VERSIONS, "0.4"),
        (1.0, VERSIONS, "1.0"),
        ("Algoritmeregister 0.2", VERSIONS, ""),
    ],
)
def test_a_choice_is_taken_from_its_table_alone(written, table, meant):
    assert choice(written, table) == meant


@pytest.mark.parametrize("filler", ["n.v.t.", "N.V.T", "-", "?", "Onbekend", "geen", "none", "Ja"])
def test_a_filler_states_nothing(filler):
    assert stated(filler) == ""
    assert text_of(filler) == filler


def test_prose_that_begins_like_a_filler_is_prose():
    assert stated("N.v.t., gezien de rol van het model") == "N.v.t., gezien de rol van het model"


@pytest.mark.parametrize("value", [None, "", " \u200b", "<p><br></p>", [], {}, [{"title": ""}]])
def test_a_value_without_text_is_empty(value):
    assert is_empty(value)


def test_false_and_zero_say_something():
    assert not is_empty(False)
    assert not is_empty(0)


def test_an_id_is_a_slug_or_no_id():
    assert slug("xxllnc-Anonimiseren") == "xxllnc-Anonimiseren"
    assert slug(12) == "12"
    assert slug("met spaties") == ""
    assert slug("n.v.t.") == ""


def test_what_is_kept_is_text_lists_and_maps_of_text():
    value = {"a ": True, "a": [1, None, "x\x00"], "b": None}

    assert as_found(value) == {"a": "true", "a (2)": ["1", "x"]}


def test_of_two_with_one_name_neither_is_lost():
    assert distinct("a", {"a", "a (2)"}) == "a (3)"
