"""OPA gives the whole answers that regorus gives, started here and serving a published bundle."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algocheck.bundles import shipped
from algocheck.engine import Engine
from algocheck.engine.opa import start
from algocheck.engine.regorus import RegorusEngine
from algocheck.engine.settings import Server, Settings
from algocheck.manifest.discover import discover
from algocheck.manifest.load import load
from manifests import mutated
from opas import Opa, asking
from support import ROOT

ENTRYPOINT = "algocheck.main.evaluation"
EXAMPLES = [
    document.value
    for source in discover(["manifests/examples"], root=ROOT)
    for document in load(source).documents
]


@pytest.fixture(scope="module")
def engines(opa: Path, published: Path) -> Iterator[list[Engine]]:
    """Start regorus, an OPA of our own, and a server that loaded what is published."""
    with ExitStack() as stack:
        server = stack.enter_context(Opa(opa, "--bundle", published))
        local = start(shipped(), Settings(opa=str(opa), server=Server(timeout=60)))
        asked = start(shipped(), asking(server.url, timeout=60.0))
        for each in (local, asked):
            stack.callback(each.close)
        yield [RegorusEngine(shipped()), local, asked]


def answers(engines: list[Engine], manifest: Any, today: str = "2027-12-02") -> list[str]:
    """Return what each engine answers, as text: to Python, true and 1 are equal."""
    question = {"manifest": manifest, "today": today}
    return [_text(each.query(ENTRYPOINT, question)) for each in engines]


def _text(answer: Any) -> str:
    # Of one number, engines may write 5 and 5.0.
    plain = json.loads(json.dumps(answer), parse_float=lambda text: _number(float(text)))
    return json.dumps(plain, sort_keys=True)


def _number(number: float) -> float:
    return int(number) if number.is_integer() else number


@pytest.mark.parametrize("manifest", EXAMPLES, ids=lambda each: each["algorithm"]["id"])
def test_opa_answers_the_same_on_the_examples(engines: list[Engine], manifest: Any):
    first, *others = answers(engines, manifest)

    assert '"outcome"' in first
    assert others == [first, first]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(manifest=mutated(), today=st.sampled_from(["2026-01-01", "2027-12-02", "", "today"]))
def test_opa_answers_the_same_on_manifests_that_something_is_wrong_with(
    engines: list[Engine], manifest: Any, today: str
):
    first, *others = answers(engines, manifest, today)

    assert others == [first, first]


@pytest.mark.parametrize("manifest", [None, 3, "text", [], [[]], {}, "é😀\u2028\x00"])
def test_opa_answers_the_same_on_what_is_no_manifest(engines: list[Engine], manifest: Any):
    first, *others = answers(engines, manifest)

    assert others == [first, first]
