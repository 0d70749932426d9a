"""The rows of the table that `csv_` writes: of the run, of each manifest, of each alert."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TypeAlias

from algocheck.model import Answer, Outcome, Report, Verdict
from algocheck.report import phrases
from algocheck.report.alert_text import is_fault, is_question, upcoming
from algocheck.report.alerts import Alert, Level, alerts
from algocheck.report.footer import caveats, counts
from algocheck.report.markdown_points import word
from algocheck.words import Language

BETWEEN = " | "
"""Between several in one cell."""

Row: TypeAlias = dict[str, Any]
"""By column; a column that is not there is empty."""


def rows(report: Report, language: Language) -> Iterator[Row]:
    """Yield a row of the run, then of each manifest and what there is about it."""
    by_manifest: dict[tuple[str, int], list[Alert]] = defaultdict(list)
    for alert in alerts(report, language):
        by_manifest[(alert.location.file, alert.location.document)].append(alert)
    yield _run(report, language)
    for verdict in report.verdicts:
        manifest = _manifest(report, verdict)
        numbers: dict[str, Any] = {each: verdict.number_of(each) for each in Outcome}
        told = word("counts", language, **numbers)
        yield {**manifest, "record": "manifest", "message": told if verdict.evaluated else ""}
        answers = {answer.rule.id: answer for answer in verdict.answers}
        for alert in by_manifest.pop((verdict.file, verdict.document), ()):
            answer = answers.get(alert.name)
            yield {**manifest, **_alert(alert, answer, language)}
        for answer in verdict.answers:
            if answer.outcome is Outcome.UPCOMING and not answer.violated:
                yield {**manifest, **_not_shown_yet(answer, language)}
    # What is left is about the run: its waivers, its baseline.
    for others in by_manifest.values():
        for alert in others:
            yield {
                "file": alert.location.file,
                "manifest": alert.manifest,
                **_alert(alert, None, language),
            }


def _run(report: Report, language: Language) -> Row:
    bundles = [
        phrases.word("bundle", language, name=b.name, revision=b.revision, digest=b.digest)
        for b in report.bundles
    ]
    told = [counts(report, language), *caveats(report, language), *bundles, report.engine]
    status = "passes" if report.passes else "does_not_pass"
    return {
        "record": "run",
        "status": status,
        "message": BETWEEN.join([*told, report.today, report.threshold.word]),
    }


def _manifest(report: Report, verdict: Verdict) -> Row:
    return {
        "file": verdict.file,
        "document": verdict.document,
        "manifest": verdict.manifest,
        "title": verdict.title,
        "organisation": verdict.organization,
        "status": report.status(verdict),
    }


def _alert(alert: Alert, answer: Answer | None, language: Language) -> Row:
    question = is_question(alert)
    acts = list(phrases.acts(alert.laws, language))
    row = {
        "record": "alert",
        "alert": alert.name,
        "code": BETWEEN.join(each.code for each in alert.rules if each.code),
        "theme": BETWEEN.join(dict.fromkeys(each.theme for each in alert.rules)),
        "kind": "" if question else alert.kind,
        "severity": alert.severity.word,
        "level": alert.level,
        "outcome": _outcome(alert, answer, question=question),
        "line": alert.location.line,
        "column": alert.location.column,
        "place": alert.location.pointer,
        "message": alert.message,
        "required": alert.title,
        "remedy": alert.remedy,
        "acts": "" if question or is_fault(alert) else alert.owner,
        "laws": BETWEEN.join(act for act, _ in acts),
        "urls": BETWEEN.join(url for _, url in acts),
        "begins": alert.begins,
        "baseline": alert.baseline or "",
        "fingerprint": alert.fingerprint,
    }
    if alert.waiver:
        row["waiver_reason"] = alert.waiver.reason
        row["waiver_role"] = alert.waiver.decided_by_role
        row["waiver_expires"] = alert.waiver.expires
        row["waiver_reference"] = alert.waiver.reference
    return row


def _outcome(alert: Alert, answer: Answer | None, *, question: bool) -> str:
    """Return the outcome of the rule; of what no rule says, that it is a fault."""
    if alert.begins:
        return Outcome.UPCOMING
    if question:
        return Outcome.UNKNOWN
    return answer.outcome if answer else "fault"


def _not_shown_yet(answer: Answer, language: Language) -> Row:
    """Tell of a rule that is not yet in force, and not broken: nothing else in the table does."""
    rule = answer.rule
    told = phrases.word("outcome-unknown", language)
    return {
        "record": "alert",
        "alert": rule.id,
        "code": rule.code,
        "theme": rule.theme,
        "kind": rule.kind,
        "severity": rule.severity.word,
        "level": Level.NOTE,
        "outcome": Outcome.UPCOMING,
        "message": f"{told}; {upcoming(answer.begins, language, answer.undecided)}",
        "required": rule.title[language],
        "acts": rule.owner,
        "begins": answer.begins or "undecided",
    }
