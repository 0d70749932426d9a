"""A manifest's file has the same name at every import, on every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.register.mapping import manifest_of
from algocheck.register.names import file_names, file_slug
from algocheck.register.record import record_of


def names(*raws, file="register.json"):
    records = [record_of(raw, file=file, position=n) for n, raw in enumerate(raws, start=1)]
    return file_names([(record, manifest_of(record)) for record in records])


def raw(name, **more):
    return {"name": name, "organization": "Gemeente Súdwest-Fryslân", "goal": "Z"} | more


def test_a_file_is_named_after_the_organisation_and_the_algorithm():
    assert names(raw("Risico's (2): Wmo & Jeugd")) == [
        "gemeente-sudwest-fryslan/risico-s-2-wmo-jeugd.yaml"
    ]


def test_a_template_stands_under_its_supplier_or_else_under_its_file():
    template = {"id": "x-y", "name": "Lakken", "organization": None, "status": "In gebruik"}

    assert names(template | {"provider": "Haaks B.V."}) == ["haaks-b-v/lakken.yaml"]
    assert names(template, file="Gemeente Haaks.json") == ["gemeente-haaks/lakken.yaml"]


def test_without_an_organisation_there_is_still_a_folder():
    assert names({"name": "X", "standard_version": "1.0"}) == ["organisation-unknown/x.yaml"]


def test_of_two_with_one_name_each_is_told_by_its_number():
    assert names(raw("X", lars="11"), raw("Y"), raw("X", lars="12")) == [
        "gemeente-sudwest-fryslan/x-11.yaml",
        "gemeente-sudwest-fryslan/y.yaml",
        "gemeente-sudwest-fryslan/x-12.yaml",
    ]


def test_a_filler_is_no_number():
    assert names(
        raw("X", source_id="n.v.t.", uuid="7f"), raw("X", source_id="n.v.t.", uuid="8a")
    ) == [
        "gemeente-sudwest-fryslan/x-7f.yaml",
        "gemeente-sudwest-fryslan/x-8a.yaml",
    ]


def test_where_nothing_tells_two_apart_they_are_counted():
    assert names(raw("X"), raw("X 2"), raw("X"), raw("x")) == [
        "gemeente-sudwest-fryslan/x.yaml",
        "gemeente-sudwest-fryslan/x-2.yaml",
        "gemeente-sudwest-fryslan/x-3.yaml",
        "gemeente-sudwest-fryslan/x-4.yaml",
    ]


@pytest.mark.parametrize("name", ["CON", "nul", "Com1", "lpt9"])
def test_names_that_windows_keeps_for_itself_are_avoided(name):
    assert file_slug(name) == f"{name.lower()}-"


def test_a_name_in_another_script_has_a_file_of_its_own():
    first, second = names(raw("المساعدة"), raw("ψηφιακός"))

    assert first != second
    assert "/algorithm-" in first


@given(st.lists(st.text(min_size=1, max_size=100).filter(lambda text: text.isprintable())))
def test_no_two_records_share_a_file_and_every_name_is_short_and_plain(found):
    result = names(*[raw(f"a{name}") for name in found])

    assert len(set(result)) == len(found)
    for name in result:
        assert len(name) < 150
        assert all(each.isascii() and (each.isalnum() or each in "-./") for each in name)
