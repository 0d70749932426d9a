"""What is said of a rule: the same headings for each, in both languages, doubts included."""

import itertools

import pytest
import yaml

from algocheck.bundles import shipped
from algocheck.model import Kind, Law, Rule, Severity
from algocheck.report.explanation import Item, explanation
from algocheck.resources import policies
from algocheck.words import LANGUAGES, texts

RULES = {rule.id: rule for rule in shipped().rules}
REGIMES = yaml.safe_load((policies() / "algocheck/params/data.yaml").read_text(encoding="utf-8"))[
    "regimes"
]
OBJECTION = RULES["legal_protection/no-objection-route"]
EVERY = [
    pytest.param(rule, language, id=f"{rule.id}-{language}")
    for rule, language in itertools.product(RULES.values(), LANGUAGES)
]


def sections(rule, language="en"):
    return {each.heading: each.blocks for each in explanation(rule, REGIMES, language)}


def said(rule, language="en"):
    blocks = [each for blocks in sections(rule, language).values() for each in blocks]
    return "\n".join(
        f"{each.text} {each.about}" if isinstance(each, Item) else str(each) for each in blocks
    )


@pytest.mark.parametrize(("rule", "language"), EVERY)
def test_every_rule_has_something_under_every_heading(rule, language):
    explained = sections(rule, language)

    assert list(explained) == list(sections(OBJECTION, language))
    assert all(explained.values())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_both_languages_say_as_much_and_not_the_same(rule):
    english, dutch = (explanation(rule, REGIMES, language) for language in LANGUAGES)

    assert [len(each.blocks) for each in english] == [len(each.blocks) for each in dutch]
    assert all(one.heading != other.heading for one, other in zip(english, dutch, strict=True))


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_what_is_no_law_is_said_to_be_none_and_nothing_else_is(rule):
    assert ("This is not law" in said(rule)) == (rule.kind is not Kind.LAW)
    assert ("in breach of" in said(rule)) == (rule.kind is Kind.LAW)


def test_each_article_has_its_link_its_condition_and_its_doubts():
    laws = (
        Law({"en": "Act"}, "1", "https://example.org/1"),
        Law({"en": "Act"}, "2", "https://example.org/2", checked="memory"),
        Law({"en": "Act"}, "3", "https://example.org/3", checked="partly", to_verify="a bill"),
        Law({"en": "Act"}, "4", "https://example.org/4", only_if={"decision.effect": ("legal",)}),
    )
    blocks = sections(OBJECTION._replace(laws=laws))["The law"]

    assert [(each.text, each.link) for each in blocks if isinstance(each, Item)] == [
        ("Act 1", "https://example.org/1"),
        ("Act 2°", "https://example.org/2"),
        ("Act 3*†", "https://example.org/3"),
        ("Act 4", "https://example.org/4"),
    ]
    about = [each.about for each in blocks if isinstance(each, Item)]
    assert about == ["", "", "verify first: a bill", "only where decision.effect is legal"]
    marks = [each[0] for each in blocks[-3:] if isinstance(each, str)]
    assert marks == ["*", "°", "†"]


def test_certain_articles_need_no_marks():
    laws = (Law({"en": "Act"}, "1", "https://example.org/1"),)
    blocks = sections(OBJECTION._replace(laws=laws))["The law"]

    assert isinstance(blocks[-1], Item)


@pytest.mark.parametrize("regime", REGIMES)
def test_when_a_law_begins_is_told_with_the_dates_that_the_rules_use(regime):
    rule = OBJECTION._replace(regime=regime, regime_date="2025-02-02")
    parts = [REGIMES[part] for part in REGIMES[regime].values() if part in REGIMES]
    dates = {
        date for each in (REGIMES[regime], *parts) for date in each.values() if date not in REGIMES
    }
    if regime == "date":
        dates = {"2025-02-02"}

    told = " ".join(map(str, sections(rule)["When it is in force"]))
    assert f"regime-{regime}" in texts("explain")
    assert all(date in told for date in dates)


def test_a_regime_that_only_a_foreign_bundle_knows_is_named():
    rule = OBJECTION._replace(regime="moon_phase")

    assert "moon_phase" in said(rule)


def test_each_fact_is_told_with_its_question():
    facts = {
        each.text: each.about
        for each in sections(OBJECTION)["Which facts it reads"]
        if isinstance(each, Item)
    }

    assert facts.keys() == {*OBJECTION.applies_reads, *OBJECTION.requires_reads}
    assert all(about.endswith("?") for about in facts.values())


def test_a_house_rule_is_explained_with_what_there_is():
    house = Rule("housing/no-tenant-board", Severity.LOW, {"en": "A board", "nl": "Een bestuur"})

    told = said(house)
    assert "It applies to every algorithm." in told
    assert "no snippet" in told
