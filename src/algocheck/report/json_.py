"""The report for machines: one JSON document, in a published and versioned schema."""

import codecs
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

from algocheck.model import Answer, Finding, Law, Location, Question, Report, Rule, Verdict
from algocheck.report import Style, phrases
from algocheck.report.covered import baselined_in, waived_in
from algocheck.words import LANGUAGES, say

VERSION = 1
"""Grows when what a reader relies on changes; new keys may come without it."""

SCHEMA = Path(__file__).parent / "schema" / f"report-v{VERSION}.json"


def write(report: Report, stream: TextIO, style: Style) -> None:  # noqa: ARG001 -- a machine has no style
    """Write *report*; both languages are in it, so no option changes the bytes."""
    write_document(document(report), stream)


def write_document(whole: Any, stream: TextIO) -> None:
    """Write a JSON value so that nobody who shows it obeys it; raises OSError as a stream does."""
    encoder = json.JSONEncoder(ensure_ascii=ascii_only(stream), indent=1)
    stream.writelines(harmless(part) for part in encoder.iterencode(whole))
    stream.write("\n")


def ascii_only(stream: TextIO) -> bool:
    """Whether *stream* gets its JSON in ASCII: JSON is UTF-8, and some streams are not."""
    return bool(stream.encoding) and codecs.lookup(stream.encoding).name != "utf-8"


def schema() -> Any:
    """Return the JSON Schema of what `write` writes; raises OSError where it was not installed."""
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def document(report: Report) -> dict[str, Any]:
    """Return the document; it fits `schema`."""
    return {
        "report_version": VERSION,
        "passes": report.passes,
        "today": report.today,
        "threshold": report.threshold.word,
        "unknown_fails": report.unknown_fails,
        "since": report.since,
        "engine": report.engine,
        "bundles": bundles(report),
        "counts": {
            "manifests": len(report.verdicts),
            "skipped_files": report.skipped,
            "empty_documents": report.empty,
            "rules_left_out": report.left_out,
            "unchanged_manifests": report.unchanged,
            "waived": sum(len(waived_in(verdict)) for verdict in report.verdicts),
            "in_baseline": sum(len(baselined_in(verdict)) for verdict in report.verdicts),
        },
        "rules": {rule.id: _rule(rule) for rule in _rules(report)},
        "findings": [_of_the_run(finding) for finding in report.findings],
        "manifests": [_verdict(report, verdict) for verdict in report.verdicts],
    }


def harmless(part: str) -> str:
    """Escape what JSON lets through and a reader obeys or hides.

    A terminal obeys C1, direction marks and DEL; the log of a pipeline, ## before a command.
    """
    part = part.replace("##", "#\\u0023")
    if part.isprintable():
        return part
    return "".join(
        each if each.isprintable() or each == "\n" else json.dumps(each)[1:-1] for each in part
    )


def _rules(report: Report) -> list[Rule]:
    faults = {fault.rule for verdict in report.verdicts for fault in verdict.faults}
    of_the_run = {finding.rule for finding in report.findings}
    return sorted({*report.rules, *faults, *of_the_run}, key=lambda rule: rule.id)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "theme": rule.theme,
        "severity": rule.severity.word,
        "kind": rule.kind,
        "owner": rule.owner,
        "bundle": rule.bundle,
        "title": _in_both(rule.title),
        "remedy": _in_both(rule.remedy),
    }


def _verdict(report: Report, verdict: Verdict) -> dict[str, Any]:
    return {
        "file": verdict.file,
        "document": verdict.document,
        "manifest": verdict.manifest,
        "title": verdict.title,
        "kind": verdict.kind,
        "organization": verdict.organization,
        "algorithm_status": verdict.status,
        "status": report.status(verdict),
        "evaluated": verdict.evaluated,
        "faults": [_finding(fault) for fault in verdict.faults],
        "findings": [_of_a_rule(finding) for finding in verdict.findings],
        "later_findings": [_of_a_rule(finding) for finding in verdict.later_findings],
        "questions": [_question(question) for question in verdict.questions],
        "later_questions": [_question(question) for question in verdict.later_questions],
        "outcomes": {answer.rule.id: _answer(answer) for answer in verdict.answers},
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "outcome": answer.outcome,
        "applies": answer.applies,
        "begins": answer.begins,
        "undecided": answer.undecided,
        "asked": answer.asked,
        "violated": answer.violated,
        "covered": answer.covered,
    }


def _of_a_rule(finding: Finding) -> dict[str, Any]:
    return _finding(finding) | {"owner": finding.owner}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        **_of_the_run(finding),
        "place": finding.place,
        "found": finding.found,
        "shown": dict(finding.shown),
        "laws": [law(article) for article in finding.laws],
        **_covering(finding),
    }


def _of_the_run(finding: Finding) -> dict[str, Any]:
    problem = finding.problem
    return {
        "rule": finding.rule.id,
        "severity": finding.rule.severity.word,
        "fingerprint": finding.fingerprint,
        "location": location(finding.location),
        "message": {
            language: say(problem, language) if problem else phrases.found(finding, language)
            for language in LANGUAGES
        },
    }


def _covering(point: Finding | Question) -> dict[str, Any]:
    waiver = point.waiver
    return {
        "covered": point.covered,
        "waiver": waiver and {**waiver._asdict(), "location": location(waiver.location)},
        "baseline": point.baseline,
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


def law(article: Law) -> dict[str, Any]:
    """Return one article that a rule rests on."""
    return {
        "name": _in_both(article.name),
        "article": article.article,
        "url": article.url,
        "checked": article.checked,
        "to_verify": article.to_verify,
    }


def _in_both(texts: Mapping[str, str]) -> dict[str, str]:
    # In one order, whatever order the METADATA is in: the same report gives the same bytes.
    return {language: texts[language] for language in LANGUAGES if language in texts}


def _question(question: Question) -> dict[str, Any]:
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


def location(place: Location) -> dict[str, Any]:
    """Return a place in a file."""
    return {
        "file": place.file,
        "document": place.document,
        "line": place.line,
        "column": place.column,
        "pointer": place.pointer,
    }
