"""One result of OSCAL's: what was checked, with what, and what came of it."""

from algocheck.report import phrases
from algocheck.report.markdown_points import word
from algocheck.report.markdown_text import prose
from algocheck.report.oscal_about import TELLING, About
from algocheck.report.oscal_findings import findings
from algocheck.report.oscal_parts import Part, bundle, controls, line, moment, properties, some
from algocheck.report.oscal_points import later, observation, reading, risk

STATES = {
    "in_development": "under-development",
    "in_use": "operational",
    "out_of_use": "disposition",
}


def result(about: About) -> Part:
    """Return the result *about* a manifest, or about the run."""
    return {
        "uuid": about.named("result"),
        "title": _title(about),
        "description": prose(_told(about)),
        "start": moment(about.report.today),
        "end": moment(about.report.today),
        **some(props=_properties(about)),
        "local-definitions": _definitions(about),
        "reviewed-controls": _reviewed(about),
        **some(
            observations=[
                *reading(about, _told(about)),
                *(observation(about, alert) for alert in about.alerts),
            ],
            risks=[*(risk(about, alert) for alert in about.alerts), *later(about)],
            findings=list(findings(about)),
        ),
    }


def _title(about: About) -> str:
    return line(about.title, word("no-name", about.language))


def _told(about: About) -> str:
    evaluated = not about.verdict or about.verdict.evaluated
    return word("evaluated" if evaluated else "unevaluated", about.language)


def _properties(about: About) -> list[Part]:
    verdict = about.verdict
    if not verdict:
        return []
    return properties(
        status=about.report.status(verdict),
        file=verdict.file,
        document=verdict.document,
        manifest=verdict.manifest,
        manifest_kind=verdict.kind,
        organisation=verdict.organization,
    )


def _definitions(about: About) -> Part:
    """Define what was checked, and with what."""
    bundles = [{"href": f"#{bundle(each)}", "rel": "reference"} for each in about.report.bundles]
    tool = {
        "uuid": about.tool,
        "type": "software",
        "title": "algocheck",
        "description": prose(word("tool", about.language)),
        **some(links=bundles),
        "status": {"state": "operational"},
    }
    subject = {
        "uuid": about.component,
        "type": "software",
        "title": _title(about),
        "description": prose(word("algorithm" if about.verdict else "file", about.language)),
        "status": _state(about),
    }
    platform = {
        "uuid": about.named("platform"),
        "title": "algocheck",
        "uses-components": [{"component-uuid": about.tool}],
    }
    return {
        "components": [subject],
        "assessment-assets": {"components": [tool], "assessment-platforms": [platform]},
    }


def _state(about: About) -> Part:
    status = about.verdict.status if about.verdict else "in_use"
    if status in STATES:
        return {"state": STATES[status]}
    # OSCAL asks what "other" means.
    return {"state": "other", "remarks": prose(phrases.word("status-of-unknown", about.language))}


def _reviewed(about: About) -> Part:
    told = {answer.rule for answer in about.answers if answer.outcome in TELLING}
    others = {answer.rule for answer in about.answers} - told
    for alert in about.alerts:
        told.update(rule for rule in alert.rules if rule not in others)
    selection = {"description": prose(word("selected", about.language))}
    if told:
        chosen = some(include_controls=controls(told), exclude_controls=controls(others))
    else:
        # OSCAL has no way to say that nothing was reviewed, but as all without all of it.
        chosen = {"include-all": {}}
        chosen |= some(exclude_controls=controls(others or about.report.rules))
    return {"control-selections": [selection | chosen]}
