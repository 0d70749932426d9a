"""The limits are data of the policies: who may decide, how long, what never, and what law asks."""

import json
from typing import Any

import pytest

from algocheck.bundles import shipped
from algocheck.model import Kind, Rule, Severity
from algocheck.policy.bundle import Bundle
from algocheck.waiver.admission import permitted
from algocheck.waiver.limits import Limits, limits_of
from support import TODAY


def of_shipped() -> Limits:
    return limits_of([shipped()])["algocheck"]


def bundle(**data: Any) -> Bundle:
    return shipped()._replace(name="house", data=json.dumps({"algocheck": data}))


def _forbids(rule: Rule) -> bool:
    articles = [law.article.partition("(")[0] for law in rule.laws if law.name["en"] == "AI Act"]
    return rule.kind is Kind.LAW and "5" in articles


def rule(name: str) -> Rule:
    return next(each for each in shipped().rules if each.id == name)


def test_the_forbidden_practices_and_the_court_are_never_waived():
    rules = {each.id: each for each in shipped().rules}
    never = of_shipped().never

    forbidden = {each.id for each in rules.values() if _forbids(each)}
    assert forbidden
    assert forbidden <= never
    assert {"equal_treatment/decisive-ethnicity", "legal_protection/no-objection-route"} <= never
    assert never <= rules.keys()


def test_who_may_decide_on_what_weighs_more_may_decide_on_what_weighs_less():
    assert {"deployment", "supplier"} <= of_shipped().deciders.keys()
    for kind, deciders in of_shipped().deciders.items():
        for lighter, heavier in zip(Severity, list(Severity)[1:], strict=False):
            assert set(deciders[heavier]) <= set(deciders[lighter]), kind


def test_each_kind_of_organisation_has_somebody_for_every_severity():
    for kind in ("deployment", "supplier"):
        assert all(of_shipped().may_decide(kind, severity) for severity in Severity)
    assert of_shipped().may_decide("unknown", Severity.LOW) == ()


@pytest.mark.parametrize("name", ["College van Burgemeester en Wethouders", "college van b&w"])
def test_a_role_is_known_by_what_people_call_it(name):
    assert of_shipped().role(name) == "municipal_executive"
    assert of_shipped().role("Jan") == ""


def test_where_law_asks_more_it_is_named():
    demands = [each for each in of_shipped().demands if each.law[0]]

    assert {demand.law_name["en"] for demand in demands} == {
        "GDPR 5(2)",
        "General Administrative Law Act 3:46",
    }


def test_what_is_permitted_is_what_every_rule_that_waits_permits():
    limits = limits_of([shipped()])
    basis, owner = rule("privacy/no-lawful-basis"), rule("chain/no-owner")

    both = permitted([owner, basis], limits, "deployment", TODAY)
    one = permitted([owner], limits, "deployment", TODAY)

    assert {role["en"] for role in both.roles} < {role["en"] for role in one.roles}
    assert (both.last, one.last) == ("2027-05-22", "2027-11-23")
    assert (both.reference, one.reference) == (True, False)


def test_house_rules_say_what_differs_and_nothing_else():
    house = bundle(house={"waivers": {"notice_days": 7, "longest_days": {"low": 1}}})

    ours, theirs = limits_of([shipped(), house]).values()

    assert theirs.notice_days == 7
    assert theirs.longest_days == {Severity.LOW: 1}
    assert (theirs.never, theirs.deciders) == (ours.never, ours.deciders)


def test_a_whole_bundle_without_limits_has_those_that_ship():
    ours, theirs = limits_of([shipped(), bundle(params={})]).values()

    assert theirs._replace(bundle="", empty_texts=ours.empty_texts) == ours._replace(bundle="")


def test_policies_that_limit_nothing_permit_nothing():
    limits = limits_of([bundle(params={})])["house"]

    assert limits.longest_days == {}
    assert limits.may_decide("deployment", Severity.LOW) == ()
