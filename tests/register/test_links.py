"""Links are found in every form in which records write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.register.links import Reference, link, links, references

LAW = "https://wetten.overheid.nl/BWBR0005537"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (f" {LAW} ", LAW),
        (f"{LAW}\xa0\n", LAW),
        (LAW.replace("https", "HTTPS"), LAW),
        ("https://a.nl/jci1.3:c:BWBR1&hoofdstuk=2¶graaf=3", None),
        ("https://a.nl/?a=1&amp;b=2", "https://a.nl/?a=1&b=2"),
    ],
)
def test_a_link_is_put_right_where_that_is_certain(written, meant):
    assert link(written) == (meant or "https://a.nl/jci1.3:c:BWBR1&hoofdstuk=2&paragraaf=3")


@pytest.mark.parametrize(
    "written",
    ["n.v.t.", "www.example.nl", "https://", "Team Gem", "https://a.nl/een twee", None, 5],
)
def test_what_does_not_lead_anywhere_is_no_link(written):
    assert link(written) == ""


def test_links_stand_one_a_line_with_or_without_a_label():
    assert links(f"{LAW}\n{LAW}/2") == [Reference(url=LAW), Reference(url=f"{LAW}/2")]
    assert links(f"{LAW}, {LAW}/2") == [Reference(url=LAW), Reference(url=f"{LAW}/2")]
    assert links("BRP: https://a.nl/brp \nLV BAG: https://a.nl/bag") == [
        Reference("BRP", "https://a.nl/brp"),
        Reference("LV BAG", "https://a.nl/bag"),
    ]


def test_text_around_a_link_is_more_than_a_link():
    assert links(f"zie website {LAW} en de toelichting") == []
    assert links(f"BRP: {LAW}\nBAG: https://a|b") == []


def test_the_download_numbers_its_titles_and_links():
    text = f"1: Algemene wet, hoofdstuk 2: besluiten, {LAW} 2: Gemeentewet, n.v.t. 3: Woo, {LAW}/3"

    assert references(text) == [
        Reference("Algemene wet, hoofdstuk 2: besluiten", LAW),
        Reference("Gemeentewet", "", (("link", "n.v.t."),)),
        Reference("Woo", f"{LAW}/3"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"1: Awb, {LAW}. 2: DPIA",
        f"1: Awb, {LAW}\n2: DPIA,\n",
        f'[{{"title": "Awb", "link": "{LAW}"}}, {{"title": "DPIA", "link": null}}]',
        f"[{{'title': 'Awb', 'link': '{LAW}'}}, {{'title': 'DPIA', 'link': None}}]",
    ],
)
def test_the_same_list_is_written_in_several_ways(text):
    assert references(text) == [Reference("Awb", LAW), Reference("DPIA")]


def test_a_swapped_title_and_link_are_put_right():
    swapped = [{"title": LAW, "link": "Awb art. 3:2; Awb art. 3:46"}]

    assert references(swapped) == [Reference("Awb art. 3:2; Awb art. 3:46", LAW)]
    assert references(f"1: {LAW}, Awb art. 3:2") == [Reference("Awb art. 3:2", LAW)]


def test_two_links_are_not_swapped():
    assert references([{"title": LAW, "link": f"{LAW}/2"}]) == [Reference(LAW, f"{LAW}/2")]


def test_a_link_that_is_none_is_kept_apart_from_its_title():
    [found] = references([{"title": "Office", "link": "Dit zijn gewone documenten."}])

    assert found == Reference("Office", "", (("link", "Dit zijn gewone documenten."),))


def test_a_pair_of_nothing_is_nothing():
    assert references([{"title": "", "link": ""}, {"title": None, "link": None}]) == []


@pytest.mark.parametrize("text", ["Awb en Woo", "1. Awb", "[niet ingevuld]", "[1, 2]", "[[["])
def test_prose_is_no_list_of_links(text):
    assert references(text) == []


@given(
    st.lists(
        st.tuples(
            st.text("abc :2,", min_size=1).map(lambda text: f"W{text}t"),
            st.sampled_from([LAW, f"{LAW}/a,b", f"{LAW}?x=1&y=2"]),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_no_title_and_no_link_of_a_numbered_list_is_lost(pairs):
    text = " ".join(f"{n}: {title}, {url}" for n, (title, url) in enumerate(pairs, start=1))
    found = references(text)

    told = " ".join(f"{each.title} {each.url} {each.rest}" for each in found)
    for title, url in pairs:
        assert url in told
        assert all(word.strip(" ,") in told for word in title.split())
