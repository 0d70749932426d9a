"""Violations: whatever is written, each has its place and a sentence in both languages."""

import json
from typing import Any

from hypothesis import given, settings

from algocheck.manifest.places import pointer
from algocheck.manifest.schema import schema
from algocheck.manifest.schema.fits import fits
from algocheck.manifest.shape import check_shape
from algocheck.manifest.violations import MOST, violations
from algocheck.model import Finding
from algocheck.words import LANGUAGES, say
from manifests import FRAME, as_json, document, mutated, with_frame

LONGEST = 600
"""Of a sentence: the longest choice of the schema, and what was found cut short."""


FRAME_RULES = {"schema/no-identity", "schema/other-version"}
"""These are told at a block, about something that may not be in it."""


@settings(max_examples=4000)
@given(mutated())
def test_whatever_does_not_fit_is_told_and_nothing_else(manifest: dict[str, Any]) -> None:
    read = document(as_json(manifest))

    shape = check_shape(read)

    assert bool(shape.faults) == (not read.broken and not _is_sound(read.value))


@settings(max_examples=4000)
@given(mutated())
def test_every_fault_stands_where_it_says(manifest: dict[str, Any]) -> None:
    text = as_json(manifest)
    lines = text.split("\n")

    for each in check_shape(document(text)).faults:
        rest = lines[each.location.line - 1][each.location.column - 1 :]
        assert rest.startswith("" if each.rule.id in FRAME_RULES else _written(each))
        assert each.location.pointer == pointer(each.path)


@settings(max_examples=4000)
@given(mutated())
def test_every_sentence_is_short_and_harmless_in_both_languages(manifest: dict[str, Any]) -> None:
    for each in check_shape(document(as_json(manifest))).faults:
        for language in LANGUAGES:
            sentence = say(each.problem, language) if each.problem else ""
            assert sentence.isprintable()
            assert 0 < len(sentence) < LONGEST
            assert each.rule.title[language]
            assert each.rule.remedy[language]


@given(mutated())
def test_no_place_is_told_twice(manifest: dict[str, Any]) -> None:
    faults = check_shape(document(as_json(manifest))).faults

    assert len({each.location.pointer for each in faults}) == len(faults)


def test_of_very_many_violations_the_rest_is_said_to_be_there() -> None:
    keys = {f"key{number}": number for number in range(MOST + 1)}

    found = list(violations(document(as_json(FRAME | keys))))

    assert len(found) == MOST + 1
    assert {each.rule.id for each in found[:MOST]} == {"schema/unknown-key"}
    assert found[MOST].rule.id == "schema/too-many"


def test_exactly_as_many_as_are_told_are_all() -> None:
    keys = {f"key{number}": number for number in range(MOST)}

    found = list(violations(document(as_json(FRAME | keys))))

    assert {each.rule.id for each in found} == {"schema/unknown-key"}


def test_a_newline_at_the_end_of_a_date_is_a_violation() -> None:
    (only,) = violations(with_frame("ai_act:\n  fria_notified_on: |\n    2024-01-05\n"))

    assert only.rule.id == "schema/wrong-format"


def _is_sound(manifest: dict[str, Any]) -> bool:
    algorithm = manifest.get("algorithm")
    names = [algorithm.get(key) for key in ("id", "name")] if isinstance(algorithm, dict) else []
    stated = [name for name in names if isinstance(name, str) and name.strip()]
    return fits(manifest, schema()) and not {"none", "unknown"}.issuperset(stated)


def _written(finding: Finding) -> str:
    """Write what stands at the place: the key that is unknown, or how the value begins."""
    if finding.rule.id == "schema/unknown-key":
        return json.dumps(finding.path[-1])
    if isinstance(finding.found, list | dict):
        return "[" if isinstance(finding.found, list) else "{"
    return json.dumps(finding.found)
