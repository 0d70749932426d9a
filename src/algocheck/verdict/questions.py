"""Turn what is unknown into questions: a fact each, the one that decides most first.

A rule of which it is not known whether it applies asks for one fact at a time,
and as many such rules as possible for the same one. Once that is stated, many
rules drop out and the rest ask on, so that nobody is asked about emotion
recognition for a street sweeper.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from algocheck.manifest.schema import fact_of, field, positions
from algocheck.model import Answer, Location, Path, Question, Rule
from algocheck.verdict.evaluate import Evaluation
from algocheck.verdict.subject import subject_of
from algocheck.verdict.typed import value_at

CHOICES = ("choice", "yes_no")
UNDETERMINED = "not_determined"
"""Stated, and no answer: nobody has worked it out yet."""

Waiting = dict[Path, list[Rule]]


def questions(
    open_answers: Iterable[tuple[Answer, Evaluation]],
    document: Any,
    locate: Callable[[Path], Location],
    manifest: str,
) -> tuple[Question, ...]:
    """Return what must be answered to settle *open_answers*, the most pressing first.

    Every answer given is waited for by at least one question. *document* is the
    manifest as it was read, *locate* gives the place of a path in it, *manifest* names it.
    """
    waiting: Waiting = {}
    undecided: Waiting = {}
    pending = []
    for answer, evaluation in open_answers:
        if answer.applies == "unknown":
            pending.append((answer.rule, _conditions(answer.rule, evaluation)))
        for path in _requirements(answer, evaluation):
            waiting.setdefault(path, []).append(answer.rule)
        if answer.undecided:
            path = tuple(answer.undecided.split("."))
            undecided.setdefault(path, []).append(answer.rule)
    for path, rules in _deciding(pending).items():
        waiting.setdefault(path, []).extend(rules)

    def question(path: Path, rules: list[Rule]) -> Question:
        found = value_at(path, document)
        return Question(
            fact=fact_of(path),
            path=path,
            location=locate(path),
            stated=found is not None,
            rules=tuple(sorted(set(rules), key=lambda rule: (-rule.severity, rule.id))),
            found=found,
            manifest=manifest,
            subject=subject_of(path, document),
        )

    asked = [question(path, rules) for path, rules in waiting.items()]
    # The fact that decides since when a law is in force is asked last.
    last = [question(path, rules) for path, rules in undecided.items() if path not in waiting]
    return (*sorted(asked, key=_urgency), *sorted(last, key=_urgency))


def _conditions(rule: Rule, evaluation: Evaluation) -> tuple[Path, ...]:
    """Return the unknown places that decide whether *rule* applies; never none of them."""
    places = evaluation.unknown.of(rule.applies_reads)
    # A text that only holds a place ("n.v.t.") is no unknown fact, yet it answers nothing.
    return places or tuple(tuple(fact.split("[]")[0].split(".")) for fact in rule.applies_reads[:1])


def _deciding(pending: list[tuple[Rule, tuple[Path, ...]]]) -> Waiting:
    """Choose few facts that together touch every rule; each time the one that most wait for."""
    rest = [places for _, places in pending if places]
    chosen: list[Path] = []
    while rest:
        waiting = Counter(path for places in rest for path in places)
        most = max(waiting.values())
        chosen.append(min((p for p in waiting if waiting[p] == most), key=_position))
        rest = [places for places in rest if chosen[-1] not in places]
    return {path: [rule for rule, places in pending if path in places] for path in chosen}


def _requirements(answer: Answer, evaluation: Evaluation) -> list[Path]:
    """Return the places to state for a rule that is known to apply."""
    if answer.applies != "yes":
        return []
    unmet = [
        tuple(requirement["path"])
        for requirement in evaluation.answers[answer.rule.id]["requires"]
        if requirement["met"] == "unknown"
    ]
    places = evaluation.unknown.of(answer.rule.requires_reads)
    others = sorted((place for place in places if place not in unmet), key=_telling)
    undetermined = [path for path in unmet if value_at(path, evaluation.facts) == UNDETERMINED]
    settled = (*places, *undetermined)
    return list(dict.fromkeys(_place(path, settled, others) for path in unmet))


def _place(path: Path, places: tuple[Path, ...], others: list[Path]) -> Path:
    """Where to state what a requirement at *path* lacks: there, near it, or where else it looks."""
    if path in places:
        return path
    near = [place for place in others if _related(place, path)]
    return (near or others or [path])[0]


def _telling(place: Path) -> bool:
    """Sort a choice before free text: an answer of a few words settles more."""
    return field(fact_of(place)).type not in CHOICES


def _related(place: Path, path: Path) -> bool:
    shorter = min(len(place), len(path))
    return place[:shorter] == path[:shorter]


def _urgency(question: Question) -> tuple[int, int, int, str]:
    return (-question.severity, -len(question.rules), *_position(question.path))


@lru_cache(maxsize=4096)  # most manifests lack the same facts
def _position(path: Path) -> tuple[int, str]:
    """Sort by where the schema has a fact, and then by its place in the manifest."""
    order = positions()
    return order.get(fact_of(path), len(order)), str(path)
