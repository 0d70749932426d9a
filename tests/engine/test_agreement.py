"""A bundle answers the same, whole, whether its engine runs in our process or in a child."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algocheck.bundles import shipped
from algocheck.engine import ENGINES
from algocheck.engine.child import ChildEngine
from algocheck.engine.regorus import RegorusEngine
from algocheck.engine.settings import Settings
from algocheck.errors import EngineError
from algocheck.manifest.discover import discover
from algocheck.manifest.load import load
from manifests import mutated
from rego import HOSTILE, bundle
from support import ROOT

Engines = tuple[RegorusEngine, ChildEngine]

EVALUATION = "algocheck.main.evaluation"
EXAMPLES = [
    document.value
    for source in discover(["manifests/examples"], root=ROOT)
    for document in load(source).documents
]


@pytest.fixture(scope="module")
def engines() -> Iterator[Engines]:
    of = shipped()
    child = ChildEngine(of)
    yield RegorusEngine(of), child
    child.close()


def answers(engines: Engines, manifest: Any, today: str = "2027-12-02") -> list[Any]:
    question = {"manifest": manifest, "today": today}
    return [engine.query(EVALUATION, question) for engine in engines]


@pytest.mark.parametrize("manifest", EXAMPLES, ids=lambda each: each["algorithm"]["id"])
def test_a_child_answers_the_same_on_the_examples(engines: Engines, manifest: Any):
    one, other = answers(engines, manifest)

    assert one["answers"]
    assert one == other


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(manifest=mutated(), today=st.sampled_from(["2026-01-01", "2027-12-02", "", "today"]))
def test_a_child_answers_the_same_on_manifests_that_something_is_wrong_with(
    engines: Engines, manifest: Any, today: str
):
    one, other = answers(engines, manifest, today)

    # As text, so that 1 and 1.0, or another order of keys, are no agreement either.
    assert json.dumps(one) == json.dumps(other)


@pytest.mark.parametrize("manifest", [None, 3, "text", [], [[]], {}])
def test_a_child_answers_the_same_on_what_is_no_manifest(engines: Engines, manifest: Any):
    one, other = answers(engines, manifest)

    assert one == other


DEEP: list[Any] = []
for _ in range(100_000):
    DEEP = [DEEP]

FAULTY = {
    "a module that is no Rego": "answer := [",
    "no such document": "other := 1",
    "an unknown builtin": "answer := no.such(1)",
    "a forbidden builtin": "answer := time.now_ns()",
    "two values of one rule": "answer := 1\nanswer := 2",
    "rules that lead back to themselves": HOSTILE["rules that lead back to themselves"],
    "an answer that is no number": "answer := 1e308 * 10",
    "an answer that is too deep": "d0 := 1\nanswer := d120\n"
    + "".join(f"d{n} := [[[[[[[[[[d{n - 1}]]]]]]]]]]\n" for n in range(1, 121)),
}


@pytest.mark.parametrize("text", FAULTY.values(), ids=FAULTY)
def test_a_child_answers_the_same_on_what_goes_wrong(text: str):
    faulty = bundle(f"package a\n\n{text}")
    said = []
    for start in (RegorusEngine, ChildEngine):
        with pytest.raises(EngineError) as error:
            start(faulty).query("a.answer", {})
        said.append(error.value.message)

    assert said[0] == said[1]


@pytest.mark.parametrize(
    "question",
    [{"value": "\ud800"}, {"value": float("nan")}, {1: 2}, {"value": DEEP}],
    ids=["surrogate", "no number", "no text", "deep"],
)
def test_a_child_answers_the_same_on_odd_questions(question: dict[Any, Any]):
    echo = bundle("package a\n\nanswer := input")
    said = []
    for start in (RegorusEngine, ChildEngine):
        try:
            said.append(start(echo).query("a.answer", question))
        except EngineError as error:
            said.append(error.message)

    assert said[0] == said[1]


def test_what_nobody_vouches_for_runs_in_a_child():
    engine = ENGINES["regorus"](bundle("package a\n\nanswer := 1"), Settings())
    try:
        assert isinstance(engine, ChildEngine)
    finally:
        engine.close()


def test_what_algocheck_was_released_with_runs_in_our_own_process():
    released = bundle("package a\n\nanswer := 1")._replace(vouched=True)

    assert isinstance(ENGINES["regorus"](released, Settings()), RegorusEngine)
