"""Limits of waivers that cannot be meant are refused: what is misspelt would not be a limit."""

import copy
from typing import Any

import pytest

from algocheck.bundles import shipped
from algocheck.policy.source import read_source
from algocheck.policy.waiver_limits import Known, odd_limits
from algocheck.resources import policies
from policies import RULE, look, rule, source

DATA = read_source(policies(), with_tests=False).data["algocheck"]
LIMITS: dict[str, Any] = DATA["params"]["waivers"]
KNOWN = Known([rule.id for rule in shipped().rules], DATA["laws"].keys())


def changed(path: str, value: Any) -> Any:
    """Return the shipped limits with *value* at *path*; a number is a position."""
    limits: Any = copy.deepcopy(LIMITS)
    node = limits
    *steps, last = (int(step) if step.isdecimal() else step for step in path.split("/"))
    for step in steps:
        node = node[step]
    node[last] = value
    return limits


def test_the_shipped_limits_can_be_meant():
    assert list(odd_limits(LIMITS, KNOWN)) == []


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("notice", 30, "notice"),
        ("notice_days", "30", "notice_days"),
        ("notice_days", -1, "notice_days"),
        ("notice_days", True, "notice_days"),
        ("longest_days", 90, "longest_days"),
        ("longest_days/hihg", 90, "longest_days.hihg"),
        ("longest_days/high", 90.5, "longest_days.high"),
        ("never", "governance/prohibited-practice", "never"),
        ("never/0", "equal_treatment/decisive-ethnicty", "never.equal_treatment/decisive-ethnicty"),
        ("never/0", ["x"], "never.['x']"),
        ("roles", ["director"], "roles"),
        ("roles/director", "directeur", "roles.director"),
        ("roles/director", {"nl": "directeur"}, "roles.director"),
        ("roles/director", {"nl": "directeur", "en": " "}, "roles.director"),
        ("roles/director", {"nl": "d", "en": "d", "als": []}, "roles.director"),
        ("roles/director/also", "baas", "roles.director.also"),
        ("decided_by/municipality", {}, "decided_by.municipality"),
        ("decided_by/supplier/urgent", [], "decided_by.supplier.urgent"),
        ("decided_by/supplier/high", ["ceo"], "decided_by.supplier.high.ceo"),
        ("demands", {}, "demands"),
        ("demands/0", {"reference": True}, "demands[1]"),
        ("demands/0", {"kinds": ["law"]}, "demands[1]"),
        ("demands/0/rules", ["no/such-rule"], "demands[1].rules.no/such-rule"),
        ("demands/0/kinds", ["laws"], "demands[1].kinds.laws"),
        ("demands/0/decided_by", ["ceo"], "demands[1].decided_by.ceo"),
        ("demands/0/reference", "yes", "demands[1].reference"),
        ("demands/0/reason", True, "demands[1].reason"),
        ("demands/0/law", {"law": "gdpr", "article": "5"}, "demands[1].law"),
        ("demands/0/law", {"law": "avg"}, "demands[1].law"),
        ("demands/0/law", {"law": ["avg"], "article": "5"}, "demands[1].law"),
    ],
)
def test_a_limit_that_cannot_be_meant_is_named(path, value, place):
    assert next(odd_limits(changed(path, value), KNOWN)) == f"waivers.{place}"


@pytest.mark.parametrize("limits", [None, [], "never"])
def test_limits_are_a_group(limits):
    assert list(odd_limits(limits, KNOWN)) == ["waivers"]


def test_the_lint_refuses_them_in_a_bundle_and_in_house_rules():
    odd = {"never": ["theme/defect", "theme/defct"]}
    house = look(source({RULE: rule()}, {"algocheck": {"house": {"waivers": odd}}}))
    good = look(
        source({RULE: rule()}, {"algocheck": {"house": {"waivers": {"never": ["theme/defect"]}}}})
    )

    assert [(each.check, each.file) for each in house.violations] == [
        ("odd-limit", "algocheck/house")
    ]
    assert good.violations == ()
