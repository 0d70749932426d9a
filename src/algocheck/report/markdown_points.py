"""Findings and questions in Markdown, each with all that is to be known of it."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from algocheck.model import Finding, Question, Rule
from algocheck.report import phrases
from algocheck.report.markdown_text import code, link, prose, sentence, told
from algocheck.words import Language, message, say

MOST = 100
"""How many of one sort are told of one manifest: then a page cannot grow without end."""

PLACES = 20
"""How many places of one broken rule are told."""

REASON = 500
"""How many characters of a waiver's reason are shown."""


def word(key: str, language: Language, **values: Any) -> str:
    """Return a text of the catalogue for documents, which are Markdown already."""
    return say(message(f"documents.{key}", **values), language)


def listed(lines: Iterable[str]) -> list[str]:
    """Return *lines* as one list, or nothing where there are none."""
    items = [f"- {line}" for line in lines]
    return ["\n".join(items)] if items else []


def details(heading: str, paragraphs: Sequence[str]) -> str:
    """Fold *paragraphs* away behind their heading."""
    folded = "\n\n".join(paragraphs)
    return f"<details><summary>{escape(heading)}</summary>\n\n{folded}\n\n</details>"


def rest(items: Sequence[Any], shown: int, language: Language) -> list[str]:
    """Say how many of *items* are not shown, if any."""
    left = len(items) - shown
    return [word("more", language, n=left)] if left > 0 else []


def fault(finding: Finding, language: Language) -> Iterator[str]:
    """Tell a fault of a file, or of waivers and the baseline."""
    severity = phrases.word(f"severity-{finding.severity.word}", language)
    place = code(finding.location.address)
    remedy = finding.rule.remedy.get(language, "")
    told = f"{place} **{severity}** {prose(finding.name)}: {_found(finding, language)}"
    yield f"{told}. {prose(remedy)}" if remedy else told


def broken(rule: Rule, findings: Sequence[Finding], language: Language, *, supplier: bool) -> str:
    """Tell a rule: where it is broken, what it requires under which law, and who acts."""
    severity = phrases.word(f"severity-{rule.severity.word}", language)
    kind = phrases.word(f"kind-{rule.kind}", language)
    lines = [placed(each, language) for each in findings[:PLACES]]
    lines += rest(findings, PLACES, language)
    lines.append(f"{phrases.word('required', language)}: {prose(rule.title[language])}")
    acts = phrases.acts(findings[0].laws, language)
    if articles := ", ".join(link(prose(act), url) for act, url in acts):
        rests_on = phrases.rests_on(rule.kind, language, supplier=supplier)
        lines.append(f"{rests_on}: {articles}")
    if remedy := rule.remedy.get(language):
        lines.append(f"{phrases.word('remedy', language)}: {prose(remedy)}")
    owner = phrases.word(f"owner-{findings[0].owner}", language)
    lines.append(f"{phrases.word('acts', language)}: {owner}")
    heading = f"**{severity}** · {kind} · **{prose(phrases.rule_name(rule))}**"
    return "\n".join([heading, "", *listed(lines)])


def placed(finding: Finding, language: Language) -> str:
    """Say where a rule is broken, and what stands there."""
    return f"{code(finding.location.address)} {_found(finding, language)}"


def question(question: Question, language: Language) -> str:
    """Tell a question: where to answer it, what is asked, and what may be chosen."""
    key = "report.answer" if question.stated else "report.add"
    asked = sentence(message(key, fact=phrases.fact(question.path)), language)
    place = code(question.location.address)
    line = f"{place} {asked}: {prose(phrases.plain_question(question, language))}"
    line += f" ({phrases.waiting(question, language)})"
    if question.stated:
        value = phrases.value(question.found)
        line += f"; {sentence(message('report.says-nothing', value=value), language)}"
    if choices := phrases.choices(question):
        values = ", ".join(code(value) for value in choices.split(" | "))
        line += f"; {word('choose', language)}: {values}"
    return line


def covered(point: Finding | Question, language: Language) -> str:
    """Tell what is open in fact, and for whose reason and until when it is let be."""
    severity = phrases.word(f"severity-{point.severity.word}", language)
    place = code(point.location.address)
    if isinstance(point, Question):
        open_ = prose(phrases.plain_question(point, language))
    else:
        open_ = _found(point, language)
    line = f"{place} **{severity}** {prose(point.name)}: {open_}"
    if waiver := point.waiver:
        line += f"; {word('until', language, day=told(waiver.expires))}"
        line += f", {word('decided-by', language)} {told(waiver.decided_by_role)}"
        line += f": {told(waiver.reason, REASON)}"
        if waiver.reference:
            line += f" ({word('reference', language)} {told(waiver.reference)})"
    return line


def _found(finding: Finding, language: Language) -> str:
    """Say what stands where a finding points, as `phrases.found` does."""
    if finding.problem:
        return sentence(finding.problem, language)
    fact = phrases.fact(finding.path)
    if finding.found is None:
        told = sentence(message("report.is-not-stated", fact=fact), language)
    else:
        value = phrases.value(finding.found)
        told = sentence(message("report.is", fact=fact, value=value), language)
    shown = sorted(finding.shown.items())
    numbers = ", ".join(f"{prose(name)} {code(phrases.value(value))}" for name, value in shown)
    return f"{told} ({phrases.word('computed', language)}: {numbers})" if numbers else told
