"""The frame of an OSCAL document: who it is about, and which policies it rests on."""

from algocheck.model import Report
from algocheck.report import phrases
from algocheck.report.footer import caveats, counts
from algocheck.report.markdown_points import word
from algocheck.report.markdown_text import prose
from algocheck.report.oscal_parts import Part, bundle, identifier, line, moment, properties, some
from algocheck.words import Language
from algocheck.words.plain import harmless

VERSION = "1.1.3"
"""Of OSCAL: who has gone on to 1.2 reads it as well."""

PLAN = identifier("plan")
"""The resource that stands where OSCAL asks for an assessment plan."""


def metadata(report: Report, language: Language) -> Part:
    """Return the title, the day, the organisations, and what the run did not look at."""
    organisations = sorted({each.organization.strip() for each in report.verdicts} - {""})
    told = [counts(report, language), *caveats(report, language)]
    return {
        "title": prose(word("results-title", language)),
        "last-modified": moment(report.today),
        "version": report.today,
        "oscal-version": VERSION,
        "props": properties(
            passes=str(report.passes).lower(),
            threshold=report.threshold.word,
            unknown_fails=str(report.unknown_fails).lower(),
            engine=report.engine,
            language=language,
            manifests=len(report.verdicts),
            skipped_files=report.skipped,
            empty_documents=report.empty,
            rules_left_out=report.left_out,
            since=report.since,
            unchanged_files=report.unchanged,
        ),
        "roles": [
            {"id": role, "title": prose(phrases.word(f"owner-{role}", language))}
            for role in ("supplier", "deployer")
        ],
        **some(
            parties=[
                {
                    "uuid": identifier("organisation", each),
                    "type": "organization",
                    "name": harmless(each).strip(),
                }
                for each in organisations
            ]
        ),
        "remarks": prose("; ".join(told)),
    }


def resources(report: Report, language: Language) -> list[Part]:
    """Return what others refer to: the plan that there is not, and each bundle."""
    plan = {
        "uuid": PLAN,
        "title": prose(word("plan", language)),
        "description": prose(word("no-plan", language)),
        "props": [{"name": "type", "value": "plan"}],
        "citation": {"text": prose(word("no-plan", language))},
    }
    bundles = [
        {
            "uuid": bundle(each),
            "title": line(each.name, "bundle"),
            "description": prose(word("bundle", language)),
            "props": [
                {"name": "type", "value": "policy"},
                *properties(revision=each.revision, digest=f"sha256:{each.digest}"),
            ],
            "citation": {"text": line(f"{each.name} {each.revision}", "bundle")},
        }
        for each in report.bundles
    ]
    return [plan, *bundles]
