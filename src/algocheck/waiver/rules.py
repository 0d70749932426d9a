"""What may be wrong with a waiver: findings of the run itself, which no policy makes."""

from functools import cache

from algocheck.model import Finding, Location, Rule, Severity, rule_of_ours
from algocheck.words import Message

SEVERITIES = {
    "waiver/malformed": Severity.HIGH,
    "waiver/inadmissible": Severity.HIGH,
    "waiver/ambiguous": Severity.HIGH,
    "waiver/too-long": Severity.HIGH,
    "waiver/expired": Severity.MEDIUM,
    "waiver/unused": Severity.LOW,
    "waiver/twice": Severity.LOW,
    "waiver/expires-soon": Severity.LOW,
}
"""What each weighs; the texts are in words/waiver_rule.json, under the same id.

What such a waiver was to cover is open in any case, and weighs what it weighs.
"""


@cache
def rule_of(name: str) -> Rule:
    """Return the rule that a waiver breaks; KeyError for an id that is not in the table."""
    return rule_of_ours(name, SEVERITIES[name], "waiver_rule")


def finding(rule: str, location: Location, problem: Message, subject: str = "") -> Finding:
    """Make the finding that is told of the run, *subject* naming the waiver it is about."""
    return Finding(
        rule=rule_of(rule),
        manifest="",
        subject=subject or location.pointer,
        location=location,
        problem=problem,
    )
