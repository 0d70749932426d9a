"""Observations and risks of OSCAL's: what was seen, and what is to be done about it."""

from collections.abc import Iterator

from algocheck.model import Location, Owner
from algocheck.report import phrases
from algocheck.report.alert_text import headline, is_question, not_shown_yet
from algocheck.report.alerts import Alert
from algocheck.report.markdown_points import word
from algocheck.report.markdown_text import prose
from algocheck.report.oscal_about import About
from algocheck.report.oscal_parts import (
    Part,
    evidence,
    identifier,
    moment,
    properties,
    related,
    some,
)


def reading(about: About, told: str) -> Iterator[Part]:
    """Yield the observation that a rule rests on about which nothing else is to be said."""
    if verdict := about.verdict:
        start = Location(verdict.file, 1, 1, document=verdict.document)
        yield _observed(about, about.reading, told, start, "control-objective")


def observation(about: About, alert: Alert) -> Part:
    """Return what was seen where *alert* points."""
    kind = "control-objective" if is_question(alert) else "finding"
    told = headline(alert, about.language)
    props = properties(alert=alert.name, level=alert.level, fingerprint=alert.fingerprint)
    return _observed(about, about.observation(alert), told, alert.location, kind) | {"props": props}


def _observed(about: About, name: str, told: str, location: Location, kind: str) -> Part:
    return {
        "uuid": name,
        "description": prose(told),
        "methods": ["EXAMINE"],  # a manifest is read; the algorithm itself is not tested
        "types": [kind],
        "origins": [{"actors": [{"type": "tool", "actor-uuid": about.tool}]}],
        "subjects": [{"subject-uuid": about.component, "type": "component"}],
        "relevant-evidence": [evidence(location)],
        "collected": moment(about.report.today),
    }


def risk(about: About, alert: Alert) -> Part:
    """Return the risk that *alert* stands for; its identifier stays from one day to the next."""
    waiver = alert.waiver
    status = "investigating" if is_question(alert) else "open"
    told, deadline = alert.message, alert.begins
    if waiver:
        status, deadline = "deviation-approved", waiver.expires
        until = word("until", about.language, day=waiver.expires)
        told += f"; {until}, {word('decided-by', about.language)} {waiver.decided_by_role}"
        told += f": {waiver.reason}"
    return {
        "uuid": identifier("risk", alert.fingerprint),
        "title": prose(alert.title),
        "description": prose(told),
        "statement": prose(alert.title),
        "props": properties(
            alert=alert.name,
            severity=alert.severity.word,
            kind="" if is_question(alert) else alert.kind,
            begins=alert.begins,
            baseline=alert.baseline or "",
            waiver_expires=waiver.expires if waiver else "",
            waiver_role=waiver.decided_by_role if waiver else "",
            waiver_reason=waiver.reason if waiver else "",
            waiver_reference=waiver.reference if waiver else "",
        ),
        "status": status,
        **_deadline(deadline),
        **some(
            remediations=_remediations(about, alert),
            related_observations=related("observation-uuid", [about.observation(alert)]),
        ),
    }


def _deadline(day: str) -> Part:
    """Give the *day* that a risk ends with, or begins to count; where none is known, nothing."""
    return {"deadline": moment(day)} if day not in ("", "undecided") else {}


def _remediations(about: About, alert: Alert) -> list[Part]:
    if not alert.remedy:
        return []
    roles = ["supplier", "deployer"] if alert.owner is Owner.BOTH else [alert.owner]
    action = {
        "uuid": identifier("action", alert.fingerprint),
        "type": "action",
        "title": prose(alert.remedy),
        "responsible-roles": [{"role-id": role} for role in roles],
    }
    remedy = {
        "uuid": identifier("remedy", alert.fingerprint),
        "lifecycle": "recommendation",
        "title": prose(phrases.word("remedy", about.language)),
        "description": prose(alert.remedy),
        "tasks": [action],
    }
    return [remedy]


def later(about: About) -> Iterator[Part]:
    """Yield a risk for each rule that is not yet in force, and not shown to be kept."""
    if not about.verdict:
        return
    for rule, told, begins in not_shown_yet(about.verdict, about.language):
        title = prose(rule.title[about.language])
        yield {
            "uuid": about.named("later", rule.id),
            "title": title,
            "description": prose(told),
            "statement": title,
            "props": properties(
                alert=rule.id,
                severity=rule.severity.word,
                kind=rule.kind,
                begins=begins,
            ),
            "status": "investigating",
            **_deadline(begins),
        }
