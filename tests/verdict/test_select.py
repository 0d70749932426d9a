"""A choice of rules never silently chooses nothing."""

import pytest

from algocheck.bundles import shipped
from algocheck.errors import UsageError
from algocheck.model import Owner
from algocheck.verdict.select import select


@pytest.fixture(scope="module")
def bundle():
    return shipped()


def chosen(bundle, **choice):
    selection = select([bundle], **choice)
    return {rule.id for rule in bundle.rules if selection.takes(rule)}


def test_without_a_choice_everything_is_chosen(bundle):
    assert len(chosen(bundle)) == len(bundle.rules)


def test_a_supplier_gets_its_own_rules_and_the_shared_ones(bundle):
    owners = {rule.owner for rule in bundle.rules if rule.id in chosen(bundle, party="supplier")}

    assert owners == {Owner.SUPPLIER, Owner.BOTH}


@pytest.mark.parametrize("name", ["legal_protection/no-objection-route", "LP-01", "lp-01"])
def test_a_rule_is_named_by_id_or_code(bundle, name):
    assert chosen(bundle, names=[name]) == {"legal_protection/no-objection-route"}


def test_a_theme_is_all_of_its_rules(bundle):
    assert {rule.partition("/")[0] for rule in chosen(bundle, themes=["privacy"])} == {"privacy"}


@pytest.mark.parametrize(
    ("choice", "hint"),
    [
        ({"names": ["LP-1"]}, "did you mean LP-"),
        ({"themes": ["legal-protection"]}, "did you mean legal_protection"),
        ({"names": ["foo"]}, "there is no rule foo; `algocheck rules` lists them"),
        ({"themes": ["foo"]}, "there is no theme foo; there are chain, equal_treatment"),
        ({"themes": ["privacy"], "names": ["LP-01"]}, "no rule fits"),
    ],
)
def test_a_choice_of_nothing_is_an_error_with_a_hint(bundle, choice, hint):
    with pytest.raises(UsageError, match=hint):
        select([bundle], **choice)
