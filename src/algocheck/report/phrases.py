"""Short phrases that every way of telling shares: places, values, articles, who acts."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from algocheck.manifest.schema import field
from algocheck.model import (
    Answer,
    Finding,
    Kind,
    Law,
    Outcome,
    Path,
    Question,
    Rule,
    Verdict,
)
from algocheck.words import Language, message, say, texts
from algocheck.words.plain import written_out

LONGEST = 60
"""How many characters of a value are shown."""

MARKS = {"partly": "*", "memory": "\u00b0"}
TO_VERIFY = "\u2020"
NO_CHOICE = ("unknown", "not_determined")
"""What may be stated, and answers nothing."""


def word(key: str, language: Language, **values: Any) -> str:
    """Return a text of the report's own catalogue."""
    return say(message(f"report.{key}", **values), language)


def fact(path: Path) -> str:
    """Return how people write a path: data.variables[2].justification, counted from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


def value(found: Any) -> str:
    """Return a value in short, on one line, with control characters escaped."""
    # JSON leaves DEL, C1 and the direction marks as they are; a terminal obeys them.
    text = written_out(json.dumps(found, ensure_ascii=False))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."


def found(finding: Finding, language: Language) -> str:
    """Say what is wrong with a file, or what stands where a rule is not met."""
    if finding.problem:
        return say(finding.problem, language)
    if finding.found is None:
        sentence = word("is-not-stated", language, fact=fact(finding.path))
    else:
        sentence = word("is", language, fact=fact(finding.path), value=value(finding.found))
    numbers = ", ".join(f"{name} {value(number)}" for name, number in sorted(finding.shown.items()))
    return f"{sentence} ({word('computed', language)}: {numbers})" if numbers else sentence


def article(law: Law) -> str:
    """Return an article's number, with the marks of what is not certain about it."""
    return law.article + MARKS.get(law.checked, "") + (TO_VERIFY if law.to_verify else "")


def acts(laws: Sequence[Law], language: Language) -> Iterator[tuple[str, str]]:
    """Yield each act once, with all its articles, and the address of the first of them."""
    by_name: dict[str, list[Law]] = {}
    for law in laws:
        by_name.setdefault(law.name[language], []).append(law)
    for name, articles in by_name.items():
        yield f"{name} {', '.join(article(law) for law in articles)}".strip(), articles[0].url


def rests_on(kind: Kind, language: Language, *, supplier: bool = False) -> str:
    """Return how a rule stands to its articles; only of law it is a breach.

    The laws bind who uses an algorithm: a *supplier* puts its customer in breach.
    """
    if kind is not Kind.LAW:
        return word("rests-on", language)
    return word("would-breach" if supplier else "in-breach-of", language)


def theme(name: str, language: Language) -> str:
    """Name a theme; one that only a house rule knows by its own word."""
    known = texts("theme").get(name)
    return str(known[language]) if known else name.replace("_", " ").capitalize()


def rule_name(rule: Rule) -> str:
    """Name a rule by id and code."""
    return f"{rule.id} ({rule.code})" if rule.code else rule.id


def plain_question(question: Question, language: Language) -> str:
    """Return the question itself, without the explanation that follows it."""
    return field(question.fact).question(language)


def waiting(question: Question, language: Language) -> str:
    """Say how many rules wait for an answer, and how heavy the heaviest is."""
    severity = word(f"severity-{question.severity.word}", language)
    return word("rules-wait", language, n=len(question.rules), severity=severity)


def upcoming_by_day(verdict: Verdict, language: Language) -> list[tuple[str, list[Answer]]]:
    """Return the rules that are not yet in force, the first first, each day behind its name."""
    by_day: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for answer in verdict.answers:
        if answer.outcome is Outcome.UPCOMING:
            by_day[answer.begins, answer.undecided].append(answer)
    return [
        (_since(begins, undecided, language), answers)
        for (begins, undecided), answers in sorted(by_day.items())
    ]


def _since(begins: str, undecided: str, language: Language) -> str:
    key = "from" if begins else "undecided" if undecided else "no-date"
    return word(key, language, day=begins, fact=undecided)


def choices(question: Question) -> str:
    """Return the values to choose from; empty where the answer is free."""
    return choices_of(question.fact)


def choices_of(fact: str) -> str:
    """Return the values to choose from for *fact*, as `choices` does."""
    asked = field(fact)
    values = field(f"{asked.path}[]").values if asked.type == "list" else asked.values
    return " | ".join(value for value in values if value not in NO_CHOICE)
