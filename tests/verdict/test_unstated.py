"""A rule of one's own that takes silence for an answer gives no verdict at all."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from algocheck.bundles import house, shipped
from algocheck.engine.regorus import RegorusEngine
from algocheck.errors import EngineError
from algocheck.policy.skeleton import skeleton
from algocheck.verdict.asking import Asked, Asking
from algocheck.verdict.unstated import refuse_assumptions
from policies import METADATA, RULE, rule
from support import ROOT, Algocheck

TODAY = "2026-11-23"
PROFILING = 'logic.one_of(m.decision.profiling, {"yes"})'
GOAL = "logic.stated(m.purpose.goal)"
KIND = 'logic.one_of(m.kind, {"deployment"})'

PASSES = "theme/defect passes on a manifest that states nothing"
DOES_NOT_APPLY = "theme/defect says of a manifest that states nothing that it does not apply"

NO_PROFILING = """\
_no_profiling := "no" if {
	m.decision.profiling == "yes"
} else := "yes"
"""
PROFILED = """\
_profiled := "yes" if {
	m.decision.profiling == "yes"
} else := "no"
"""
NO_GROUND = """\
_no_ground := "no" if {
	some variable in m.data.variables
	variable.protected_ground == "race"
} else := "yes"
"""


def written(folder: Path, text: str) -> Path:
    """Write the one rule of a folder of house rules."""
    file = folder / RULE
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return folder


def of(applies: str, met: str, helpers: str = "", *, owner: str = "both") -> str:
    """Write a rule of *owner*, who is asked of both kinds unless told."""
    requires = f'requires := [{{"path": ["purpose", "goal"], "met": {met}}}]'
    body = f"applies := {applies}\n\n{requires}\n\n{helpers}"
    # What is imported and not used would be refused before anything is asked.
    needed = {"m.": "data.algocheck.facts.m", "logic.": "data.algocheck.lib.logic"}
    imports = "".join(f"import {path}\n" for name, path in needed.items() if name in body)
    metadata = METADATA.replace("owner: deployer", f"owner: {owner}")
    return rule(body, metadata=metadata, imports=imports)


def answered(folder: Path, manifest: object) -> str:
    """Return the outcome of the one rule in *folder*, by way of a check's own engines."""
    with closing(Asking(Asked((house(folder),)))) as asking:
        (evaluation,) = asking.about(manifest, TODAY)
    (answer,) = evaluation.answers.values()
    return str(answer["outcome"])


REFUSED = {
    "a met without unknown": (of('"yes"', "_no_profiling", NO_PROFILING), PASSES),
    "one that may apply": (of(PROFILING, "_no_profiling", NO_PROFILING), PASSES),
    "a met without facts": (of('"yes"', '"yes"'), PASSES),
    "a list that nobody gave": (of('"yes"', "_no_ground", NO_GROUND), PASSES),
    "of deployers alone": (of('"yes"', '"yes"', owner="deployer"), PASSES),
    "of suppliers": (of('logic.one_of(m.kind, {"supplier"})', '"yes"', owner="supplier"), PASSES),
    "an applies without unknown": (of("_profiled", GOAL, PROFILED), DOES_NOT_APPLY),
    "an applies of deployers alone": (
        of("_profiled", GOAL, PROFILED, owner="deployer"),
        DOES_NOT_APPLY,
    ),
    "any of a list that nobody gave": (
        of('logic.any_of(["yes" | some each in m.data.variables; each.source == "x"])', GOAL),
        DOES_NOT_APPLY,
    ),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_rule_that_takes_silence_for_an_answer_is_refused(
    text: str, sentence: str, tmp_path: Path
):
    folder = written(tmp_path / "house", text)
    stating_all = {
        "manifest_version": 1,
        "kind": "deployment",
        "purpose": {"goal": "To grant permits."},
        "decision": {"profiling": "yes"},
    }

    with pytest.raises(EngineError) as refused:
        answered(folder, stating_all)

    assert f"{folder.as_posix()}: {sentence}" in str(refused.value)


ASKED = {
    "always": (of('"yes"', GOAL), "fail"),
    "where a fact says so": (of(PROFILING, GOAL), "unknown"),
    "of deployers alone": (of(PROFILING, GOAL, owner="deployer"), "unknown"),
    "of one kind": (
        of(f'logic.all_of([logic.one_of(m.kind, {{"supplier"}}), {PROFILING}])', GOAL),
        "not_applicable",
    ),
    "of a kind that its owner never has": (
        of('logic.one_of(m.kind, {"supplier"})', GOAL, owner="deployer"),
        "not_applicable",
    ),
    "whether it is of the right kind": (of('"yes"', KIND), "pass"),
    "never": (of('"no"', GOAL), "not_applicable"),
}


@pytest.mark.parametrize(("text", "outcome"), ASKED.values(), ids=ASKED)
def test_a_rule_that_waits_for_facts_or_needs_none_is_asked(
    text: str, outcome: str, tmp_path: Path
):
    manifest = {"manifest_version": 1, "kind": "deployment", "purpose": {"goal": "none"}}

    assert answered(written(tmp_path / "house", text), manifest) == outcome


def test_a_new_rule_that_is_filled_in_is_asked(tmp_path: Path):
    made = skeleton("theme/defect")[RULE]
    body = made[made.index("package ") :]
    text = METADATA + body.replace("m.TODO", "m.decision.profiling", 1).replace(
        '["TODO"]', '["purpose", "goal"]'
    ).replace("m.TODO", "m.purpose.goal")

    assert answered(written(tmp_path / "house", text), {"kind": "deployment"}) == "unknown"


def test_none_of_the_shipped_rules_is_refused():
    bundle = shipped()

    with closing(RegorusEngine(bundle)) as engine:
        refuse_assumptions(engine, bundle, TODAY)


def test_a_shipped_rule_that_was_changed_into_one_is_refused(tmp_path: Path):
    folder = shutil.copytree(ROOT / "policies", tmp_path / "policies")
    file = folder / "algocheck/rules/human_oversight/no-stop-procedure/no-stop-procedure.rego"
    met = "logic.stated(m.human_oversight.stop_procedure)"
    text = file.read_text(encoding="utf-8").replace(met, f'logic.any_of([{met}, "yes"])')
    file.write_text(text, encoding="utf-8")
    bundle = house(folder)

    with (
        closing(RegorusEngine(bundle)) as engine,
        pytest.raises(EngineError, match="human_oversight/no-stop-procedure passes"),
    ):
        refuse_assumptions(engine, bundle, TODAY)


def test_many_manifests_in_several_processes_get_no_verdict_either(
    algocheck: Algocheck, tmp_path: Path
):
    written(tmp_path / "house", of('"yes"', "_no_profiling", NO_PROFILING))
    for n in range(40):
        manifest = f"manifest_version: 1\nkind: deployment\nalgorithm: {{id: a{n}}}\n"
        (tmp_path / f"{n}.yaml").write_text(manifest, encoding="utf-8")

    told = algocheck("check", ".", "--policy", "house", "--jobs", "2")

    assert (told.returncode, told.stdout) == (2, "")
    assert PASSES in told.stderr
