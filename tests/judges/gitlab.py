"""A code quality report, as GitLab documents it."""

import json
from typing import Any

import jsonschema

# The fields of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, and
# of Code Climate's specification of an issue, of which it is a part.
TEXT = {"type": "string", "minLength": 1}
ISSUE = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "issue"},
        "description": TEXT,
        "check_name": TEXT,
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16,}$"},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "categories": {"type": "array", "minItems": 1, "items": {"enum": ["Bug Risk"]}},
        "content": {"type": "object", "required": ["body"], "properties": {"body": TEXT}},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "properties": {
                "path": {"type": "string"},
                "lines": {
                    "type": "object",
                    "required": ["begin"],
                    "properties": {"begin": {"type": "integer", "minimum": 1}},
                },
            },
        },
    },
}
VALIDATOR = jsonschema.Draft202012Validator({"type": "array", "items": ISSUE})


def issues(text: str) -> list[dict[str, Any]]:
    """Return the issues of a report, each with the documented fields."""
    found: list[dict[str, Any]] = json.loads(text)
    VALIDATOR.validate(found)
    return found


def failing(text: str) -> int:
    """Return how many issues are `major` and worse: reasons for exit 1."""
    return sum(each["severity"] in ("blocker", "critical", "major") for each in json.loads(text))
