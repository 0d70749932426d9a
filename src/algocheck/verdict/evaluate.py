"""Ask an engine what every rule answers, and trust nothing that it leaves out."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from algocheck.engine import Engine
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.verdict.typed import Unknown

ENTRYPOINT = "algocheck.main.evaluation"

_APPLIES = ("yes", "no", "unknown")

_PARTS = ("answers", "facts", "listed", "day")


class Evaluation(NamedTuple):
    """What the rules of one bundle answered about one manifest."""

    bundle: Bundle
    answers: Mapping[str, Mapping[str, Any]]  # by rule id, see policies/algocheck/main
    facts: Mapping[str, Any]  # as the rules read them; of a block left out all are unknown
    listed: Mapping[str, str]  # by list: yes | no; what is not named is unknown
    unknown: Unknown  # where a fact is unknown


def _brief(outcome: str, applies: str) -> Mapping[str, Any]:
    """Return what an answer stands for that has no more to tell than its outcome."""
    return {
        "applies": applies,
        "requires": (),
        "in_force": "yes",
        "begins": "",
        "undecided": "",
        "outcome": outcome,
    }


_BRIEF = {
    "not_applicable": _brief("not_applicable", "no"),
    "unknown": _brief("unknown", "unknown"),
}


def evaluate(manifest: Any, today: str, engine: Engine, bundle: Bundle) -> Evaluation:
    """Evaluate *manifest*, a JSON value, on the ISO day *today*.

    Raises `EngineError` where the answer has another form than this version reads,
    where a rule of *bundle* did not answer, where one answered that the bundle does
    not have, and where an outcome does not follow from its answers.
    """
    result = engine.query(ENTRYPOINT, {"manifest": manifest, "today": today})
    try:
        told, facts, listed, day = (result[part] for part in _PARTS)
        answers = {rule.id: _answer(bundle.name, rule.id, told) for rule in bundle.rules}
    except (LookupError, TypeError, AttributeError):
        raise EngineError("engine.other-form", bundle=bundle.name) from None
    if len(told) > len(answers):
        stranger = min(told.keys() - answers.keys())
        raise EngineError("engine.rule-not-in-index", bundle=bundle.name, rule=stranger)
    if day != today:
        raise EngineError("engine.other-day", bundle=bundle.name, day=str(day))
    return Evaluation(bundle, answers, facts, listed, Unknown(facts, listed))


def expected_outcome(applies: str, met: set[str], in_force: str) -> str:
    """Derive the outcome from the answers, by the table that the bundle uses too."""
    if applies == "no":
        return "not_applicable"
    if met == {"yes"}:
        return "pass"
    outcome = "fail" if applies == "yes" and "no" in met else "unknown"
    if in_force == "no":
        return "upcoming"
    return "unknown" if in_force == "unknown" else outcome


def _answer(bundle: str, rule: str, told: Mapping[str, Any]) -> Mapping[str, Any]:
    answer: Mapping[str, Any] | str | None = told.get(rule)
    if answer is None:
        raise EngineError("engine.rule-not-answered", bundle=bundle, rule=rule)
    if isinstance(answer, str):
        brief = _BRIEF.get(answer)
        if brief:
            return brief
        raise EngineError("engine.outcome-does-not-follow", bundle=bundle, rule=rule)
    applies = answer["applies"]
    met = {requirement["met"] for requirement in answer["requires"]}
    lacks = applies == "yes" and not met
    expected = expected_outcome(applies, met, answer["in_force"])
    if lacks or applies not in _APPLIES or answer["outcome"] != expected:
        raise EngineError("engine.outcome-does-not-follow", bundle=bundle, rule=rule)
    return answer
