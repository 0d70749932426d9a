"""Turn what is unknown into questions: a fact each, the one that decides most first.

A rule of which it is not known whether it applies asks for one fact at a time,
and as many such rules as possible for the same one. Once that is stated, many
rules drop out and the rest ask on, so that nobody is asked about emotion
recognition for a street sweeper.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from algocheck.manifest.schema import fact_of, field, positions
from algocheck.model import Answer, Location, Path, Question, Rule
from algocheck.verdict.evaluate import Evaluation
from algocheck.verdict.subject import subject_of
from algocheck.verdict.typed import value_at

CHOICES = ("choice", "yes_no")
UNDETERMINED = "not_determined"
"""Stated, and no answer: nobody has worked it out yet."""

Waiting = dict[Path, list[Rule]]
Pending: TypeAlias = tuple[tuple[Rule, tuple[Path, ...]], ...]
"""Rules, each with the places that it waits for."""


class _Asked(NamedTuple):
    path: Path
    fact: str
    rules: tuple[Rule, ...]  # the most severe first


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
    conditions = []
    requirements = []
    undecided = []
    for answer, evaluation in open_answers:
        rule = answer.rule
        if answer.applies == "unknown":
            conditions.append((rule, _conditions(rule, evaluation)))
        elif answer.applies == "yes":
            requirements.append((rule, _requirements(rule, evaluation)))
        if answer.undecided:
            undecided.append((rule, (tuple(answer.undecided.split(".")),)))
    asked = _asked(tuple(conditions), tuple(requirements), tuple(undecided))
    return tuple(_question(each, document, locate, manifest) for each in asked)


def _question(
    asked: _Asked, document: Any, locate: Callable[[Path], Location], manifest: str
) -> Question:
    found = value_at(asked.path, document)
    return Question(
        fact=asked.fact,
        path=asked.path,
        location=locate(asked.path),
        stated=found is not None,
        rules=asked.rules,
        found=found,
        manifest=manifest,
        subject=subject_of(asked.path, document),
    )


@lru_cache(maxsize=1024)  # many manifests leave the same out
def _asked(conditions: Pending, requirements: Pending, undecided: Pending) -> tuple[_Asked, ...]:
    waiting = _by_place(requirements)
    for path, rules in _deciding(conditions).items():
        waiting.setdefault(path, []).extend(rules)
    # The fact that decides since when a law is in force is asked last.
    last = {path: rules for path, rules in _by_place(undecided).items() if path not in waiting}
    return (*_most_urgent_first(waiting), *_most_urgent_first(last))


def _by_place(pending: Pending) -> Waiting:
    waiting: Waiting = {}
    for rule, places in pending:
        for path in places:
            waiting.setdefault(path, []).append(rule)
    return waiting


def _most_urgent_first(waiting: Waiting) -> list[_Asked]:
    asked = [
        _Asked(
            path,
            fact_of(path),
            tuple(sorted(set(rules), key=lambda rule: (-rule.severity, rule.id))),
        )
        for path, rules in waiting.items()
    ]
    return sorted(asked, key=_urgency)


def _conditions(rule: Rule, evaluation: Evaluation) -> tuple[Path, ...]:
    """Return the unknown places that decide whether *rule* applies; never none of them."""
    places = evaluation.unknown.of(rule.applies_reads)
    # A text that only holds a place ("n.v.t.") is no unknown fact, yet it answers nothing.
    return places or tuple(tuple(fact.split("[]")[0].split(".")) for fact in rule.applies_reads[:1])


def _deciding(pending: Pending) -> Waiting:
    """Choose few facts that together touch every rule; each time the one that most wait for."""
    rules = _by_place(pending)
    waiting = {path: set(those) for path, those in rules.items()}
    chosen: Waiting = {}
    while waiting:
        most = max(map(len, waiting.values()))
        path = min((p for p in waiting if len(waiting[p]) == most), key=_position)
        chosen[path] = rules[path]
        touched = waiting[path]
        waiting = {p: rest for p, those in waiting.items() if (rest := those - touched)}
    return chosen


def _requirements(rule: Rule, evaluation: Evaluation) -> tuple[Path, ...]:
    """Return the places to state for a rule that is known to apply."""
    unmet = [
        tuple(requirement["path"])
        for requirement in evaluation.answers[rule.id]["requires"]
        if requirement["met"] == "unknown"
    ]
    places = evaluation.unknown.of(rule.requires_reads)
    others = sorted((place for place in places if place not in unmet), key=_telling)
    undetermined = [path for path in unmet if value_at(path, evaluation.facts) == UNDETERMINED]
    settled = (*places, *undetermined)
    return tuple(dict.fromkeys(_place(path, settled, others) for path in unmet))


def _place(path: Path, places: tuple[Path, ...], others: list[Path]) -> Path:
    """Where to state what a requirement at *path* lacks: there, near it, or where else it looks."""
    if path in places:
        return path
    elsewhere = [place for place in others if not _of_another_entry(place, path)]
    near = [place for place in elsewhere if _related(place, path)]
    return (near or elsewhere or [path])[0]


def _of_another_entry(place: Path, path: Path) -> bool:
    """Whether *place* is in another entry of a list that *path* is in: that one asks for itself."""
    for one, other in zip(place, path, strict=False):
        if one != other:
            return isinstance(one, int) and isinstance(other, int)
    return False


def _telling(place: Path) -> bool:
    """Sort a choice before free text: an answer of a few words settles more."""
    return field(fact_of(place)).type not in CHOICES


def _related(place: Path, path: Path) -> bool:
    shorter = min(len(place), len(path))
    return place[:shorter] == path[:shorter]


def _urgency(asked: _Asked) -> tuple[int, int, int, str]:
    return (-asked.rules[0].severity, -len(asked.rules), *_position(asked.path))


def _position(path: Path) -> tuple[int, str]:
    """Sort by where the schema has a fact, and then by its place in the manifest."""
    order = positions()
    return order.get(fact_of(path), len(order)), str(path)
