"""Who states less never gets a better verdict: thousands of mutated manifests.

A fact is taken away, made null, given a wrong type, misspelt or set to unknown.
Every rule still answers; none that was open passes or drops out, and none that
passed drops out. (A rule that did not apply may pass: whether it applies is then
unknown, but all that it requires is met.)
"""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from algocheck.bundles import shipped
from algocheck.engine.regorus import RegorusEngine
from algocheck.manifest.discover import Source
from algocheck.manifest.load import load
from algocheck.resources import examples
from algocheck.verdict.evaluate import evaluate
from support import TODAY

MUTATIONS_EACH = 200
SETTLED = ("pass", "not_applicable")
SAYING_NOTHING: tuple[Any, ...] = (None, "unknown", "n.v.t.", [None], [{}], ["x"], {"x": "y"})
"""What states nothing, whatever stands in its place."""


def manifests() -> list[tuple[str, Any]]:
    found = []
    for path in sorted(examples().glob("*.yaml")):
        source = Source(path.name, path, named=True, content=None)
        found += [(path.name, document.value) for document in load(source).documents]
    return found


def places(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place of which a statement can be taken away, parts of list entries included.

    A whole entry is left alone: a list that is stated is complete, so without an
    entry it says something else, not less. What a tool wrote of its own source is
    no statement of the organisation.
    """
    if isinstance(node, dict):
        for key, value in node.items():
            if path or key not in ("manifest_version", "kind", "provenance"):
                yield (*path, key)
                yield from places(value, (*path, key))
    elif isinstance(node, list):
        for position, value in enumerate(node):
            yield from places(value, (*path, position))


def mutated(document: Any, path: tuple[str | int, ...], how: Any) -> Any:
    changed = copy.deepcopy(document)
    node = changed
    for step in path[:-1]:
        node = node[step]
    if how == "remove":
        del node[path[-1]]
    elif how == "misspell":
        node[f"{path[-1]}s"] = node.pop(path[-1])
    else:
        node[path[-1]] = how
    return changed


@pytest.fixture(scope="module")
def engine_and_bundle():
    bundle = shipped()
    return RegorusEngine(bundle), bundle


@pytest.mark.parametrize(
    ("name", "document"), manifests(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_stating_less_never_helps(name, document, engine_and_bundle):
    engine, bundle = engine_and_bundle
    chance = random.Random(name)  # noqa: S311 -- the same mutations at every run
    before = evaluate(document, TODAY, engine, bundle).answers
    everywhere = list(places(document))
    for _ in range(MUTATIONS_EACH):
        path = chance.choice(everywhere)
        how = chance.choice(("remove", "remove", "misspell", *SAYING_NOTHING))
        after = evaluate(mutated(document, path, how), TODAY, engine, bundle).answers
        for rule in bundle.rules:
            was, is_ = before[rule.id]["outcome"], after[rule.id]["outcome"]
            place = ".".join(map(str, path))
            told = f"{rule.id}: {was} became {is_} when {place} was {json.dumps(how)}"
            assert is_ not in SETTLED or is_ == was or (was, is_) == ("not_applicable", "pass"), (
                told
            )
