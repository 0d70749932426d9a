"""Whoever answers, the answer is equal: regorus, Wasm and OPA, and conftest by its messages.

What is compared is everything that algocheck asks for, on every golden case, every
example and every real record.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from algocheck import resources
from algocheck.bundles import shipped
from algocheck.engine import ENGINES, Engine
from algocheck.engine.settings import Server, Settings
from algocheck.manifest.discover import Source, discover
from algocheck.manifest.load import load
from algocheck.manifest.schema import schema
from algocheck.model import Severity
from algocheck.policy.compiled import origin_of
from algocheck.policy.source import COMPILED
from algocheck.register.mapping import manifest_of
from algocheck.register.reading import read
from algocheck.register.record import Record
from manifests import mutated
from opa.judges import conftest
from opas import Opa, lay_out
from support import AT, ROOT, TODAY, Algocheck
from test_golden import CASES, JSON, Case

DAYS = [TODAY, "2026-01-01", "2027-12-02", "2035-01-01", "", "today"]
BATCH = 30

DOCUMENTS = ("evaluation", "report")
"""What algocheck asks, and what it stands for; whoever has the bundle may ask for either."""

# What conftest denies, and what it only warns of.
DENIED = {Severity.CRITICAL, Severity.HIGH}
WORDS = {"fail": "not compliant", "unknown": "not shown"}

Engines = dict[str, Engine]


@pytest.fixture(scope="module")
def engines(
    opa: Path, unpacked: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engines]:
    """Start every engine there is, on one bundle."""
    bundle = shipped()._replace(compiled=unpacked / COMPILED)
    assert origin_of(unpacked / COMPILED)["digest"] == bundle.digest
    cache = tmp_path_factory.mktemp("cache")
    settings = Settings(cache=cache, opa=str(opa), server=Server(timeout=60))
    with ExitStack() as stack:
        started = {}
        for name, start in ENGINES.items():
            started[name] = start(bundle, settings)
            stack.callback(started[name].close)
        yield started


def agree(engines: Engines, manifest: Any, today: str = TODAY) -> dict[str, Any]:
    """Ask all of *engines*, and return what all of them answered."""
    question = {"manifest": manifest, "today": today}
    answers = {
        name: {part: engine.query(f"algocheck.main.{part}", question) for part in DOCUMENTS}
        for name, engine in engines.items()
    }
    first = _parts(answers["regorus"])
    for name, answer in answers.items():
        assert _parts(answer) == first, name
    return answers["regorus"]


def _parts(answer: Mapping[str, Any]) -> dict[str, str]:
    """Take *answer* apart as text, so that a failure shows what differs and no more.

    As text true is not 1; 1 and 1.0 are one number, which engines write differently.
    """
    plain = json.loads(json.dumps(answer), parse_int=float)
    return {
        f"{document}: {part}: {name}": json.dumps(value, sort_keys=True)
        for document, parts in plain.items()
        for part, values in parts.items()
        for name, value in (values if isinstance(values, dict) and values else {"": values}).items()
    }


def documents(file: Path) -> list[Any]:
    """Return the manifests in *file*, those that algocheck can read."""
    loaded = load(Source(file.name, file, named=True, content=None)).documents
    return [each.value for each in loaded if not each.broken]


# What is known.


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.folder.name)
def test_the_engines_agree_on_every_golden_case(engines: Engines, case: Case, tmp_path: Path):
    files = sorted(case.lay_out(tmp_path))
    manifests = [
        manifest
        for name in files
        if not name.endswith((".rego", ".toml"))
        for manifest in documents(tmp_path / name)
    ]
    assert len(manifests) >= _evaluated(case)

    for manifest in manifests:
        assert agree(engines, manifest, _day(case))["report"]


def _evaluated(case: Case) -> int:
    """Return how many manifests the command evaluates in *case*, by its report."""
    if JSON not in case.expected:
        return 0
    report = json.loads((case.folder / "expected" / JSON).read_text(encoding="utf-8"))
    return sum(manifest["evaluated"] for manifest in report["manifests"])


def _day(case: Case) -> str:
    options = case.arguments
    return options[options.index("--at") + 1] if "--at" in options else TODAY


@pytest.mark.parametrize("today", DAYS)
def test_the_engines_agree_on_every_example(engines: Engines, today: str):
    sources = discover(["."], root=resources.examples())
    manifests = [each.value for source in sources for each in load(source).documents]
    assert len(manifests) == len(list(resources.examples().glob("*.yaml")))

    for manifest in manifests:
        assert agree(engines, manifest, today)["report"]


@pytest.fixture(scope="module")
def records(shared_data: Path) -> dict[str, list[Any]]:
    """Import every real record: manifests by the file that they came from."""
    return {
        str(file): [manifest_of(found) for found in read(file) if isinstance(found, Record)]
        for folder in ("register-records", "supplier-templates")
        for file in sorted((shared_data / folder).rglob("*.json"))
    }


def test_the_engines_agree_on_every_real_record(engines: Engines, records: dict[str, list[Any]]):
    manifests = [manifest for found in records.values() for manifest in found]
    assert len(manifests) > 1600

    for manifest in manifests:
        assert agree(engines, manifest)["report"]


# What is not known.


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(manifest=mutated(), today=st.sampled_from(DAYS))
def test_the_engines_agree_on_manifests_that_something_is_wrong_with(
    engines: Engines, manifest: Any, today: str
):
    assert agree(engines, manifest, today)["report"]


def test_conftest_says_of_such_manifests_what_follows_from_the_report_of_the_engines(
    engines: Engines, conftest_binary: Path, unpacked: Path, tmp_path: Path
):
    manifests = dict(zip(_files(tmp_path), _some_mutated(), strict=True))
    for file, manifest in manifests.items():
        file.write_text(_written(manifest, file.suffix), encoding="utf-8")
    fits = jsonschema_rs.validator_for(schema())
    assert not all(fits.is_valid(manifest) for manifest in manifests.values())

    code, results = conftest(conftest_binary, unpacked, *manifests)

    said = {Path(result["filename"]): _said(result) for result in results}
    expected = {
        file: _follows(agree(engines, manifest, "")["report"])
        for file, manifest in manifests.items()
    }
    assert len(results) == len(manifests)
    assert said == expected
    assert code == 1


def _files(folder: Path) -> list[Path]:
    return [folder / f"{number}.{('yaml', 'json')[number % 2]}" for number in range(BATCH)]


def _some_mutated() -> list[Any]:
    """Make so many manifests beforehand, for conftest judges them in one process."""
    made: list[Any] = []

    @settings(max_examples=4 * BATCH, phases=[Phase.generate], database=None)
    @given(mutated())
    def make(manifest: Any) -> None:
        made.append(manifest)

    make()
    return made[-BATCH:]  # the first ones are the simplest


def _written(manifest: Any, suffix: str) -> str:
    return json.dumps(manifest) if suffix == ".json" else yaml.safe_dump(manifest)


def _said(result: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    denied, warned = (
        sorted(each["msg"] for each in result.get(kind, [])) for kind in ("failures", "warnings")
    )
    return denied, warned


def _follows(report: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return what is to be denied and what is to be warned of."""
    messages = {
        rule: f"{rule.severity.word}[{rule.id}] {WORDS[outcome]}: {rule.title['en']}"
        for rule in shipped().rules
        if (outcome := report[rule.id]["outcome"]) in WORDS
    }
    denied = [message for rule, message in messages.items() if rule.severity in DENIED]
    warned = [message for rule, message in messages.items() if rule.severity not in DENIED]
    return sorted(denied), sorted(warned)


# What users run.

CHATBOT = resources.examples() / "chatbot.yaml"
NOT_COMPLIANT = 1
NO_VERDICT = 2
SECOND = {"regorus": [], "wasm": ["wasm"], "opa": ["OPA"]}  # as the report calls them
OTHERWISE = {
    "en": "answers transparency/undisclosed-ai otherwise",
    "nl": "beantwoordt transparency/undisclosed-ai anders",
}


@pytest.fixture(scope="module")
def as_released(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Lay algocheck out as a wheel has it, compiled form included, for Python to find first."""
    folder = tmp_path_factory.mktemp("released")
    shutil.copytree(ROOT / "src" / "algocheck", folder / "algocheck")
    shutil.copytree(unpacked, folder / "algocheck" / "policies")
    return {"PYTHONPATH": str(folder)}


@pytest.mark.parametrize("name", ENGINES)
def test_a_second_engine_that_agrees_changes_nothing_but_who_answered(
    algocheck: Algocheck, as_released: dict[str, str], opa: Path, name: str
):
    options = (resources.examples(), *AT, "--format", "json", "--engine", "regorus")
    path = {"PATH": f"{opa.parent}{os.pathsep}{os.environ['PATH']}"}
    alone = algocheck("check", *options)
    verified = algocheck("check", *options, "--verify-engine", name, env=as_released | path)

    assert (verified.returncode, verified.stderr) == (NOT_COMPLIANT, "")
    one, both = json.loads(alone.stdout), json.loads(verified.stdout)
    first, *second = both.pop("engine").split(" + ")
    assert first == one.pop("engine")
    assert [each.split()[0] for each in second] == SECOND[name]
    assert both == one


@pytest.fixture(scope="module")
def changed(opa: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opa]:
    """Run an OPA in whose bundle somebody changed one rule, and nothing that tells so."""
    bundle = shipped()
    rule = "algocheck/rules/transparency/undisclosed-ai/undisclosed-ai.rego"
    before = 'm.system.interacts_with_people, {"yes"}'
    after = 'm.system.interacts_with_people, {"no"}'
    assert sum(before in each.text for each in bundle.modules if each.path == rule) == 1
    modules = tuple(
        each._replace(text=each.text.replace(before, after)) if each.path == rule else each
        for each in bundle.modules
    )
    folder = lay_out(bundle._replace(modules=modules), tmp_path_factory.mktemp("changed"))
    with Opa(opa, "--bundle", folder) as server:
        yield server


@pytest.mark.parametrize("language", OTHERWISE)
def test_where_a_second_engine_disagrees_there_is_no_verdict_and_the_rule_is_named(
    algocheck: Algocheck, changed: Opa, language: str
):
    options = (*AT, "--verify-engine", "opa", "--opa-url", changed.url)

    done = algocheck("check", CHATBOT, *options, "--lang", language)

    assert done.returncode == NO_VERDICT
    assert done.stdout == ""
    said = " ".join(done.stderr.split())
    assert "Traceback" not in said
    assert OTHERWISE[language] in said
    assert "OPA 1." in said


def test_what_the_changed_rule_does_not_touch_is_agreed_on(
    algocheck: Algocheck, changed: Opa, tmp_path: Path
):
    # So it is the rule that is found, and not merely another bundle.
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text("manifest_version: 1\nkind: deployment\nalgorithm: {id: a}\n")
    options = (*AT, "--verify-engine", "opa", "--opa-url", changed.url)

    done = algocheck("check", manifest, *options)

    assert (done.returncode, done.stderr) == (NOT_COMPLIANT, "")
