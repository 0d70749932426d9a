"""The schema: complete, closed, explained in two languages, and the same for every validator."""

from typing import Any

import jsonschema
import pytest

from algocheck.manifest.schema import fact_of, fields, schema, schema_in
from algocheck.manifest.schema.fits import KEYWORDS

TEXTS = {"title", "description", "examples", "$schema", "$id"}
TYPES = {
    *("text", "uri", "date", "month", "number", "integer", "choice", "yes_no", "list", "group"),
    *("entry", "role", "party", "evidence", "map", "slug", "digits", "sha256", "pinned_uri"),
    *("language", "version"),
}


def nodes(node: dict[str, Any]) -> list[dict[str, Any]]:
    below = [*node.get("properties", {}).values(), *([node["items"]] if "items" in node else [])]
    return [node, *(each for child in below for each in nodes(child))]


NODES = nodes(schema())


def test_it_is_a_json_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_it_uses_no_keyword_that_the_quick_look_would_overlook() -> None:
    used = {keyword for node in NODES for keyword in node if not keyword.startswith("x-")}

    assert used <= KEYWORDS | TEXTS


def test_every_pattern_covers_the_whole_text() -> None:
    patterns = {node["pattern"] for node in NODES if "pattern" in node}

    assert patterns
    assert all(pattern.startswith("^") and pattern.endswith("$") for pattern in patterns)
    assert not [pattern for pattern in patterns if "|" in pattern and "(" not in pattern]


def test_every_group_but_a_map_is_closed() -> None:
    groups = [node for node in NODES if "properties" in node]

    assert len(groups) > 10
    assert all(node["additionalProperties"] is False for node in groups)


def test_null_is_taken_everywhere_but_in_the_frame() -> None:
    frame = [schema(), *(schema()["properties"][name] for name in schema()["required"])]
    refusing = [
        node
        for node in NODES
        if "null" not in node.get("type", ()) and None not in node.get("enum", ())
    ]

    assert refusing == frame


def test_everything_but_a_choice_can_be_stated_as_none_or_unknown() -> None:
    validator = jsonschema.Draft202012Validator
    open_ = [node for node in NODES if node.get("x-type") not in {"entry", "choice", "yes_no"}]
    refusing = [
        node for node in open_ for word in ("none", "unknown") if not validator(node).is_valid(word)
    ]

    properties = schema()["properties"]
    assert [id(node) for node in refusing[::2]] == [
        id(node) for node in (schema(), properties["manifest_version"], properties["algorithm"])
    ]


def test_every_choice_can_be_unknown_save_the_kind() -> None:
    fixed = [f.path for f in fields().values() if f.values and "unknown" not in f.values]

    assert fixed == ["kind"]


def test_an_answer_of_yes_or_no_may_be_a_boolean() -> None:
    answers = [node["enum"] for node in NODES if node.get("x-type") == "yes_no"]

    assert answers
    assert all({"yes", "no", True, False} <= set(values) for values in answers)


def test_it_has_the_fields_that_the_policies_and_the_register_need() -> None:
    asked = [field for field in fields().values() if field.level and "[]" not in field.path]
    own = [node for node in NODES if "x-level" in node]

    assert len(own) == 229
    assert {field.level for field in asked} == {"I", "A", "C", "O"}
    assert {field.asked_of for field in asked} == {"deployer", "supplier", "both"}
    assert {field.type for field in fields().values()} == TYPES


def test_fields_stand_in_the_order_of_the_schema() -> None:
    names = list(fields())

    assert names[:3] == ["manifest_version", "kind", "algorithm"]
    assert names.index("data.variables") + 1 == names.index("data.variables[]")
    assert names.index("data.variables[]") + 1 == names.index("data.variables[].name")


def test_a_part_has_the_level_and_the_addressee_of_its_field() -> None:
    part = fields()["transparency.register.exemption_ground"]

    assert (part.type, part.level, part.asked_of) == ("text", "A", "deployer")
    assert fields()["data.variables[].proxy_for[]"].level == "C"


def test_the_values_of_a_choice_are_words() -> None:
    assert fields()["decision.awb_decision"].values == ("yes", "contributes", "no", "unknown")
    assert fields()["ai_act.annex_iii[]"].values[:4] == ("1", "2", "3", "4a")
    assert fields()["decision.process_name"].values == ()


@pytest.mark.parametrize(
    ("path", "fact"),
    [
        ((), ""),
        (("decision", "effect"), "decision.effect"),
        (("data", "variables"), "data.variables"),
        (("data", "variables", 3), "data.variables[]"),
        (("data", "variables", 3, "justification"), "data.variables[].justification"),
        (("assessments", 0, "participants_roles", 12), "assessments[].participants_roles[]"),
    ],
)
def test_a_fact_is_named_alike_wherever_it_stands_in_a_list(
    path: tuple[str | int, ...], fact: str
) -> None:
    assert fact_of(path) == fact
    assert fact in {"", *fields()}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_has_a_title_and_an_explanation(language: str) -> None:
    silent = [
        field.path
        for field in fields().values()
        if not (field.title.get(language) and field.description.get(language))
    ]

    assert silent == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_fact_that_is_asked_begins_with_its_question(language: str) -> None:
    asked = [
        field
        for field in fields().values()
        if field.level in {"A", "C"} and field.type not in {"group", "entry", "map"}
    ]

    assert [f.path for f in asked if "?" not in f.description.get(language, "")] == []


def test_in_dutch_only_the_texts_differ() -> None:
    def bare(node: Any) -> Any:
        if isinstance(node, list):
            return [bare(each) for each in node]
        if not isinstance(node, dict):
            return node
        is_text = {"title", "description"} if isinstance(node.get("title"), str) else set()
        return {k: bare(v) for k, v in node.items() if k not in {"x-nl", *is_text}}

    assert bare(schema_in("nl")) == bare(schema())
    assert "x-nl" not in str(schema_in("nl"))
    assert schema_in("en") is schema()
