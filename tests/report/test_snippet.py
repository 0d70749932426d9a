"""What passes each rule: asked of the engine, and no longer than it must be."""

import copy

import pytest
import yaml

from algocheck.bundles import shipped
from algocheck.engine import ENGINES
from algocheck.engine.settings import Settings
from algocheck.manifest.shape import check_shape
from algocheck.model import Owner
from algocheck.report.snippet import snippet
from algocheck.resources import passes
from algocheck.verdict.evaluate import evaluate
from manifests import FRAME, document
from support import TODAY

BUNDLE = shipped()
RULES = [pytest.param(rule, id=rule.id) for rule in BUNDLE.rules]
READABLE = {"name", "title", "article", "metric", "value"}
"""What people expect to see in the entry of a list, whether or not the rule reads it."""


@pytest.fixture(scope="module")
def outcome():
    """Ask the real engine what one rule says of what was stated."""
    engine = ENGINES["regorus"](BUNDLE, Settings())

    def ask(rule, stated):
        manifest = {**FRAME, "kind": "supplier" if rule.owner is Owner.SUPPLIER else "deployment"}
        manifest |= stated
        answer = evaluate(manifest, TODAY, engine, BUNDLE).answers[rule.id]
        return answer["applies"], answer["outcome"]

    yield ask
    engine.close()


def stated_in(rule):
    return document(snippet(rule) + "manifest_version: 1\n").value | {"manifest_version": 1}


def statements(value, path=()):
    """Yield the path of every value that holds no other."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, part in steps:
        if isinstance(part, dict | list):
            yield from statements(part, (*path, step))
        else:
            yield (*path, step)


def without(value, path):
    left = copy.deepcopy(value)
    parent = left
    for step in path[:-1]:
        parent = parent[step]
    del parent[path[-1]]
    return left


@pytest.mark.parametrize("rule", RULES)
def test_it_passes_the_rule_which_applies_to_it(rule, outcome):
    assert outcome(rule, stated_in(rule)) == ("yes", "pass")


@pytest.mark.parametrize("rule", RULES)
def test_nothing_in_it_can_be_left_out(rule, outcome):
    stated = stated_in(rule)

    spare = [
        path
        for path in statements(stated)
        if path[-1] not in READABLE | {"manifest_version"}
        and outcome(rule, without(stated, path)) == ("yes", "pass")
    ]
    assert not spare


@pytest.mark.parametrize("rule", RULES)
def test_it_is_a_piece_of_a_manifest_as_it_stands(rule):
    text = snippet(rule)
    frame = {key: value for key, value in FRAME.items() if f"\n{key}:" not in f"\n{text}"}
    shape = check_shape(document(yaml.safe_dump(frame) + text))

    faults = [fault.rule.id for fault in shape.faults]
    # The algorithm's own block may stand in it; then its name is the reader's to add.
    assert not [fault for fault in faults if fault != "schema/no-identity"]


def test_every_snippet_belongs_to_a_rule():
    ids = {
        f"{file.stem}/{defect}"
        for file in passes().glob("*.yaml")
        for defect in yaml.safe_load(file.read_text(encoding="utf-8"))
    }
    assert ids == {rule.id for rule in BUNDLE.rules}
