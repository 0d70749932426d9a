"""Everything to act on as a flat list: what formats for code scanning and pipelines tell.

What each outcome becomes in each format is one table, in docs/formats.md.
"""

import enum
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from algocheck.model import (
    Answer,
    BaselineState,
    Finding,
    Kind,
    Law,
    Location,
    Outcome,
    Owner,
    Question,
    Report,
    Rule,
    Severity,
    Verdict,
    Waiver,
)
from algocheck.report import phrases
from algocheck.words import Language, message, say, texts


class Level(enum.StrEnum):
    """What an alert means for the run."""

    ERROR = "error"  # a reason for exit 1
    WARNING = "warning"  # open, and below the threshold or only warned of
    NOTE = "note"  # nothing to do today: covered, or not yet in force


class Alert(NamedTuple):
    """One thing to act on: a fault, a finding, a question, or a rule that will be broken."""

    name: str  # a rule's id, or question/<fact>
    level: Level
    severity: Severity
    location: Location
    fingerprint: str  # 16 hex digits; no other alert of the report has them
    title: str  # what is required, or the question
    message: str  # what was found there
    remedy: str = ""  # what to do; empty where the title says it
    owner: Owner = Owner.BOTH
    kind: Kind = Kind.QUALITY
    laws: tuple[Law, ...] = ()
    manifest: str = ""  # empty: about the run, not about one manifest
    supplier: bool = False  # of a supplier's manifest: who breaks the law is its customer
    rules: tuple[Rule, ...] = ()  # the rule itself, or those that wait for an answer
    begins: str = ""  # of what does not count today: since when it does, ISO or "undecided"
    outcome: Outcome = Outcome.FAIL  # of the rule; a fault is one that fails
    waiver: Waiver | None = None
    baseline: BaselineState | None = None


def alerts(report: Report, language: Language) -> Iterator[Alert]:
    """Yield every alert of *report*, manifest by manifest in its order, then those of the run."""
    seen: dict[str, int] = {}
    for alert in _all(report, language):
        # Services that collect alerts drop the second of one fingerprint.
        number = seen[alert.fingerprint] = seen.get(alert.fingerprint, 0) + 1
        yield alert if number == 1 else alert._replace(fingerprint=_again(alert, number))


def by_verdict(
    report: Report, language: Language
) -> Iterator[tuple[Verdict | None, Sequence[Alert]]]:
    """Yield each verdict with the alerts at its place, those of the run there too.

    What is left, at the places of waivers and the baseline, comes last, with None.
    """
    by_place: dict[tuple[str, int], list[Alert]] = defaultdict(list)
    for alert in alerts(report, language):
        by_place[alert.location.file, alert.location.document].append(alert)
    for verdict in report.verdicts:
        yield verdict, by_place.pop((verdict.file, verdict.document), ())
    yield None, [alert for others in by_place.values() for alert in others]


def _all(report: Report, language: Language) -> Iterator[Alert]:
    for verdict in report.verdicts:
        fails = False
        for alert in _of_one(verdict, report, language):
            fails = fails or alert.level is Level.ERROR
            yield alert._replace(supplier=verdict.kind == "supplier")
        if not verdict.evaluated and not fails:
            yield _unevaluated(verdict, language)
    for finding in report.findings:
        yield _finding(finding, _level(finding, report), language)


def _of_one(verdict: Verdict, report: Report, language: Language) -> Iterator[Alert]:
    for finding in (*verdict.faults, *verdict.findings):
        yield _finding(finding, _level(finding, report), language)
    for question in verdict.questions:
        yield _question(question, report, language)
    for answer in verdict.left_to_the_deployer:
        yield _unasked(answer, verdict, report, language)
    for finding in verdict.later_findings:
        alert = _finding(finding, Level.NOTE, language)
        yield alert._replace(begins=_begins(finding, verdict), outcome=Outcome.UPCOMING)


def _again(alert: Alert, number: int) -> str:
    return f"{int(alert.fingerprint, 16) + number & 0xFFFF_FFFF_FFFF_FFFF:016x}"


def _finding(finding: Finding, level: Level, language: Language) -> Alert:
    rule = finding.rule
    return Alert(
        name=finding.name,
        level=level,
        severity=rule.severity,
        location=finding.location,
        fingerprint=finding.fingerprint,
        title=rule.title[language],
        message=phrases.found(finding, language),
        remedy=rule.remedy.get(language, ""),
        owner=finding.owner,
        kind=rule.kind,
        laws=finding.laws,
        manifest=finding.manifest,
        rules=(rule,),
        waiver=finding.waiver,
        baseline=finding.baseline,
    )


def _question(question: Question, report: Report, language: Language) -> Alert:
    return Alert(
        name=question.name,
        level=_level(question, report),
        severity=question.severity,
        location=question.location,
        fingerprint=question.fingerprint,
        title=phrases.plain_question(question, language),
        message=phrases.waiting(question, language),
        remedy=_answer(question, language),
        manifest=question.manifest,
        rules=question.rules,
        outcome=Outcome.UNKNOWN,
        waiver=question.waiver,
        baseline=question.baseline,
    )


def _answer(question: Question, language: Language) -> str:
    """Say which fact to state, and what there is to choose from."""
    key = "answer" if question.stated else "add"
    asked = phrases.word(key, language, fact=phrases.fact(question.path))
    values = phrases.choices(question)
    return f"{asked} ({phrases.word('choose', language, values=values)})" if values else asked


def _unasked(answer: Answer, verdict: Verdict, report: Report, language: Language) -> Alert:
    """Tell of a rule that waits for what a supplier cannot know: it is not shown all the same."""
    rule = answer.rule
    start = Location(verdict.file, 1, 1, document=verdict.document)
    finding = Finding(rule, verdict.manifest, "unasked", start, laws=rule.laws, owner=rule.owner)
    fails = report.unknown_fails and report.weighs(rule)
    alert = _finding(finding, Level.ERROR if fails else Level.WARNING, language)
    waits = phrases.word("waits-for-deployer", language, n=1)
    return alert._replace(message=waits, outcome=Outcome.UNKNOWN)


def _unevaluated(verdict: Verdict, language: Language) -> Alert:
    """Tell of a manifest that fails because nothing was checked, where no other alert says so."""
    words = texts("pipelines")
    rule = Rule(
        "reading/not-evaluated",
        Severity.CRITICAL,
        title=words["evaluated"],
        remedy=words["evaluate"],
    )
    start = Location(verdict.file, 1, 1, document=verdict.document)
    finding = Finding(rule, verdict.manifest, "not-evaluated", start)
    alert = _finding(finding, Level.ERROR, language)
    return alert._replace(message=say(message("pipelines.not-evaluated"), language))


def _begins(finding: Finding, verdict: Verdict) -> str:
    """Return since when the rule of *finding* counts; "undecided" where no day is known."""
    answer = next(each for each in verdict.answers if each.rule == finding.rule)
    return answer.begins or "undecided"


def _level(point: Finding | Question, report: Report) -> Level:
    if point.covered:
        return Level.NOTE
    return Level.ERROR if report.fails(point) else Level.WARNING
