"""The shipped policies answer the same, whole, from their source and in their compiled form."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algocheck.engine.regorus import RegorusEngine
from algocheck.engine.wasm.engine import WasmEngine
from algocheck.errors import EngineError
from algocheck.manifest.discover import discover
from algocheck.manifest.load import load
from algocheck.policy.bundle import Bundle
from algocheck.register.mapping import manifest_of
from algocheck.register.reading import read
from algocheck.register.record import Record
from manifests import everything, mutated
from support import ROOT, TODAY

Engines = tuple[RegorusEngine, WasmEngine]

EVALUATION = "algocheck.main.evaluation"
DAYS = ["2026-01-01", TODAY, "2027-12-02", "2035-01-01", "", "today"]
EXAMPLES = [
    document.value
    for source in discover(["manifests/examples", "manifests/passes"], root=ROOT)
    for document in load(source).documents
]


@pytest.fixture(scope="module")
def engines(compiled_policies: Bundle, cache: Path) -> Engines:
    return RegorusEngine(compiled_policies), WasmEngine(compiled_policies, cache)


def agree(engines: Engines, manifest: Any, today: str = TODAY) -> Any:
    """Ask both, and return what both answered."""
    one, other = (
        engine.query(EVALUATION, {"manifest": manifest, "today": today}) for engine in engines
    )
    assert _text(one) == _text(other)
    return other


def _text(answer: Any) -> str:
    """Write *answer* so that true is not 1, keys are in no order, and lists are in theirs.

    A number is written as a float: OPA repeats it as it was stated, 1.0 or 1e3, where
    regorus says 1 and 1000, and has no integers beyond 64 bits.
    """
    return json.dumps(json.loads(json.dumps(answer), parse_int=float), sort_keys=True)


@pytest.mark.parametrize("today", DAYS)
def test_the_compiled_form_answers_the_same_on_the_examples(engines: Engines, today: str):
    assert EXAMPLES
    for manifest in EXAMPLES:
        assert agree(engines, manifest, today)["answers"]


def test_the_compiled_form_answers_the_same_on_a_manifest_that_states_everything(engines: Engines):
    assert agree(engines, everything())["answers"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(manifest=mutated(), today=st.sampled_from(DAYS))
def test_the_compiled_form_answers_the_same_on_manifests_that_something_is_wrong_with(
    engines: Engines, manifest: Any, today: str
):
    agree(engines, manifest, today)


@pytest.mark.parametrize("manifest", [None, True, 3, 1.5, "text", [], [[]], {}, {"": None}])
def test_the_compiled_form_answers_the_same_on_what_is_no_manifest(engines: Engines, manifest: Any):
    agree(engines, manifest)


NUMBERS = [0, -0.0, 1e3, 1e16, 1e-7, 1.10, 2**53, 2**63, -(2**63), 10**30, 1e300, 0.1 + 0.2]


@pytest.mark.parametrize("number", NUMBERS, ids=str)
def test_the_compiled_form_answers_the_same_on_numbers_of_every_size(
    engines: Engines, number: float
):
    manifest = everything()
    manifest["system"]["accuracy"][0]["value"] = number

    assert agree(engines, manifest)["facts"]["system"]["accuracy"][0]["value"] == number


def test_the_compiled_form_answers_the_same_on_real_records(engines: Engines, shared_data: Path):
    manifests = [
        manifest_of(found)
        for folder in ("register-records", "supplier-templates")
        for file in sorted((shared_data / folder).rglob("*.json"))
        for found in read(file)
        if isinstance(found, Record)
    ]
    chosen = manifests[::6]  # all of them take a minute
    assert len(chosen) > 200

    for manifest in chosen:
        assert agree(engines, manifest)["answers"]


def test_both_forms_refuse_what_cannot_be_asked(engines: Engines):
    for value in ("\ud800", float("nan")):
        for engine in engines:
            with pytest.raises(EngineError, match="could not evaluate bundle algocheck"):
                engine.query(EVALUATION, {"manifest": {"kind": value}, "today": ""})


def test_the_report_alone_is_what_the_evaluation_holds(engines: Engines):
    question = {"manifest": everything(), "today": TODAY}
    for engine in engines:
        evaluation = engine.query(EVALUATION, question)

        report = engine.query("algocheck.main.report", question)

        # What is told by its outcome alone is in the report with all there is to say of it.
        assert evaluation["answers"] == {
            rule: whole["outcome"] if isinstance(evaluation["answers"][rule], str) else whole
            for rule, whole in report.items()
        }
