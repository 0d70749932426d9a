"""Every engine gives the same answers in the portable subset of Rego: one case a line of it.

The cases stand in conformance/<topic>.yaml: a rule `answer` in a package of its own,
what it is asked, and the answer, or that it has none.
"""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from algocheck.engine.regorus import RegorusEngine
from algocheck.engine.wasm.engine import WasmEngine
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.policy.lint.builtins import PORTABLE
from algocheck.policy.source import Module
from compiled import compiled
from rego import bundle

CASES = Path(__file__).with_name("conformance")

UNDEFINED = "no value at all"

GIVEN = {"limit": 10, "names": ["a", "b"], "table": {"a": 1, "b": 2, "c": 3}}
"""What cases find under data.conformance.given."""

MEMBERS = {"one": 1, "two": 2}
"""Packages under data.conformance.members, and what each says is its size."""


class Case(NamedTuple):
    """A rule, a question and the answer."""

    topic: str
    name: str
    rego: str
    input: Any
    answer: Any
    is_set: bool  # the order of the answer says nothing

    @property
    def document(self) -> str:
        return f"conformance.{self.topic}.{self.name}.answer"

    def read(self, answer: Any) -> Any:
        """Return *answer* so that it can be compared: true is not 1, but 1.0 is."""
        found = json.dumps(json.loads(json.dumps(answer), parse_int=float), sort_keys=True)
        return sorted(map(json.dumps, json.loads(found))) if self.is_set else found


def cases() -> list[Case]:
    return [
        Case(
            file.stem,
            name,
            case["rego"],
            case.get("input"),
            UNDEFINED if case.get("undefined") else case["answer"],
            case.get("set", False),
        )
        for file in sorted(CASES.glob("*.yaml"))
        for name, case in yaml.safe_load(file.read_text(encoding="utf-8")).items()
    ]


ALL = cases()

Ask = Callable[[Case], Any]


@pytest.fixture(scope="module")
def policies() -> Bundle:
    """All cases as one bundle: it is compiled once."""
    packages = {f'{case.topic}"].{case.name}': case.rego for case in ALL}
    packages |= {f'members"].{name}': f'member := {{"size": {n}}}' for name, n in MEMBERS.items()}
    modules = [
        Module(f"{number}/policy.rego", f'package conformance["{package}\n\n{rego}\n')
        for number, (package, rego) in enumerate(packages.items())
    ]
    data = {"conformance": {"given": GIVEN}, "inputs": [case.input for case in ALL]}
    return bundle(data=json.dumps(data))._replace(modules=tuple(modules))


@pytest.fixture(scope="module")
def wasm(
    opa: Path, policies: Bundle, cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> WasmEngine:
    documents = [case.document for case in ALL]
    return WasmEngine(
        compiled(opa, policies, tmp_path_factory.mktemp("conformance"), documents), cache
    )


@pytest.fixture(scope="module")
def opa_answers(
    opa: Path, policies: Bundle, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """Let the real OPA evaluate every case, each with its own input, in one process."""
    folder = tmp_path_factory.mktemp("source")
    for module in policies.modules:
        file = folder / module.path
        file.parent.mkdir(parents=True)
        file.write_text(module.text, encoding="utf-8")
    (folder / "data.json").write_text(policies.data)
    asked = "".join(
        f"{json.dumps(case.document)}: [answer | question := data.inputs[{n}]; answer := "
        f'data.conformance["{case.topic}"].{case.name}.answer with input as question],'
        for n, case in enumerate(ALL)
    )
    done = subprocess.run(
        [opa, "eval", "--bundle", ".", "--strict-builtin-errors", "--stdin", "--format=raw"],
        input=f"{{{asked}}}".encode(),
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def answer_of(engine: RegorusEngine | WasmEngine, case: Case) -> Any:
    try:
        return engine.query(case.document, case.input)
    except EngineError as error:
        if error.message.key != "engine.undefined":
            raise
        return UNDEFINED


def test_every_builtin_that_a_policy_may_call_has_a_case():
    assert len(ALL) > 200
    written = "\n".join(case.rego for case in ALL)

    assert {name for name in PORTABLE if f"{name}(" not in written} == set()


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.topic}-{case.name}")
def test_the_real_opa_answers_so(opa_answers: dict[str, Any], case: Case):
    found = opa_answers[case.document]

    assert case.read(found[0] if found else UNDEFINED) == case.read(case.answer)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.topic}-{case.name}")
def test_the_compiled_form_answers_so(wasm: WasmEngine, case: Case):
    assert case.read(answer_of(wasm, case)) == case.read(case.answer)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.topic}-{case.name}")
def test_regorus_answers_so(policies: Bundle, case: Case):
    # An engine of its own for each: what is unknown to it is an error for all at once.
    assert case.read(answer_of(RegorusEngine(policies), case)) == case.read(case.answer)
