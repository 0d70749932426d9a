"""Shape: a broken frame leaves nothing to evaluate, any other fault leaves all the rest."""

from typing import Any

import jsonschema
import pytest

from algocheck.manifest.document import Document
from algocheck.manifest.shape import Shape, check_shape
from algocheck.words import say
from manifests import EVERYTHING, as_json, document, with_frame

BEGIN = "and a manifest is a group of fields: begin with manifest_version, kind and algorithm"
OTHER = "and this algocheck reads version 1: write 1, or update algocheck if the manifest is newer"


def told(shape: Shape) -> list[tuple[str, str, str]]:
    return [
        (
            fault.rule.id,
            f"{fault.location.line}:{fault.location.column}",
            say(fault.problem, "en") if fault.problem else "",
        )
        for fault in shape.faults
    ]


def test_a_manifest_with_nothing_but_a_name_has_no_fault() -> None:
    shape = check_shape(with_frame(""))

    assert shape == Shape((), broken=False)


def test_a_manifest_that_states_everything_has_no_fault() -> None:
    assert check_shape(document(as_json(EVERYTHING))) == Shape((), broken=False)


@pytest.mark.parametrize(
    ("root", "what"),
    [
        (["a"], "a list"),
        ("text", "text"),
        (7, "a number"),
        (True, "yes or no"),
        (None, "empty"),
    ],
)
def test_what_has_no_fields_is_no_manifest(root: Any, what: str) -> None:
    shape = check_shape(Document("root.yaml", 1, root, with_frame("").places))

    assert shape.broken
    assert told(shape) == [("schema/no-identity", "1:1", f"this is {what}, {BEGIN}")]


@pytest.mark.parametrize(
    ("line", "place", "sentence"),
    [
        (
            "manifest_version:",
            "1:1",
            "manifest_version is not stated: add the line manifest_version: 1",
        ),
        (
            "manifest_version: '1'",
            "1:19",
            'manifest_version is the text "1", and a number is needed: write 1 without quotes',
        ),
        (
            "manifest_version: 2",
            "1:19",
            f"manifest_version is 2, {OTHER}",
        ),
        (
            "manifest_version: true",
            "1:19",
            f"manifest_version is true, {OTHER}",
        ),
    ],
)
def test_a_manifest_of_another_version_is_not_read_any_further(
    line: str, place: str, sentence: str
) -> None:
    shape = check_shape(document(f"{line}\nkind: deployment\nunheard_of: 1\n"))

    assert shape.broken
    assert told(shape) == [("schema/other-version", place, sentence)]


def test_without_a_kind_nobody_knows_whom_to_ask() -> None:
    shape = check_shape(document("manifest_version: 1\nalgorithm: {name: Chatbot}\n"))

    assert shape.broken
    assert [(rule, place) for rule, place, _ in told(shape)] == [("schema/no-identity", "1:1")]


def test_a_kind_that_does_not_exist_is_told_with_the_ones_that_do() -> None:
    shape = check_shape(document("manifest_version: 1\nkind: deploymnt\nalgorithm: {id: a}\n"))

    assert shape.broken
    assert told(shape) == [
        (
            "schema/no-identity",
            "2:7",
            'kind is "deploymnt": choose deployment or supplier; did you mean deployment?',
        )
    ]


@pytest.mark.parametrize(
    "algorithm",
    [
        *("", "algorithm:", "algorithm: {}", "algorithm: Chatbot", "algorithm: [Chatbot]"),
        *("algorithm: {name: }", "algorithm: {name: ''}", "algorithm: {name: ' '}"),
        *("algorithm: {name: unknown, id: none}", "algorithm: {version: '2'}"),
    ],
)
def test_without_an_id_or_a_name_there_is_no_algorithm_to_speak_of(algorithm: str) -> None:
    shape = check_shape(document(f"manifest_version: 1\nkind: supplier\n{algorithm}\n"))

    assert shape.broken
    assert "schema/no-identity" in {fault.rule.id for fault in shape.faults}
    assert len({fault.path for fault in shape.faults}) == len(shape.faults)


def test_a_broken_frame_hides_no_other_fault() -> None:
    shape = check_shape(
        document("manifest_version: 1\nkind: supplier\nalgorithm:\n  nam: Chatbot\n")
    )

    assert shape.broken
    assert told(shape) == [
        (
            "schema/no-identity",
            "3:1",
            "nothing says which algorithm this is: write a text for id or name, below algorithm",
        ),
        ("schema/unknown-key", "4:3", '"nam" is no field of algorithm: did you mean name?'),
    ]


@pytest.mark.parametrize("algorithm", ["{id: a}", "{name: A}", "{id: a, name: A}", "{name: é}"])
def test_an_id_or_a_name_is_enough(algorithm: str) -> None:
    yaml = f"manifest_version: 1\nkind: supplier\nalgorithm: {algorithm}\n"

    assert check_shape(document(yaml)) == Shape((), broken=False)


def test_faults_are_told_in_the_order_of_the_file_and_leave_the_rest_to_be_evaluated() -> None:
    shape = check_shape(
        with_frame(
            "unheard_of: 1\n"
            "system:\n"
            "  technique: magic\n"
            "  colour: blue\n"
            "decision: {effect: legl, uses: advice}\n"
        )
    )

    assert not shape.broken
    assert [(rule, place) for rule, place, _ in told(shape)] == [
        ("schema/unknown-key", "4:1"),
        ("schema/wrong-value", "6:14"),
        ("schema/unknown-key", "7:3"),
        ("schema/wrong-value", "8:20"),
        ("schema/wrong-type", "8:32"),
    ]


def test_null_is_absent_wherever_it_stands() -> None:
    yaml = "decision: {effect: null, uses: [null]}\nevidence: [null, {title: null}]\nsystem:\n"

    assert check_shape(with_frame(yaml)) == Shape((), broken=False)


def test_lists_and_groups_can_be_stated_as_none() -> None:
    yaml = "evidence: none\ndecision: {uses: unknown}\nlegal_protection: {objection: none}\n"

    assert check_shape(with_frame(yaml)) == Shape((), broken=False)


def test_a_boolean_answers_yes_or_no() -> None:
    yaml = "decision: {profiling: true, awb_decision: false}\n"

    assert check_shape(with_frame(yaml)) == Shape((), broken=False)


def test_a_whole_number_may_be_written_with_a_point() -> None:
    yaml = "chain: {incident_notice_hours: 24.0}\n"

    assert check_shape(with_frame(yaml)) == Shape((), broken=False)


def test_what_could_not_be_read_has_no_shape_to_speak_of() -> None:
    assert check_shape(document("{")) == Shape((), broken=True)


def test_a_sound_manifest_needs_no_validator(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("the validator was asked")

    monkeypatch.setattr(jsonschema.Draft202012Validator, "iter_errors", refuse)

    assert check_shape(document(as_json(EVERYTHING))) == Shape((), broken=False)
