"""SARIF 2.1.0: what code scanning reads, at GitHub, Azure DevOps and in editors.

What becomes of what, and why: docs/formats.md.
"""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from algocheck.model import Report
from algocheck.report import Style, paths
from algocheck.report.alerts import alerts
from algocheck.report.footer import caveats, counts
from algocheck.report.json_writing import ascii_only, escaped
from algocheck.report.sarif_places import Files
from algocheck.report.sarif_results import Results
from algocheck.report.sarif_rules import descriptors
from algocheck.report.sarif_tool import driver
from algocheck.words import Language, message, say

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write *report*, a line for each rule, file and result, so that two of them compare well."""
    encoder = json.JSONEncoder(ensure_ascii=ascii_only(stream))
    language = style.language
    found = list(alerts(report, language))
    files = Files(report, found, style)
    rules = descriptors(report, found, language)
    results = Results(found, [rule["id"] for rule in rules], files, language)

    def line(value: Any) -> str:
        return escaped(encoder.encode(value))

    def lines(values: Iterable[Any]) -> None:
        stream.writelines(
            f"{',' if number else ''}\n{line(value)}" for number, value in enumerate(values)
        )

    stream.write(f'{{"$schema": {line(SCHEMA)}, "version": "2.1.0", "runs": [{{\n')
    stream.write(f'"tool": {{"driver": {{{line(driver(language))[1:-1]}, "rules": [')
    lines(rules)
    stream.write(f"\n]}}}},\n{line(_run(report, language))[1:-1]},\n")
    stream.write('"artifacts": [')
    lines(files.artifacts(language))
    stream.write('\n],\n"results": [')
    lines(map(results.of, found))
    stream.write("\n]}]}\n")


def _run(report: Report, language: Language) -> dict[str, Any]:
    """Return what is to be said of the run, besides its tool, files and results."""
    code = 0 if report.passes else 1
    told = [counts(report, language), *caveats(report, language)]
    return {
        "automationDetails": {"id": "algocheck/"},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {paths.BASE: {"description": {"text": _word("root", language)}}},
        "invocations": [
            {
                "executionSuccessful": True,
                "exitCode": code,
                "exitCodeDescription": _word(f"exit-{code}", language),
                "toolExecutionNotifications": [
                    {"level": "note", "message": {"text": f"{each}."}} for each in told
                ],
            }
        ],
        "properties": {
            "today": report.today,
            "threshold": report.threshold.word,
            "unknownFails": report.unknown_fails,
            "passes": report.passes,
            "engine": report.engine,
            "bundles": [
                {"name": b.name, "revision": b.revision, "digest": f"sha256:{b.digest}"}
                for b in report.bundles
            ],
            "manifests": len(report.verdicts),
            "skippedFiles": report.skipped,
            "emptyDocuments": report.empty,
            "rulesLeftOut": report.left_out,
            "since": report.since,
            "unchangedFiles": report.unchanged,
        },
    }


def _word(key: str, language: Language) -> str:
    return say(message(f"scanning.{key}"), language)
