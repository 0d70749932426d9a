"""The rules of SARIF: those of policies, those about a file, and a question for each fact."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from algocheck.manifest.schema import field
from algocheck.model import Report, Rule, Severity
from algocheck.report import phrases
from algocheck.report.alert_text import is_question
from algocheck.report.alerts import Alert
from algocheck.report.explanation import Item, Section, explanation
from algocheck.report.rule_markdown import part
from algocheck.words import Language, message, say
from algocheck.words.plain import harmless

ADDRESS = re.compile(r"https?://[!#-;=?-Z_a-z~]+")
"""An address that is right as it is written, without quotes, brackets and spaces."""

LONGEST = 1024
"""How many characters of a description GitHub takes."""

SCORES = {
    Severity.CRITICAL: "9.5",
    Severity.HIGH: "8.0",
    Severity.MEDIUM: "5.5",
    Severity.LOW: "2.0",
}
"""In the middle of what GitHub shows under the same word."""

LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
}


def descriptors(
    report: Report, alerts: Iterable[Alert], language: Language
) -> Sequence[dict[str, Any]]:
    """Return the rules that were selected, then what else there are alerts of, by name."""
    selected = {rule.id: _policy(rule, language) for rule in report.rules}
    others: dict[str, Alert] = {}
    for alert in alerts:
        if alert.name not in selected:
            known = others.setdefault(alert.name, alert)
            if alert.severity > known.severity:  # a question weighs what the rules here weigh
                others[alert.name] = alert
    return [
        *selected.values(),
        *(
            _question(others[name], report, language)
            if is_question(others[name])
            else _fault(others[name].rules[0], language)
            for name in sorted(others)
        ),
    ]


def _policy(rule: Rule, language: Language) -> dict[str, Any]:
    sections = explanation(rule, None, language)
    links = [law.url for law in rule.laws if ADDRESS.fullmatch(law.url)]
    return _descriptor(
        rule.id,
        rule.title[language],
        rule.description.get(language, ""),
        sections,
        severity=rule.severity,
        tags=(rule.theme, rule.kind.value, rule.code),
        link=links[0] if links else "",
    )


def _fault(rule: Rule, language: Language) -> dict[str, Any]:
    remedy = rule.remedy.get(language, "")
    section = Section(phrases.word("remedy", language).capitalize(), (remedy,))
    return _descriptor(
        rule.id,
        rule.title[language],
        "",
        [section] if remedy else [],
        severity=rule.severity,
        tags=(rule.theme, rule.kind.value),
    )


def _question(alert: Alert, report: Report, language: Language) -> dict[str, Any]:
    fact = alert.name.partition("/")[2]
    asked = field(fact)
    readers = [rule for rule in report.rules if fact in (*rule.applies_reads, *rule.requires_reads)]
    items = [
        Item(rule.id, is_code=True, about=rule.title[language]) for rule in readers or alert.rules
    ]
    values = phrases.choices_of(fact)
    choose = phrases.word("choose", language, values=values) if values else ""
    state = _word("state", language, fact=fact)
    sections = [
        Section(asked.title[language], (asked.description[language], _word("question", language))),
        Section(state, (choose,) if choose else ()),
        Section(_word("readers", language), tuple(items)),
    ]
    return _descriptor(
        alert.name,
        alert.title,
        asked.description[language],
        sections,
        severity=alert.severity,
        tags=("question",),
    )


def _descriptor(  # noqa: PLR0913 -- a rule has as many parts as it has
    name: str,
    title: str,
    description: str,
    sections: Sequence[Section],
    *,
    severity: Severity,
    tags: Iterable[str],
    link: str = "",
) -> dict[str, Any]:
    markdown = "\n\n".join("\n".join(part(section)) for section in sections)
    told: dict[str, Any] = {
        "id": name,
        "name": _pascal(name),
        "shortDescription": {"text": _short(title)},
        "fullDescription": {"text": _short(description or title)},
        "help": {
            "text": _harmless(_plain(sections) or title),
            "markdown": _harmless(markdown or title),
        },
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "tags": ["security", "human-rights", *filter(None, tags)],
            "security-severity": SCORES[severity],
            "problem.severity": LEVELS[severity].replace("note", "recommendation"),
            "precision": "very-high",
        },
    }
    return told | ({"helpUri": link} if link else {})


def _plain(sections: Iterable[Section]) -> str:
    lines: list[str] = []
    for section in sections:
        lines += [f"{section.heading}:", *map(_line, section.blocks), ""]
    return "\n".join(lines).strip()


def _line(block: Any) -> str:
    if isinstance(block, Item):
        return "- " + ": ".join(filter(None, (block.text, block.about, block.link)))
    return block if isinstance(block, str) else str(block.text)


def _harmless(text: str) -> str:
    """Write out what a terminal would obey or hide, and keep the lines."""
    return "\n".join(map(harmless, text.split("\n")))


def _short(text: str) -> str:
    tidy = harmless(" ".join(text.split()))
    return tidy if len(tidy) <= LONGEST else f"{tidy[: LONGEST - 3]}..."


def _pascal(name: str) -> str:
    """Return a name as SARIF likes it: human_oversight/no-route becomes HumanOversightNoRoute."""
    return "".join(each[:1].upper() + each[1:] for each in re.split(r"[^0-9A-Za-z]+", name))


def _word(key: str, language: Language, **values: str) -> str:
    return say(message(f"scanning.{key}", **values), language)
