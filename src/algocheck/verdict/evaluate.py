"""Ask an engine what every rule answers, and trust nothing that it leaves out."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from algocheck.engine import Engine
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.verdict.typed import Unknown

ENTRYPOINT = "algocheck.main.evaluation"

OPEN = ("fail", "unknown")


class Evaluation(NamedTuple):
    """What the rules of one bundle answered about one manifest."""

    bundle: Bundle
    answers: Mapping[str, Mapping[str, Any]]  # by rule id, see policies/algocheck/main
    facts: Mapping[str, Any]  # every fact of the schema as the rules read it
    listed: Mapping[str, str]  # by list: yes | no | unknown
    unknown: Unknown  # where a fact is unknown


def evaluate(manifest: Any, today: str, engine: Engine, bundle: Bundle) -> Evaluation:
    """Evaluate *manifest*, a JSON value, on the ISO day *today*.

    Raises `EngineError` where a rule of *bundle* did not answer, where one
    answered that the bundle does not have, and where an outcome does not follow
    from its answers.
    """
    result = engine.query(ENTRYPOINT, {"manifest": manifest, "today": today})
    answers = result["report"]
    for rule in bundle.rules:
        if rule.id not in answers:
            raise EngineError("engine.rule-not-answered", bundle=bundle.name, rule=rule.id)
        _check(bundle.name, rule.id, answers[rule.id])
    strangers = answers.keys() - {rule.id for rule in bundle.rules}
    if strangers:
        raise EngineError("engine.rule-not-in-index", bundle=bundle.name, rule=min(strangers))
    if result["day"] != today:
        raise EngineError("engine.other-day", bundle=bundle.name, day=str(result["day"]))
    facts, listed = result["facts"], result["listed"]
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


def _check(bundle: str, rule: str, answer: Mapping[str, Any]) -> None:
    met = {requirement["met"] for requirement in answer["requires"]}
    lacks = answer["applies"] == "yes" and not met
    expected = expected_outcome(answer["applies"], met, answer["in_force"])
    if lacks or answer["outcome"] != expected:
        raise EngineError("engine.outcome-does-not-follow", bundle=bundle, rule=rule)
