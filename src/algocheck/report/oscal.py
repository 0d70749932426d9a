"""OSCAL assessment results, for the systems in which auditors and supervisors keep their files.

Each manifest is a result of its own, for each algorithm is a system of its own, and a rule is a
control with one objective. Everything to act on is an observation and a risk; what each rule
says is a finding. OSCAL knows satisfied and not satisfied alone, so that what is not shown is not
satisfied, with the reason "other"; a rule that does not apply has no finding and is among the
excluded controls. A waiver makes a risk "deviation-approved" until its last day, and leaves the
finding as it is. Identifiers come from what they name and times from the day of the check, so that
the same report gives the same bytes.
"""

import json
from typing import TextIO

from algocheck.model import Report, Rule
from algocheck.report import Style, phrases
from algocheck.report.alerts import by_verdict
from algocheck.report.json_layout import write_json
from algocheck.report.markdown_text import prose
from algocheck.report.oscal_about import About
from algocheck.report.oscal_frame import PLAN, metadata, resources
from algocheck.report.oscal_parts import (
    Part,
    identifier,
    line,
    objective,
    properties,
    some,
    token,
)
from algocheck.report.oscal_result import result
from algocheck.words import Language

LEVELS = 5
"""So many that each observation, risk and finding has a line of its own."""


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write *report* as OSCAL in JSON; raises OSError where that fails."""
    write_json({"assessment-results": _document(report, style.language)}, stream, LEVELS)


def _document(report: Report, language: Language) -> Part:
    abouts = _abouts(report, language)
    found = {rule.id: rule for about in abouts for alert in about.alerts for rule in alert.rules}
    rules = {rule.id: rule for rule in report.rules} | found
    body = {
        "metadata": metadata(report, language),
        "import-ap": {"href": f"#{PLAN}"},
        "local-definitions": {
            "objectives-and-methods": [_objective(rules[name], language) for name in sorted(rules)]
        },
        "results": list(map(result, abouts)),
        "back-matter": {"resources": resources(report, language)},
    }
    return {"uuid": identifier(json.dumps(body)), **body}


def _objective(rule: Rule, language: Language) -> Part:
    """Tell a rule, for nobody else has a catalogue of ours."""
    title = rule.title[language]
    return {
        "control-id": token(rule.id),
        "description": line(rule.description.get(language, ""), title),
        **some(
            props=properties(
                rule=rule.id,
                code=rule.code,
                severity=rule.severity.word,
                kind=rule.kind,
                owner=rule.owner,
            ),
            links=[
                {
                    "href": law.url,
                    "rel": "reference",
                    "text": line(f"{law.name[language]} {phrases.article(law)}", law.url),
                }
                for law in rule.laws
            ],
        ),
        "parts": [{"id": objective(rule.id), "name": "objective", "prose": prose(title)}],
    }


def _abouts(report: Report, language: Language) -> list[About]:
    abouts = [
        About(report, verdict, found, language) for verdict, found in by_verdict(report, language)
    ]
    # Of the run there is often nothing to say, but OSCAL asks for one result at least.
    return abouts if abouts[-1].alerts or not report.verdicts else abouts[:-1]
