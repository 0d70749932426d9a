"""JSON lines, read as a stream: a record a line, and a last one that shows nothing was cut off."""

import json
from typing import Any

LISTS = {
    "fault": "faults",
    "finding": "findings",
    "later_finding": "later_findings",
    "question": "questions",
    "later_question": "later_questions",
}
"""The list of a manifest that each kind of line belongs to."""


def read(text: str) -> list[dict[str, Any]]:
    """Return the records of *text*."""
    return [json.loads(line) for line in text.splitlines()]


def put_together(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """Make the JSON report of its lines."""
    whole: dict[str, Any] = {"findings": [], "rules": {}, "manifests": []}
    for part in parts:
        kind = part.pop("type")
        if kind in ("run", "summary"):
            whole |= part
        elif kind == "rule":
            whole["rules"][part.pop("id")] = part
        elif kind == "manifest":
            whole["manifests"].append(part | {name: [] for name in LISTS.values()})
        elif "manifest" in part:
            manifest = whole["manifests"][-1]
            for key in ("file", "document", "manifest"):
                assert part.pop(key) == manifest[key]
            manifest[LISTS[kind]].append(part)
        else:
            whole["findings"].append(part)
    return whole
