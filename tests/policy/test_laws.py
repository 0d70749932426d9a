"""An article's address is made from the table of laws."""

import json

import pytest

from algocheck.policy.laws import Act, acts
from support import ROOT

TABLE = acts(json.loads((ROOT / "policies/algocheck/laws/data.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("law", "article", "address"),
    [
        ("awb", "6:4", "https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=6:4"),
        ("uavg", "40(2)", "https://wetten.overheid.nl/jci1.3:c:BWBR0040940&artikel=40"),
        (
            "aia",
            "27(1)(d)",
            "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32024R1689#art_27",
        ),
        (
            "aia",
            "Annex III(4)",
            "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32024R1689#anx_III",
        ),
        ("bdto", "", "https://wetten.overheid.nl/BWBR0040936"),
        ("avg", "22", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679"),
    ],
)
def test_an_article_has_an_address(law, article, address):
    assert TABLE[law].address(article) == address


@pytest.mark.parametrize("law", TABLE)
def test_every_law_has_names_and_whole_addresses(law):
    act = TABLE[law]

    assert act.name["nl"]
    assert act.name["en"]
    for article in ("1", "3:2(1)", "Annex IV", ""):
        assert act.address(article).startswith("https://")
        assert not set(act.address(article)) & set("{} ")


def test_an_article_cannot_add_to_the_address():
    act = Act({}, "X", "https://example.org/{id}?a={a}")

    assert act.address("1&x=<script>") == "https://example.org/X?a=1"
