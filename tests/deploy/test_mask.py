"""What a decision log holds: enough to judge again, and not a word that somebody wrote."""

import copy
import hmac
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from algocheck.manifest.schema import fields
from deploy.bundles import Bundles
from deploy.deployed import LOG_KEY, TOKEN, Opa, Place
from deploy.described import DEPLOY, compose
from deploy.servers import LogServer, WebServer, eventually
from manifests import EVERYTHING, mutated
from support import ROOT, TODAY, Golden

PROSE = "The neighbour at number 52 (born 1971) objected twice"
PERSON = "neighbour"
EXAMPLES = sorted((ROOT / "manifests").rglob("*.yaml"))

# --- In the log of a deployed OPA ---


def test_the_log_says_what_was_decided_by_which_rules_and_no_word_about_people(
    deployed: Opa, servers: tuple[WebServer, LogServer]
):
    manifest = {
        "kind": "deployment",
        "algorithm": {"id": "parking-permits", "name": "Parking of the neighbour"},
        "organization": {"contact": "neighbour@example.nl"},
        "purpose": {"problem": PROSE, "alternatives": ["none", PROSE]},
        "decision": {"effect": "legal", "awb_decision": PROSE, "automation": 123456782},
        "evidence": [{"id": "neighbour-report", "sha256": "0" * 64, "date": "2026-01-05"}],
        "provenance": {"original": {"neighbour": PROSE}},
        "remarks on the Neighbour": PROSE,
    }

    answer = deployed.judge({"manifest": manifest, "today": TODAY, PROSE: PROSE})
    _, logs = servers
    decision = logs.decision(answer["decision_id"])

    assert PERSON not in json.dumps(decision).lower()
    assert "123456782" not in json.dumps(decision)
    assert TOKEN not in json.dumps(decision)
    assert decision["bundles"]["algocheck"] == {"revision": "first"}
    assert decision["labels"]["environment"] == "tests"
    assert decision["result"]["answers"] == answer["result"]["answers"]
    logged = decision["input"]["manifest"]
    assert logged["kind"] == "deployment"
    assert logged["algorithm"]["id"] == "parking-permits"
    assert logged["decision"]["effect"] == "legal"
    assert logged["purpose"]["alternatives"][0] == "none"
    assert logged["evidence"][0]["sha256"] == "0" * 64
    assert decision["input"]["today"] == TODAY


def test_the_log_is_sent_with_its_own_token(deployed: Opa, servers: tuple[WebServer, LogServer]):
    answer = deployed.judge({"manifest": {}})
    _, logs = servers
    logs.decision(answer["decision_id"])

    assert logs.tokens == {"Bearer the-token-of-the-log"}


@pytest.mark.parametrize("log_key", [None, "", "too short to be a key"])
def test_without_a_key_nothing_of_the_manifest_is_logged(
    place: Place, bundles: Bundles, log_key: str | None
):
    place.web.publish(bundles.first)
    with Opa(place, ALGOCHECK_LOG_KEY=log_key) as opa:
        opa.wait_until_ready()
        answer = opa.judge({"manifest": {"purpose": {"problem": PROSE}}})
        decision = place.logs.decision(answer["decision_id"])

    assert "input" not in decision
    assert "result" not in decision


def test_before_there_is_a_bundle_the_log_holds_no_more(place: Place):
    with Opa(place) as opa:
        answer = opa.judge({"manifest": {"purpose": {"problem": PROSE}}})
        decision = place.logs.decision(answer["decision_id"])

    assert PERSON not in json.dumps(decision).lower()


def test_an_error_that_quotes_the_manifest_is_not_logged(
    deployed: Opa, servers: tuple[WebServer, LogServer]
):
    strict = "/v1/data/algocheck/main/warn?strict-builtin-errors=true"
    status, error = deployed.send(
        "POST", strict, {"input": {"manifest": {"purpose": {"goal": PROSE}}}}
    )
    assert (status, PERSON in json.dumps(error).lower()) == (500, True)

    answer = deployed.judge({"manifest": {}})
    _, logs = servers
    logs.decision(answer["decision_id"])

    assert PERSON not in json.dumps(logs.decisions).lower()


def test_a_log_server_that_is_down_takes_nothing_out_of_service_and_is_complained_of(
    place: Place, bundles: Bundles
):
    place.web.publish(bundles.first)
    place.logs.stop()
    hurry = "--shutdown-grace-period=1"  # it would try for longer to send what is left
    with Opa(place, [*compose()["command"], hurry]) as opa:
        opa.wait_until_ready()
        assert opa.judge({"manifest": {}})["result"]
        eventually(lambda: "log upload failed" in opa.says(), "a complaint")

        assert opa.is_ready()
        assert opa.judge({"manifest": {}})["result"]


def test_a_log_that_goes_to_standard_output_is_masked_too(place: Place, bundles: Bundles):
    place.web.publish(bundles.first)
    instead = ["--set=decision_logs.console=true", "--set=decision_logs.service="]
    with Opa(place, [*compose()["command"], *instead]) as opa:
        opa.wait_until_ready()
        answer = opa.judge({"manifest": {"kind": "supplier", "purpose": {"problem": PROSE}}})
        eventually(lambda: answer["decision_id"] in opa.says(), "the decision in the output")
        said = opa.says()

    assert PERSON not in said.lower()
    assert '"kind":"supplier"' in said
    assert not place.logs.decisions


# --- The mask itself ---


@pytest.fixture(scope="module")
def bench(
    opa: Path, servers: tuple[WebServer, LogServer], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Opa]:
    """Run the policies and the mask where both can be asked directly."""
    folder = tmp_path_factory.mktemp("bench")
    command = ["run", "--server", "--addr=0.0.0.0:8181", "--ignore=*_test.rego", "--bundle"]
    with Opa(
        Place(opa, folder / "secrets", folder / "state", *servers),
        [*command, str(ROOT / "policies"), "/etc/algocheck/policies"],
    ) as running:
        yield running


def _asked(bench: Opa, document: str, question: Any) -> Any:
    status, body = bench.send("POST", f"/v1/data/{document}", {"input": question})
    assert status == 200, body
    return body["result"]


def _masked(bench: Opa, question: Any, document: str = "algocheck/main/evaluation") -> Any:
    masks = _asked(bench, "system/log/mask", {"input": question, "path": document})
    (logged,) = [mask["value"] for mask in masks if isinstance(mask, dict)]
    return logged


def _judged_alike(bench: Opa, question: Any) -> None:
    logged = _masked(bench, question)

    report = "algocheck/main/report"
    assert _asked(bench, report, logged) == _asked(bench, report, question)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_log_of_a_real_manifest_gives_the_same_judgement_again(bench: Opa, file: Path):
    for manifest in yaml.load_all(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
        _judged_alike(bench, {"manifest": manifest, "today": TODAY})


def test_a_manifest_that_stands_at_the_root_is_masked_and_judged_alike(bench: Opa):
    _judged_alike(bench, EVERYTHING)


@settings(max_examples=50)
@given(manifest=mutated(), today=st.sampled_from([TODAY, "2026-13-45", PROSE, None]))
def test_whatever_the_manifest_its_log_gives_the_same_judgement_again(
    bench: Opa, manifest: dict[str, Any], today: str | None
):
    _judged_alike(bench, {"manifest": manifest, "today": today})


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield from _places(value[step], (*path, step))


SHAPES: list[Any] = [
    PROSE,
    PROSE.upper(),
    [PROSE],
    [[PROSE]],
    {PROSE: 1},
    {"name": PROSE},
    {"a": {PROSE: [PROSE]}},
    [{"id": {"title": PROSE}}],
    f"https://example.nl/{PERSON}",
    f"{PERSON}@example.nl",
    f"manifests/{PERSON}.yaml#" + "0" * 64,
    f"https://identifier.overheid.nl/tooi/id/{PERSON}",
    f"2026-01-05 {PERSON}",
    f"legal\n{PERSON}",
]


@settings(max_examples=150)
@given(
    place=st.sampled_from(list(_places(EVERYTHING))),
    prose=st.sampled_from(SHAPES),
    as_key=st.booleans(),
    wrapped=st.booleans(),
)
def test_no_word_gets_through_wherever_it_stands(
    *, bench: Opa, place: tuple[str | int, ...], prose: Any, as_key: bool, wrapped: bool
):
    manifest: Any = {place[0]: copy.deepcopy(EVERYTHING[str(place[0])])}
    parent = manifest
    for step in place[:-1]:
        parent = parent[step]
    if as_key and isinstance(parent, dict):
        parent[f"{place[-1]} {PERSON}"] = parent.pop(place[-1])
    else:
        parent[place[-1]] = prose

    logged = _masked(bench, {"manifest": manifest, "today": prose} if wrapped else manifest)

    assert PERSON not in json.dumps(logged).lower()


@pytest.mark.parametrize("question", [None, PROSE, [PROSE], 5, {"manifest": PROSE}])
def test_what_is_no_manifest_is_not_logged(bench: Opa, question: Any):
    masks = _asked(bench, "system/log/mask", {"input": question, "path": "algocheck/main/report"})

    assert PERSON not in json.dumps(masks).lower()
    assert masks[0] == "/input" or masks[0]["value"]["manifest"] == {}


@pytest.mark.parametrize(
    ("document", "hidden"),
    [
        ("algocheck/main/report", []),
        ("algocheck/main/evaluation", ["/result/facts"]),
        ("algocheck/main", ["/result"]),
        ("algocheck/facts/m", ["/result"]),
        ("system/bundles", ["/result"]),
        ("", ["/result"]),
    ],
)
def test_a_result_that_repeats_the_manifest_is_hidden(bench: Opa, document: str, hidden: list[str]):
    masks = _asked(bench, "system/log/mask", {"input": {"manifest": {}}, "path": document})

    assert masks[1:] == hidden


def test_the_digest_shows_whoever_has_the_key_which_manifest_it_was(bench: Opa):
    manifest = {"algorithm": {"name": "Parking permits"}, "kind": "deployment"}
    written = b'{"algorithm":{"name":"Parking permits"},"kind":"deployment"}'

    digest = _masked(bench, {"manifest": manifest})["digest"]

    assert digest == "hmac-sha256:" + hmac.new(LOG_KEY.encode(), written, "sha256").hexdigest()


def test_equal_texts_stay_equal_as_the_policies_compare_them(bench: Opa):
    parties = [{"id": "Example-City"}, {"id": " example-city. "}, {"id": "another"}]

    logged = _masked(bench, {"manifest": {"chain": {"parties": parties}}})

    first, second, third = (each["id"] for each in logged["manifest"]["chain"]["parties"])
    assert first == second != third


def test_of_a_manifest_beyond_any_size_only_the_digest_is_logged(bench: Opa):
    logged = _masked(bench, {"manifest": {"algorithm": {"tags": ["permits"] * 6000}}})

    assert set(logged) == {"left_out", "digest"}


def test_the_mask_knows_every_field_of_the_schema(golden: Golden):
    known = {
        field.path: {"type": field.type} | ({"values": list(field.values)} if field.values else {})
        for field in fields().values()
    }
    lines = ",\n".join(f"  {json.dumps(path)}: {json.dumps(what)}" for path, what in known.items())
    text = f'{{"system": {{"log": {{"fields": {{\n{lines}\n}}}}}}}}\n'

    golden(text, DEPLOY / "policies" / "data.json")
