"""What pipelines say of an alert: in one line, and in rows of a label and a text."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from algocheck.model import Outcome, Rule, Severity, Verdict
from algocheck.report import phrases
from algocheck.report.alerts import Alert, Level
from algocheck.words import Language, message, say


class Row(NamedTuple):
    """A line about an alert."""

    key: str  # for machines, the same in every language
    label: str
    text: str


class Upcoming(NamedTuple):
    """A rule that is not yet in force, and not shown to be kept: no alert tells of it."""

    rule: Rule
    message: str
    begins: str  # as in `Alert.begins`


def word(key: str, language: Language, **values: Any) -> str:
    """Return a text that only formats for pipelines have."""
    return say(message(f"pipelines.{key}", **values), language)


def headline(alert: Alert, language: Language) -> str:
    """Say what is wrong or asked, and what is required, in one line."""
    if is_question(alert):
        return f"{alert.title} ({alert.message})"
    if is_fault(alert):
        return alert.message
    return f"{alert.message} - {phrases.word('required', language)}: {alert.title}"


def excuse(alert: Alert, threshold: Severity, language: Language) -> str:
    """Say why *alert* is no reason for exit 1; empty where it is one."""
    waiver = alert.waiver
    if alert.level is Level.ERROR:
        return ""
    if waiver:
        by, why = waiver.decided_by_role, waiver.reason
        return word("waived", language, expires=waiver.expires, role=by, reason=why)
    if alert.begins:
        return upcoming(alert.begins, language)
    if alert.level is Level.NOTE:
        return word("baselined", language)
    if alert.severity >= threshold:
        return word("only-warned", language)
    severity = phrases.word(f"severity-{threshold.word}", language)
    return word("below", language, severity=severity)


def upcoming(begins: str, language: Language, undecided: str = "") -> str:
    """Say since when a rule counts; *undecided* is the fact that decides it, where one does."""
    if undecided:
        since = phrases.word("undecided", language, fact=undecided)
    elif begins and begins != "undecided":
        since = phrases.word("from", language, day=begins)
    else:
        since = word("no-day", language)
    return word("upcoming", language, since=since)


def not_shown_yet(verdict: Verdict, language: Language) -> Iterator[Upcoming]:
    """Yield the rules that begin to count and of which nothing shows that they will be broken."""
    told = phrases.word("outcome-unknown", language)
    for answer in verdict.answers:
        if answer.outcome is Outcome.UPCOMING and not answer.violated:
            since = upcoming(answer.begins, language, answer.undecided)
            yield Upcoming(answer.rule, f"{told}; {since}", answer.begins or "undecided")


def rows(alert: Alert, language: Language) -> Iterator[Row]:
    """Yield what is required, on what it rests, what to do and who must: the same at each place."""
    severity = phrases.word(f"severity-{alert.severity.word}", language)
    if is_question(alert):
        yield Row("asked", word("asked", language), alert.title)
        names = ", ".join(map(phrases.rule_name, alert.rules))
        yield Row("rules", word("rules", language), names)
        yield Row("severity", word("severity", language), severity)
        return
    yield Row("required", phrases.word("required", language), alert.title)
    acts = "; ".join(f"{act} {url}".strip() for act, url in phrases.acts(alert.laws, language))
    if acts:
        yield Row("law", phrases.rests_on(alert.kind, language, supplier=alert.supplier), acts)
    if alert.remedy:
        yield Row("remedy", phrases.word("remedy", language), alert.remedy)
    if not is_fault(alert):
        severity += f", {phrases.word(f'kind-{alert.kind}', language)}"
        owner = phrases.word(f"owner-{alert.owner}", language)
        yield Row("acts", phrases.word("acts", language), owner)
    yield Row("severity", word("severity", language), severity)


def is_question(alert: Alert) -> bool:
    """Whether *alert* asks for a fact."""
    return alert.name.startswith("question/")


def is_fault(alert: Alert) -> bool:
    """Whether *alert* is about a file or the run: no policy has its rule."""
    return not is_question(alert) and not alert.rules[0].bundle
