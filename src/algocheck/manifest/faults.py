"""Faults in the file itself: findings of reading and of shape, which no policy makes."""

from functools import cache
from typing import Any

from algocheck.model import Finding, Location, Path, Rule, Severity, rule_of_ours
from algocheck.words import Message

SEVERITIES = {
    "reading/cannot-open": Severity.CRITICAL,
    "reading/unreadable": Severity.CRITICAL,
    "reading/not-a-manifest": Severity.CRITICAL,
    "reading/encoding": Severity.CRITICAL,
    "reading/forbidden-character": Severity.CRITICAL,
    "reading/too-large": Severity.CRITICAL,
    "reading/duplicate-key": Severity.HIGH,
    "reading/ambiguous-value": Severity.HIGH,
    "reading/not-json": Severity.HIGH,
    "reading/merge-key": Severity.HIGH,
    "reading/alias": Severity.CRITICAL,
    "schema/no-identity": Severity.CRITICAL,
    "schema/other-version": Severity.CRITICAL,
    "schema/unknown-key": Severity.HIGH,
    "schema/wrong-type": Severity.HIGH,
    "schema/wrong-value": Severity.HIGH,
    "schema/wrong-format": Severity.HIGH,
    "schema/too-long": Severity.MEDIUM,
    "schema/too-many": Severity.HIGH,
}
"""What each fault weighs; the texts are in words/fault.json, under the same id."""


@cache
def rule_of(fault: str) -> Rule:
    """Return the rule that a fault breaks; KeyError for an id that is not in the table."""
    return rule_of_ours(fault, SEVERITIES[fault], "fault")


def fault(
    rule: str, location: Location, problem: Message, *, path: Path = (), found: Any = None
) -> Finding:
    """Make the finding of a fault at *location*; the manifest it belongs to is filled in later."""
    return Finding(
        rule=rule_of(rule),
        manifest="",
        subject=location.pointer,
        location=location,
        problem=problem,
        path=path,
        found=found,
    )
