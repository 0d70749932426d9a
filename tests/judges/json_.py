"""Our own schemas of JSON, and validators that hold a document against them."""

import json
from typing import Any

import jsonschema

from algocheck.calendar.json_ import schema as calendar_schema
from algocheck.report.json_ import schema as report_schema


def _validator(schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(schema, format_checker=checker)


REPORT = _validator(report_schema())
CALENDAR = _validator(calendar_schema())


def faults_of(document: Any, validator: jsonschema.Draft202012Validator = REPORT) -> list[str]:
    """Return where and why *document* does not fit: a report, unless told otherwise."""
    return [f"{each.json_path}: {each.message[:200]}" for each in validator.iter_errors(document)]


def report_of(text: str) -> Any:
    """Return the report that *text* is; it fits its schema."""
    document = json.loads(text)
    assert not faults_of(document)
    return document
