"""SARIF, as the schema of OASIS and as Microsoft's Multitool with GitHub's rules have it."""

import json
import os
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs

TOLERATED = {
    # algocheck has no page on the web to point to; sarif_tool.py takes it from the package
    # once there is one.
    ("SARIF2005", "Warning_ProvideToolnformationUri"),
}
"""What is known to be missing, and why; notes are matters of taste and are not asked for."""


def schema(data: Path) -> dict[str, Any]:
    """Return the schema of OASIS, from the folder of official schemas and real records."""
    found: dict[str, Any] = json.loads((data / "standards/sarif-schema-2.1.0.json").read_bytes())
    return found


def fits(data: Path) -> Callable[[Any], bool]:
    """Return what tells whether a document fits that schema."""
    return jsonschema_rs.validator_for(schema(data), validate_formats=True).is_valid


def judged(multitool: Path, given: Path) -> Counter[tuple[str, str]]:
    """Return what the Multitool says of the file *given*, by rule and message."""
    found = given.with_name(f"{given.name}.found")
    done = subprocess.run(
        [
            *(multitool, "validate", given, "--output", found),
            *("--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"),
            *("--log", "ForceOverwrite"),
        ],
        # Debian's slim images have no ICU, which .NET asks for unless told otherwise.
        env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert "Analysis completed successfully" in done.stdout, done.stdout + done.stderr
    (only,) = json.loads(found.read_text(encoding="utf-8-sig"))["runs"]
    notified = [
        each
        for invocation in only["invocations"]
        for each in invocation.get("toolExecutionNotifications", [])
        + invocation.get("toolConfigurationNotifications", [])
    ]
    assert not notified
    return Counter((each["ruleId"], each["message"]["id"]) for each in only["results"])
