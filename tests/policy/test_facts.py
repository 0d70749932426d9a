"""The facts as rules read them: all there, all typed, and nothing invalid among them."""

import functools
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import typed_facts
from algocheck.engine.regorus import RegorusEngine
from algocheck.manifest.schema import schema
from algocheck.policy.bundle import Bundle
from algocheck.policy.facts import facts_module
from algocheck.policy.source import Module, read_source
from algocheck.resources import policies
from manifests import EVERYTHING, JUNK, mutated

PLACEHOLDERS = ["n.v.t.", "N/A", "TODO:", "geen", "None.", "\u200b", "unknown "]


STATES = Module(
    "states.rego",
    """\
package algocheck.tests.states

import data.algocheck.facts

group := {path: facts.group(path) | some path in input.groups}
""",
)
"""Whether a group is stated is asked of one group at a time; here of all of them."""


@functools.cache
def engine() -> RegorusEngine:
    source = read_source(policies())
    libraries = (f"algocheck/lib/{name}/" for name in ("dates", "forms", "logic"))
    needed = ("algocheck/facts/", *libraries)
    modules = tuple(module for module in source.modules if module.path.startswith(needed))
    return RegorusEngine(
        Bundle("facts", "", "", (*modules, STATES), json.dumps(source.data), (), vouched=False)
    )


def facts(manifest: Any, today: str = "2026-11-24") -> dict[str, Any]:
    question = {"manifest": manifest, "today": today, "groups": list(typed_facts.groups({}))}
    answer: dict[str, Any] = engine().query("algocheck.facts", question)
    states: dict[str, Any] = engine().query("algocheck.tests.states", question)
    return answer | states


def assert_as_the_schema_has_it(manifest: Any) -> None:
    answer = facts(manifest)

    assert typed_facts.keeps_to(schema(), answer["m"])
    assert answer["m"] == typed_facts.typed(manifest)
    assert answer["listed"] == typed_facts.listed(manifest)
    assert answer["group"] == typed_facts.groups(manifest)


def everywhere(kind: str, junk: Any, node: dict[str, Any] | None = None) -> Any:
    """Return a manifest in which everything of a *kind* (leaf, list, group, entry) is *junk*."""
    node = node or {"properties": schema()["properties"], "x-type": "root"}
    if node["x-type"] == kind:
        return junk
    if "properties" in node:
        return {name: everywhere(kind, junk, child) for name, child in node["properties"].items()}
    if "items" in node:
        return [everywhere(kind, junk, node["items"]), everywhere(kind, junk, node["items"])]
    return junk if kind == "leaf" else "unknown"


def test_the_checked_in_facts_are_those_of_the_schema() -> None:
    written = (policies() / "algocheck/facts/facts.rego").read_text(encoding="utf-8")

    assert written == facts_module(schema()), "run `algocheck policy facts`"


def test_what_a_manifest_states_comes_through() -> None:
    answer = facts(EVERYTHING)["m"]

    assert answer["kind"] == "deployment"
    assert answer["data"]["variables"][1]["name"] == EVERYTHING["data"]["variables"][1]["name"]
    assert answer["chain"]["incident_notice_hours"] == 3
    assert_as_the_schema_has_it(EVERYTHING)


@pytest.mark.parametrize("kind", ["leaf", "list", "group", "entry"])
@pytest.mark.parametrize("junk", [*JUNK, *PLACEHOLDERS], ids=lambda junk: ascii(junk)[:20])
def test_whatever_stands_in_every_place_of_a_kind_every_fact_is_typed(kind: str, junk: Any) -> None:
    assert_as_the_schema_has_it(everywhere(kind, junk))


@settings(max_examples=150)
@given(mutated())
def test_a_valid_value_comes_through_and_an_invalid_one_is_unknown(
    manifest: dict[str, Any],
) -> None:
    assert_as_the_schema_has_it(manifest)


@pytest.mark.parametrize("manifest", [{}, [], "none", "", 3, True, None, [{}], {"manifest": 1}])
def test_what_is_no_manifest_has_every_fact_and_knows_none(manifest: Any) -> None:
    answer = facts(manifest)

    assert answer["m"] == typed_facts.typed({})
    assert set(answer["listed"].values()) == {"unknown"}
    assert set(answer["group"].values()) == {"unknown"}


def test_a_manifest_without_an_envelope_has_the_same_facts_but_no_day() -> None:
    bare = engine().query("algocheck.facts", EVERYTHING | {"today": "2026-11-24"})

    assert bare["m"] == facts(EVERYTHING)["m"]
    assert bare["today"] == "unknown"


def test_a_manifest_that_holds_another_is_itself_and_chooses_no_day() -> None:
    nested = {"manifest_version": 1, "manifest": EVERYTHING, "today": "2026-11-24"}
    answer = engine().query("algocheck.facts", nested)

    assert answer["m"] == typed_facts.typed({"manifest_version": 1})
    assert answer["today"] == "unknown"


@pytest.mark.parametrize("today", ["", "unknown", "none", "2026-02-29", "24-11-2026", "2026-11"])
def test_a_day_that_does_not_exist_is_unknown(today: str) -> None:
    assert facts({}, today)["today"] == "unknown"
    assert facts({}, "2028-02-29")["today"] == "2028-02-29"


def test_a_group_stated_as_none_means_none_for_its_parts_and_no_for_yes_or_no() -> None:
    answer = facts({"legal_protection": "none"})

    objection = answer["m"]["legal_protection"]["objection"]
    assert objection["procedure_url"] == "none"
    assert objection["explains_algorithm"] == "no"
    assert answer["listed"]["legal_protection.objection.file_checklist"] == "no"
    assert answer["group"]["legal_protection.objection"] == "none"


@pytest.mark.parametrize("register", [{}, {"statuss": "published"}, {"status": None}, "published"])
def test_a_group_without_a_stated_part_is_not_stated(register: Any) -> None:
    answer = facts({"transparency": {"register": register}})

    assert answer["m"]["transparency"]["register"]["status"] == "unknown"
    assert answer["group"]["transparency.register"] == "unknown"


@pytest.mark.parametrize(
    ("tags", "read", "listed"),
    [
        (["a", "b"], ["a", "b"], "yes"),
        (["a", 3, "none"], ["a", "unknown", "unknown"], "yes"),
        (["n.v.t."], ["n.v.t."], "unknown"),
        ([None], ["unknown"], "unknown"),
        (["none"], [], "no"),
        ([], [], "no"),
        ("none", [], "no"),
        ("a", [], "unknown"),
        (None, [], "unknown"),
    ],
)
def test_whether_anything_is_listed(tags: Any, read: list[str], listed: str) -> None:
    answer = facts({"algorithm": {"tags": tags}})

    assert answer["m"]["algorithm"]["tags"] == read
    assert answer["listed"]["algorithm.tags"] == listed


@pytest.mark.parametrize(("stated", "read"), [(False, "no"), ("no", "no"), (True, "unknown")])
def test_a_choice_that_knows_no_but_not_yes_takes_no_true(stated: Any, read: str) -> None:
    answer = facts({"transparency": {"people_informed": stated}})

    assert answer["m"]["transparency"]["people_informed"] == read


@pytest.mark.parametrize("number", [0, -3, 3.0, 2**53 + 1, 2**63, 1e300, 0.1 + 0.2, 1e-7])
def test_numbers_come_through_whole(number: float) -> None:
    answer = facts(
        {"chain": {"incident_notice_hours": number}, "system": {"accuracy": [{"value": number}]}}
    )

    assert answer["m"]["system"]["accuracy"][0]["value"] == number
    whole = number == int(number)
    assert answer["m"]["chain"]["incident_notice_hours"] == (number if whole else "unknown")


def test_a_day_of_a_year_before_1000_is_a_slip_and_so_not_known() -> None:
    assert facts({"evidence": [{"date": "0204-01-01"}]})["m"]["evidence"][0]["date"] == "unknown"


ALPHABETS = [
    "0123456789-",
    "abcdefABC09._-",
    "https:/w.?#a <>^`\u00e9\x00\x07",
    "0123456789abcdef#",
]
WORDS = ["none", "unknown", "2027-12", "2028-02-29", "http://", "https://a", "a" * 101, "0" * 20]


@settings(max_examples=60)
@given(st.one_of(*(st.text(letters, max_size=70) for letters in ALPHABETS), st.sampled_from(WORDS)))
def test_a_text_has_a_form_where_the_pattern_of_the_schema_says_so(text: str) -> None:
    assert_as_the_schema_has_it(everywhere("leaf", text))
