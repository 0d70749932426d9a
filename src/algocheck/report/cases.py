"""A report as test results: a manifest is a suite; a rule, a fault or a question is a case.

What is unknown is told by fact: a rule that waits for answers is no case of its own, but
each question is. A case fails exactly where something in it is a reason for exit 1.
"""

import enum
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from algocheck.model import Answer, Outcome, Report, Severity, Verdict
from algocheck.report import Style, phrases
from algocheck.report.alert_text import excuse, headline, is_question, upcoming, word
from algocheck.report.alerts import Alert, Level, alerts
from algocheck.report.footer import footer
from algocheck.report.page import Page
from algocheck.words import Language

RUN = "algocheck"
"""The suite of what is about the run itself, and about no manifest."""


class Result(enum.StrEnum):
    """What became of a case, the worst first."""

    ERROR = "error"  # the manifest could not be evaluated
    FAILED = "failed"
    OPEN = "open"  # not met, and no reason for exit 1
    SKIPPED = "skipped"  # it is not asked here or today
    PASSED = "passed"


class Case(NamedTuple):
    """What became of one rule, fault or question in one manifest."""

    id: str  # a rule's id, or question/<fact>
    name: str  # for people: with the code of the rule
    result: Result
    message: str = ""  # what is wrong, or why it is open or skipped
    alerts: tuple[Alert, ...] = ()  # its places; none where nothing is wrong


class Suite(NamedTuple):
    """The cases of one manifest, or of the run."""

    name: str
    cases: tuple[Case, ...]
    about: tuple[str, ...]  # lines about the whole of it
    verdict: Verdict | None = None  # None: of the run


def suites(report: Report, style: Style) -> Iterator[Suite]:
    """Yield a suite for each manifest, in the order of *report*, and at the end that of the run."""
    for verdict in report.verdicts:
        # One verdict at a time: thousands of manifests are told in the memory of one.
        alone = report._replace(verdicts=(verdict,), findings=())
        status = phrases.word(f"status-{report.status(verdict)}", style.language)
        about = " - ".join(filter(None, (status, verdict.title, verdict.organization)))
        cases = tuple(_cases(verdict, alone, style.language))
        yield Suite(verdict.address, cases, (about,), verdict)
    of_the_run = _grouped(report._replace(verdicts=()), style.language)
    told = [_told(group, report.threshold, style.language) for group in of_the_run.values()]
    yield Suite(RUN, tuple(told), closing(report, style))


def closing(report: Report, style: Style) -> tuple[str, ...]:
    """Return how the text report ends: counts, what was left out, how it was checked."""
    # Programs read this: the same on every screen as in a file.
    page = Page(100)
    footer(page, report, style)
    lines = ("".join(span.text for span in line).split() for line in page.lines)
    return tuple(" ".join(words) for words in lines if words)


def _cases(verdict: Verdict, alone: Report, language: Language) -> list[Case]:
    """Return the faults first, then the rules, then the questions; each of them by name."""
    groups = _grouped(alone, language)
    error = not verdict.evaluated
    cases = [_told(group, alone.threshold, language, error=error) for group in groups.values()]
    rules = {answer.rule.id for answer in verdict.answers}
    cases += (
        _settled(answer, language)
        for answer in verdict.answers
        # A rule that is unknown and has no alert waits for an answer: its question is the case.
        if answer.rule.id not in groups and answer.outcome is not Outcome.UNKNOWN
    )
    return sorted(cases, key=lambda case: (_is_asked(case), case.id in rules, case.id))


def places(case: Case, threshold: Severity, language: Language) -> Iterator[str]:
    """Yield a line for each place of *case*: where, what, and why it does not count, if so."""
    excuses = [excuse(alert, threshold, language) for alert in case.alerts]
    for alert, why in zip(case.alerts, excuses, strict=True):
        told = alert.remedy if is_question(alert) else alert.message
        # What goes for all places stands in the message of the case.
        told += f" - {why}" if why and len(set(excuses)) > 1 else ""
        yield f"{alert.location.address}  {told}"


def _is_asked(case: Case) -> bool:
    """Whether *case* is a question."""
    return any(map(is_question, case.alerts))


def _grouped(report: Report, language: Language) -> dict[str, list[Alert]]:
    groups: dict[str, list[Alert]] = {}
    for alert in alerts(report, language):
        groups.setdefault(alert.name, []).append(alert)
    return groups


def _told(
    group: Sequence[Alert], threshold: Severity, language: Language, *, error: bool = False
) -> Case:
    """Make one case of all places where something is wrong, the worst of them first."""
    group = sorted(group, key=lambda alert: list(Level).index(alert.level))
    worst = group[0]
    result, first = Result.OPEN, excuse(worst, threshold, language)
    if worst.level is Level.ERROR:
        result = Result.ERROR if error else Result.FAILED
        first = headline(worst, language)
    others = len(group) - 1
    return Case(
        id=worst.name,
        name=worst.name if is_question(worst) else phrases.rule_name(worst.rules[0]),
        result=result,
        message=word("more-places", language, first=first, n=others) if others else first,
        alerts=tuple(group),
    )


def _settled(answer: Answer, language: Language) -> Case:
    """Make the case of a rule about which nothing is to be done today."""
    rule = answer.rule
    name = phrases.rule_name(rule)
    if answer.outcome is Outcome.PASS:
        return Case(rule.id, name, Result.PASSED)
    if answer.outcome is Outcome.UPCOMING:
        why = upcoming(answer.begins, language, answer.undecided)
    else:
        why = word("not-applicable" if answer.asked else "not-asked", language)
    return Case(rule.id, name, Result.SKIPPED, why)
