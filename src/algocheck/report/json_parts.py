"""What JSON documents are made of: findings, questions, laws, places, bundles."""

from collections.abc import Mapping
from typing import Any

from algocheck.model import Finding, Law, Location, Question, Report
from algocheck.report import phrases
from algocheck.words import LANGUAGES


def of_a_rule(finding: Finding) -> dict[str, Any]:
    """Return what a rule of the policies found in a manifest, and who must act."""
    return of_a_manifest(finding) | {"owner": finding.owner}


def of_a_manifest(finding: Finding) -> dict[str, Any]:
    """Return what was found in a manifest, of its reading and its shape too."""
    return {
        **of_the_run(finding),
        "place": finding.place,
        "found": finding.found,
        "shown": dict(finding.shown),
        "laws": [law(article) for article in finding.laws],
        **_covering(finding),
    }


def of_the_run(finding: Finding) -> dict[str, Any]:
    """Return what every finding has, those about waivers and the baseline too."""
    return {
        "rule": finding.rule.id,
        "severity": finding.rule.severity.word,
        "fingerprint": finding.fingerprint,
        "location": location(finding.location),
        "message": {language: phrases.found(finding, language) for language in LANGUAGES},
    }


def asked(question: Question) -> dict[str, Any]:
    """Return what is not stated, and which rules wait for it."""
    return {
        "fact": question.fact,
        "location": location(question.location),
        "severity": question.severity.word,
        "stated": question.stated,
        "found": question.found,
        "question": {
            language: phrases.plain_question(question, language) for language in LANGUAGES
        },
        "rules": [rule.id for rule in question.rules],
        "fingerprint": question.fingerprint,
        "place": question.place,
        **_covering(question),
    }


def _covering(point: Finding | Question) -> dict[str, Any]:
    waiver = point.waiver
    return {
        "covered": point.covered,
        "waiver": waiver and {**waiver._asdict(), "location": location(waiver.location)},
        "baseline": point.baseline,
    }


def law(article: Law) -> dict[str, Any]:
    """Return one article that a rule rests on."""
    return {
        "name": in_both(article.name),
        "article": article.article,
        "url": article.url,
        "checked": article.checked,
        "to_verify": article.to_verify,
    }


def location(place: Location) -> dict[str, Any]:
    """Return a place in a file."""
    return {
        "file": place.file,
        "document": place.document,
        "line": place.line,
        "column": place.column,
        "pointer": place.pointer,
    }


def bundles(report: Report) -> list[dict[str, str]]:
    """Return which bundles answered."""
    return [
        {
            "name": b.name,
            "revision": b.revision,
            "digest": f"sha256:{b.digest}",
            "origin": b.origin,
        }
        for b in report.bundles
    ]


def in_both(texts: Mapping[str, str]) -> dict[str, str]:
    """Return *texts* by language in one order, whatever order the METADATA is in."""
    return {language: texts[language] for language in LANGUAGES if language in texts}
