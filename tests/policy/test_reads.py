"""Which facts a rule reads is followed through variables, helpers and library."""

import pytest

from policies import BODY, RULE, look, rule, source

IMPORTS = (
    "import data.algocheck.facts\nimport data.algocheck.facts.m\nimport data.algocheck.lib.logic\n"
)


def reads(value: str, helpers: str = "") -> tuple[str, ...]:
    requires = BODY.partition("requires")[2]
    text = rule(f"applies := {value}\n\n{helpers}\nrequires{requires}", imports=IMPORTS)
    seen = '\n_seen := [facts.listed["rights"], logic.stated(m.kind)]\n'  # no import is unused
    found = look(source({RULE: text + seen}))
    assert found.violations == ()
    return found.rules[0].applies_reads


@pytest.mark.parametrize(
    ("value", "facts"),
    [
        ("logic.stated(m.purpose.goal)", ("purpose.goal",)),
        ('logic.stated(m["purpose"].goal)', ("purpose.goal",)),
        ("logic.stated(facts.m.purpose.goal)", ("purpose.goal",)),
        ("logic.stated(data.algocheck.facts.m.purpose.goal)", ("purpose.goal",)),
        ('facts.listed["data.variables"]', ("data.variables",)),
        ('logic.one_of(facts.group("supplier.product"), {"stated"})', ("supplier.product",)),
        ('"yes" if facts.group("supplier.product") == "none" else := "no"', ("supplier.product",)),
        ('facts.group("supplier.product")', ("supplier.product",)),
        (
            '"yes" if { {m.purpose.goal: _} := {"a": 1} } else := "no"',
            ("purpose.goal",),
        ),
        (
            "logic.any_of([logic.stated(v.name) | some v in m.data.variables])",
            ("data.variables", "data.variables[].name"),
        ),
        (
            "logic.any_of([logic.stated(m.rights[i].justification) | some i, _ in m.rights])",
            ("rights", "rights[].justification"),
        ),
        (
            "logic.any_of([v.listed.proxy_for | some v in m.data.variables])",
            ("data.variables", "data.variables[].proxy_for"),
        ),
        (
            'logic.any_of([logic.one_of(use, {"service"}) | some use in m.decision.uses])',
            ("decision.uses",),
        ),
        (
            'logic.one_of(count([v | some v in m.rights; v.touched == "yes"]), {0})',
            ("rights", "rights[].touched"),
        ),
        ('"yes"', ()),
    ],
)
def test_a_fact_is_read_wherever_it_stands(value, facts):
    assert reads(value) == facts


@pytest.mark.parametrize(
    ("value", "helpers", "facts"),
    [
        ("_answer", "_answer := logic.stated(m.purpose.goal)\n", ("purpose.goal",)),
        (
            "logic.any_of([_named(v) | some v in m.data.variables])",
            "_named(entry) := logic.stated(entry.name)\n",
            ("data.variables", "data.variables[].name"),
        ),
        (
            "logic.any_of([logic.stated(v.name) | some v in _concerned])",
            '_concerned := [v | some v in m.data.variables; v.protected_ground == "race"]\n',
            ("data.variables", "data.variables[].name", "data.variables[].protected_ground"),
        ),
        (
            '"yes" if { _touched } else := "no"',
            '_touched if {\n\tevery v in m.rights {\n\t\tv.touched == "yes"\n\t}\n}\n',
            ("rights", "rights[].touched"),
        ),
        (
            "logic.stated(_first(m.purpose))",
            "_first(group) := goal if {\n\tgoal := group.goal\n} else := group.problem\n",
            ("purpose.goal", "purpose.problem"),
        ),
        (
            "logic.any_of(array.concat(_some, []))",
            "_some := [logic.stated(fact) | some fact in [m.purpose.goal, m.purpose.problem]]\n",
            ("purpose.goal", "purpose.problem"),
        ),
    ],
)
def test_reading_is_followed_through_helpers(value, helpers, facts):
    assert reads(value, helpers) == facts


def test_what_is_required_is_read_apart_from_what_applies():
    (found,) = look(source({RULE: rule()})).rules

    assert found.applies_reads == ("decision.effect",)
    assert found.requires_reads == ("purpose.goal",)


def test_an_entry_that_leaves_our_sight_is_read_whole():
    read = reads("logic.any_of([logic.stated(object.keys(v)) | some v in m.data.variables])")

    assert {"data.variables[].name", "data.variables[].proxy_for"} <= set(read)


def test_reading_goes_on_below_the_definition_that_an_import_names():
    helper = "package algocheck.house.things\n\nimport data.algocheck.facts.m\n\nwhy := m.purpose\n"
    text = rule(
        BODY.replace('logic.one_of(m.decision.effect, {"legal"})', "logic.stated(goal)"),
        imports=IMPORTS.replace("facts\n", "house.things.why.goal\n"),
    )

    (found,) = look(source({RULE: text, "algocheck/house/things/things.rego": helper})).rules

    assert found.applies_reads == ("purpose.goal",)
