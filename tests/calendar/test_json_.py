"""The calendar for machines: it fits its published schema, which says no more than is so."""

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from algocheck.calendar.json_ import SCHEMA, VERSION, document, schema
from algocheck.report import Style
from calendars import UNTIL, manifest, told
from judges.json_ import CALENDAR, faults_of
from manifests import as_json, mutated
from support import TODAY


def fits(report):
    assert not faults_of(report, CALENDAR)


def test_the_schema_is_a_schema_and_has_the_version_of_the_calendar():
    jsonschema.Draft202012Validator.check_schema(schema())

    assert schema()["properties"]["calendar_version"]["const"] == VERSION
    assert SCHEMA.name == f"calendar-v{VERSION}.json"


def test_the_examples_fit_and_have_entries_of_several_kinds(of_examples):
    report = document(of_examples)

    fits(report)
    assert {each["kind"] for each in report["entries"]} >= {"law", "duty"}
    assert report["complete"]


def test_it_is_written_as_one_document_whatever_the_language(of_examples):
    written = told(of_examples, "json")

    assert json.loads(written) == json.loads(json.dumps(document(of_examples)))
    assert json.loads(written)["until"] == UNTIL
    assert written == told(of_examples, "json", Style("nl"))


def test_how_far_away_a_day_is_agrees_with_whether_it_is_overdue(of_laws):
    days = ["2026-11-13", TODAY, "2026-12-03"]
    texts = [manifest(f"monitoring: {{next_review: {day}}}\n") for day in days]
    entries = [each for each in document(of_laws.report(*texts))["entries"] if not each["severity"]]

    assert [(each["days_away"], each["overdue"]) for each in entries] == [
        (-10, True),
        (0, False),
        (10, False),
    ]


def test_what_cannot_be_read_makes_it_incomplete(of_laws):
    report = document(of_laws.report(manifest("monitoring: {next_review: soon}\n"), "a: b\n"))

    fits(report)
    assert not report["complete"]
    assert [each["location"]["line"] for each in report["unread"]] == [4]
    assert report["unevaluated"] == [{"file": "2.yaml", "document": 1}]


@given(mutated())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_manifest_gets_a_calendar_that_fits(of_laws, drawn):
    fits(document(of_laws.report(as_json(drawn), until="2026-12-23")))


@pytest.mark.parametrize("key", ["required", "additionalProperties"])
def test_every_object_of_the_schema_is_strict(key):
    def objects(node):
        if isinstance(node, dict):
            if "properties" in node:
                yield node
            for part in node.values():
                yield from objects(part)

    found = list(objects(schema()))

    assert found
    assert all(key in node for node in found)
