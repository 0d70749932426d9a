"""Findings of OSCAL's: whether each rule is kept, and on which observations that rests."""

from collections.abc import Iterator

from algocheck.model import Outcome, Rule
from algocheck.report import phrases
from algocheck.report.markdown_points import word
from algocheck.report.markdown_text import prose
from algocheck.report.oscal_about import TELLING, About
from algocheck.report.oscal_parts import Part, identifier, objective, properties, related, some


def findings(about: About) -> Iterator[Part]:
    """Yield a finding for each rule that says something today, then one for each kind of fault."""
    answered = {answer.rule for answer in about.answers}
    for answer in about.answers:
        if answer.outcome in TELLING:
            yield _finding(about, answer.rule, answer.outcome, covered=answer.covered)
    faults = {rule for alert in about.alerts for rule in alert.rules} - answered
    for rule in sorted(faults, key=lambda rule: rule.id):
        yield _finding(about, rule, Outcome.FAIL)


def _finding(about: About, rule: Rule, outcome: Outcome, *, covered: bool = False) -> Part:
    bearing = [alert for alert in about.alerts if rule in alert.rules and not alert.begins]
    observations = [about.observation(alert) for alert in bearing] or [about.reading]
    told = phrases.word(f"outcome-{outcome}", about.language)
    if covered:
        told += f"; {word('is-covered', about.language)}"
    status = {
        "state": "satisfied" if outcome is Outcome.PASS else "not-satisfied",
        "reason": "other" if outcome is Outcome.UNKNOWN else outcome,
        "remarks": prose(told),
    }
    return {
        "uuid": about.named("finding", rule.id),
        "title": prose(rule.title[about.language]),
        "description": prose(told),
        "props": properties(outcome=outcome, severity=rule.severity.word),
        "target": {"type": "objective-id", "target-id": objective(rule.id), "status": status},
        **some(
            related_observations=related("observation-uuid", observations),
            related_risks=related(
                "risk-uuid", [identifier("risk", alert.fingerprint) for alert in bearing]
            ),
        ),
    }
