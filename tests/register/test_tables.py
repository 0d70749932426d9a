"""The register's download is read as it is, and as spreadsheets write it back."""

import csv
import io

import pytest

from algocheck.register.mapping import manifest_of
from algocheck.register.record import Record
from algocheck.register.refusal import Refused
from algocheck.register.tables import table_records
from register.records import COLUMNS

AWB = "https://wetten.overheid.nl/jci1.3:c:BWBR0005537&hoofdstuk=3"

ROWS = (
    {
        "name": "Permit, parking",
        "organization": "Gemeente Noorderhaaks",
        "description_short": "Decides on permits.\n\nIn a day.",
        "category": "Traffic, Social Security",
        "website": "n.v.t.",
        "status": "In use",
        "publication_category": "Impactful algorithms",
        "contact_email": "14010",
        "lang": "Nld",
        "standard_version": "1.0.0",
        "begin_date": "03-2021",
        "provider": "HAAKS software bv",
        "lawful_basis_grouping": f"1: Awb, {AWB}¶graaf=2 2: Local rules, n.v.t.",
        "impacttoetsen_grouping": "1: Data Protection Impact Assessment (DPIA)",
        "risks": "<ul><li>A mistake</li><li>Another</li></ul>",
    },
    {
        "name": "Chat",
        "organization": "Provincie Noordland",
        "status": "In gebruik",
        "lang": "",
        "standard_version": "0.4.0",
        "type": "No",
        "begin_date": "2019",
        "end_date": "010719",
        "provider": "Haaks Software B.V.",
        "lawful_basis_link": AWB,
    },
    {
        "name": "Old",
        "organization": "Gemeente Noorderhaaks",
        "lang": "EN",
        "standard_version": "0.1.0",
        "mprd": "True",
        "dpia": "True",
        "revision_date": "44497",
        "description": "How it works.",
        "monitoring": "Every year.",
    },
)


def table(*rows, delimiter=",", columns=COLUMNS):
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def manifests(text):
    found = list(table_records(text, "download.csv"))
    assert all(isinstance(each, Record) for each in found)
    return [manifest_of(each) for each in found if isinstance(each, Record)]


def test_the_download_has_fifty_columns():
    assert len(COLUMNS) == 50


def test_every_quirk_of_the_download_is_read_or_kept():
    permit, chat, old = manifests(table(*ROWS))

    assert permit["algorithm"] == {
        "name": "Permit, parking",
        "description_short": "Decides on permits.\n\nIn a day.",
        "status": "in_use",
        "begin_date": "2021-03",
        "publication_category": "impactful",
        "themes": ["traffic", "social_security"],
        "standard_version": "1.0",
    }
    assert permit["organization"]["contact"] == "14010"
    assert permit["legal_basis"] == [
        {"title": "Awb", "url": f"{AWB}&paragraaf=2"},
        {"title": "Local rules"},
    ]
    assert permit["assessments"] == [
        {"kind": "dpia", "title": "Data Protection Impact Assessment (DPIA)"}
    ]
    assert permit["risks"]["description"] == "- A mistake\n- Another"
    assert permit["provenance"]["original"] == {
        "website": "n.v.t.",
        "lawful_basis_grouping[1].link": "n.v.t.",
    }
    assert "human_oversight.description" in permit["provenance"]["empty_fields"]

    assert chat["system"] == {"self_learning": "no"}
    assert chat["provenance"]["original"] == {"begin_date": "2019", "end_date": "010719"}
    assert "language" in chat["provenance"]["empty_fields"]

    assert old["language"] == "eng"
    assert old["system"] == {"methods_and_models": "How it works."}
    assert old["monitoring"] == {"plan": "Every year."}
    assert old["provenance"]["original"] == {
        "dpia": "True",
        "revision_date": "44497",
        "mprd": "True",
    }


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_another_delimiter_gives_the_same_manifests(delimiter):
    assert manifests(table(*ROWS, delimiter=delimiter)) == manifests(table(*ROWS))


def test_a_part_of_the_columns_is_enough():
    [manifest] = manifests("Name;Organization;Status\nX;Gemeente Y;In gebruik\n\n")

    assert manifest["algorithm"] == {"name": "X", "status": "in_use"}


def test_a_row_of_another_width_is_refused_and_the_next_is_read():
    text = "name,organization,status\nX,Y\nX,Y,In gebruik\nX,Y,Z,Q\n"
    first, second, third = table_records(text, "download.csv")

    assert isinstance(first, Refused)
    assert (first.position, dict(first.reason.values)) == (1, {"n": 2, "columns": 3})
    assert isinstance(second, Record)
    assert isinstance(third, Refused)


def test_a_quote_that_is_never_closed_is_refused_after_the_rows_before_it():
    text = 'name,organization,status\nX,Y,In gebruik\nX,"Y,In gebruik\nX,Y,Z\n'
    records = table_records(text, "download.csv")

    assert isinstance(next(records), Record)
    with pytest.raises(Refused) as refused:
        next(records)
    assert (refused.value.position, refused.value.reason.key) == (2, "register.no-csv")


@pytest.mark.parametrize(
    "text", ["een verhaal, met komma's\n", "a,b\n1,2\n", "name,version\nx,1\n"]
)
def test_a_table_of_something_else_holds_no_records(text):
    with pytest.raises(Refused) as refused:
        list(table_records(text, "other.csv"))

    assert refused.value.reason.key == "register.no-records"


def test_a_huge_cell_is_read_and_the_limit_of_others_is_left_alone():
    before = csv.field_size_limit()
    [manifest] = manifests(table(ROWS[1] | {"risks": "woord " * 200_000}))

    assert len(manifest["risks"]["description"]) == 1_199_999
    assert csv.field_size_limit() == before


def test_a_column_that_stands_twice_keeps_both_cells():
    [manifest] = manifests("name,organization,status,goal,goal\nX,Y,In use,een,twee\n")

    assert manifest["purpose"] == {"goal": "een"}
    assert manifest["provenance"]["original"] == {"goal (2)": "twee"}
