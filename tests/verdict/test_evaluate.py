"""An engine is trusted for nothing that it leaves out or makes up."""

import itertools
from typing import Any

import pytest

from algocheck.errors import EngineError
from algocheck.model import Rule, Severity
from algocheck.policy.bundle import Bundle
from algocheck.verdict.evaluate import evaluate, expected_outcome
from support import TODAY

RULE = Rule(id="theme/defect", severity=Severity.HIGH, title={"en": "t", "nl": "t"})
BUNDLE = Bundle("house", "1", "0" * 64, (), "{}", (RULE,), vouched=True)


class Answering:
    """An engine that gives one answer, whatever is asked: what an engine must not get away with."""

    description = "answering"

    def __init__(self, answers: dict[str, Any], day: str = TODAY) -> None:
        self.result = {"answers": answers, "facts": {}, "listed": {}, "day": day}

    def query(self, *_: Any) -> Any:
        return self.result

    def close(self) -> None: ...


def answer(outcome: str = "fail", met: str = "no", applies: str = "yes") -> dict[str, Any]:
    return {
        "applies": applies,
        "requires": [{"path": ["a"], "met": met}],
        "in_force": "yes",
        "begins": "",
        "undecided": "",
        "outcome": outcome,
    }


def test_an_answer_for_every_rule_is_taken():
    evaluation = evaluate({}, TODAY, Answering({RULE.id: answer()}), BUNDLE)

    assert evaluation.answers[RULE.id]["outcome"] == "fail"


@pytest.mark.parametrize("outcome", ["unknown", "not_applicable"])
def test_an_answer_may_be_told_by_its_outcome(outcome):
    evaluation = evaluate({}, TODAY, Answering({RULE.id: outcome}), BUNDLE)

    assert evaluation.answers[RULE.id]["outcome"] == outcome
    assert evaluation.answers[RULE.id]["applies"] != "yes"


@pytest.mark.parametrize(
    "result",
    [
        None,
        [],
        {"report": {}, "facts": {}, "listed": {}, "day": TODAY},
        {"answers": [], "facts": {}, "listed": {}, "day": TODAY},
        {"answers": {RULE.id: {}}, "facts": {}, "listed": {}, "day": TODAY},
        {"answers": {RULE.id: True}, "facts": {}, "listed": {}, "day": TODAY},
    ],
)
def test_an_answer_in_another_form_is_an_error(result):
    engine = Answering({})
    engine.result = result

    with pytest.raises(EngineError, match="another form"):
        evaluate({}, TODAY, engine, BUNDLE)


@pytest.mark.parametrize(
    ("answers", "complaint"),
    [
        ({}, "theme/defect was not evaluated"),
        ({RULE.id: answer(), "theme/stranger": answer()}, "theme/stranger answers but is not"),
        ({RULE.id: answer(outcome="pass")}, "does not follow"),
        ({RULE.id: answer(outcome="unknown")}, "does not follow"),
        ({RULE.id: answer(outcome="pass") | {"requires": []}}, "does not follow"),
        ({RULE.id: answer(outcome="unknown") | {"requires": []}}, "does not follow"),
        ({RULE.id: answer(outcome="pass", met="yes", applies="Yes")}, "does not follow"),
        ({RULE.id: answer(outcome="pass", met="yes") | {"applies": True}}, "does not follow"),
        *(({RULE.id: brief}, "does not follow") for brief in ("pass", "fail", "upcoming", "")),
    ],
)
def test_what_is_missing_strange_or_contradictory_is_an_error(answers, complaint):
    with pytest.raises(EngineError, match=complaint):
        evaluate({}, TODAY, Answering(answers), BUNDLE)


def test_an_answer_about_another_day_is_an_error():
    with pytest.raises(EngineError, match="another day"):
        evaluate({}, TODAY, Answering({RULE.id: answer()}, day="2020-01-01"), BUNDLE)


def test_the_outcome_table_never_makes_a_pass_of_anything_but_yes():
    values = ("yes", "no", "unknown")
    sets = [set(c) for n in range(4) for c in itertools.combinations(values, n)]
    for applies, met, in_force in itertools.product(values, sets, values):
        outcome = expected_outcome(applies, met, in_force)
        assert (outcome == "pass") == (met == {"yes"} and applies != "no")
        assert (outcome == "not_applicable") == (applies == "no")
        assert (outcome == "fail") == (applies == "yes" and "no" in met and in_force == "yes")
