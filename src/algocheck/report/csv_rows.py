"""The rows of the table that `csv_` writes: of the run, of each manifest, of each alert."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from algocheck.model import Answer, Outcome, Report, Verdict
from algocheck.report import phrases
from algocheck.report.alert_text import Upcoming, is_fault, is_question, not_shown_yet
from algocheck.report.alerts import Alert, Level, by_verdict
from algocheck.report.footer import caveats, counts
from algocheck.report.markdown_points import word
from algocheck.words import Language

BETWEEN = " | "
"""Between several in one cell."""

Row: TypeAlias = dict[str, Any]
"""By column; a column that is not there is empty."""


def rows(report: Report, language: Language) -> Iterator[Row]:
    """Yield a row of the run, then of each manifest and what there is about it."""
    yield _run(report, language)
    for verdict, found in by_verdict(report, language):
        if verdict:
            yield from _about(verdict, found, report, language)
        else:
            yield from (_of_the_run(alert, language) for alert in found)


def _about(
    verdict: Verdict, found: Iterable[Alert], report: Report, language: Language
) -> Iterator[Row]:
    manifest = _manifest(report, verdict)
    numbers: dict[str, Any] = {each: verdict.number_of(each) for each in Outcome}
    told = word("counts", language, **numbers)
    yield {**manifest, "record": "manifest", "message": told if verdict.evaluated else ""}
    answers = {answer.rule.id: answer for answer in verdict.answers}
    for alert in found:
        yield {**manifest, **_alert(alert, answers.get(alert.name), language)}
    for coming in not_shown_yet(verdict, language):
        yield {**manifest, **_upcoming(coming, language)}


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


def _of_the_run(alert: Alert, language: Language) -> Row:
    about = {"file": alert.location.file, "manifest": alert.manifest}
    return {**about, **_alert(alert, None, language)}


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


def _upcoming(coming: Upcoming, language: Language) -> Row:
    rule = coming.rule
    return {
        "record": "alert",
        "alert": rule.id,
        "code": rule.code,
        "theme": rule.theme,
        "kind": rule.kind,
        "severity": rule.severity.word,
        "level": Level.NOTE,
        "outcome": Outcome.UPCOMING,
        "message": coming.message,
        "required": rule.title[language],
        "acts": rule.owner,
        "begins": coming.begins,
    }
