"""The report for machines: one JSON document, in a published and versioned schema."""

import json
from pathlib import Path
from typing import Any, TextIO

from algocheck.model import Answer, Report, Rule, Verdict
from algocheck.report import Style
from algocheck.report.covered import baselined_in, waived_in
from algocheck.report.json_parts import (
    asked,
    bundles,
    in_both,
    of_a_manifest,
    of_a_rule,
    of_the_run,
)
from algocheck.report.json_writing import write_document

VERSION = 1
"""Grows when what a reader relies on changes; new keys may come without it."""

SCHEMA = Path(__file__).parent / "schema" / f"report-v{VERSION}.json"


def write(report: Report, stream: TextIO, style: Style) -> None:  # noqa: ARG001 -- a machine has no style
    """Write *report*; both languages are in it, so no option changes the bytes."""
    write_document(document(report), stream)


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
        "findings": [of_the_run(finding) for finding in report.findings],
        "manifests": [_verdict(report, verdict) for verdict in report.verdicts],
    }


def _rules(report: Report) -> list[Rule]:
    faults = {fault.rule for verdict in report.verdicts for fault in verdict.faults}
    about_the_run = {finding.rule for finding in report.findings}
    return sorted({*report.rules, *faults, *about_the_run}, key=lambda rule: rule.id)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "theme": rule.theme,
        "severity": rule.severity.word,
        "kind": rule.kind,
        "owner": rule.owner,
        "bundle": rule.bundle,
        "title": in_both(rule.title),
        "remedy": in_both(rule.remedy),
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
        "faults": [of_a_manifest(fault) for fault in verdict.faults],
        "findings": [of_a_rule(finding) for finding in verdict.findings],
        "later_findings": [of_a_rule(finding) for finding in verdict.later_findings],
        "questions": [asked(question) for question in verdict.questions],
        "later_questions": [asked(question) for question in verdict.later_questions],
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
