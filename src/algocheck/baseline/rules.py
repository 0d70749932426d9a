"""What a check says about the baseline itself: findings of the run, which no policy makes."""

from functools import cache

from algocheck.model import Finding, Location, Rule, Severity, rule_of_ours
from algocheck.words import Message

THEME = "baseline"
SEVERITIES = {
    "baseline/solved": Severity.LOW,
    "baseline/lapsed": Severity.LOW,
    "baseline/inadmissible": Severity.HIGH,
}
"""What each weighs; the texts are in words/baseline_rule.json, under the same id."""


@cache
def rule_of(name: str) -> Rule:
    """Return the rule of a finding about a baseline; KeyError for an id not in the table."""
    return rule_of_ours(name, SEVERITIES[name], "baseline_rule")


def finding(
    rule: str, location: Location, problem: Message, *, manifest: str, subject: str
) -> Finding:
    """Make the finding about what *subject* names within *manifest*."""
    return Finding(rule_of(rule), manifest, subject, location, problem)
