"""What the register holds becomes plain text, and no word of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.register.text import one_line, plain, tidy

LETTERS = st.text(alphabet="abcé 1<>/&;#=\"'!-\n\tpulidv", max_size=80)


def test_list_items_become_lines_with_a_dash():
    text = "<p>Gegevens:</p>\n<ul>\n<li>naam</li>\n<li>adres<ul><li>postcode</li></ul></li>\n</ul>"

    assert plain(text) == "Gegevens:\n\n- naam\n- adres\n  - postcode"


def test_paragraphs_are_apart_and_lines_are_lines():
    assert plain("<div>Doel</div>\n<div>Iets<br/>anders</div>") == "Doel\nIets\nanders"
    assert plain("<p>Een</p><p><br></p><p class='x'>Twee</p>") == "Een\n\nTwee"
    assert plain("Een<br><br>Twee") == "Een\n\nTwee"


def test_entities_become_characters():
    assert plain("Nelen &amp; Schuurmans&nbsp;&eacute;&#233;&#xe9; &lt;b&gt;") == (
        "Nelen & Schuurmans ééé <b>"
    )


def test_a_link_to_a_paragraph_of_law_keeps_its_ampersand():
    address = "https://wetten.overheid.nl/jci1.3:c:BWBR0005537&paragraaf=2&section;=3"

    assert plain(f"<p>{address}</p>") == address


@pytest.mark.parametrize(
    "text", ["leeftijd < 18 en > 65", "<https://www.example.nl/a.html>", "zie <tabel 3>", "a <b"]
)
def test_what_only_looks_like_markup_stays(text):
    assert plain(text) == text


def test_what_a_link_leads_to_is_kept_unless_it_is_shown():
    assert plain('<a href="https://a.nl/x">hier</a>') == "hier (https://a.nl/x)"
    assert plain("<a href='https://a.nl/x'>https://a.nl/x</a>") == "https://a.nl/x"


def test_a_comment_of_a_word_processor_disappears():
    assert plain("voor<!--[if mso]> <p>x</p> <![endif]-->na <!-- open") == "voorna <!-- open"


def test_what_cannot_be_seen_is_left_out():
    assert tidy("na\u00adam\u200b \u202elaags\u202c\ufeff\x00") == "naam laags"
    assert tidy("een\u2028twee\x85drie\r\nvier") == "een\ntwee\ndrie\nvier"
    assert tidy("half \ud83d teken") == "half \ufffd teken"


def test_one_line_is_one_line():
    assert one_line(" <p>Een\n naam</p> ") == "Een naam"


@pytest.mark.parametrize("text", ["<p ", "<!--", "<a href=", "&#1", "<", " \t", "</li><li>"])
def test_a_huge_cell_of_broken_markup_is_read(text):
    assert len(plain(text * 100_000 + "einde")) >= len("einde")


@given(LETTERS)
def test_plain_text_is_plain_and_stays_so(text):
    once = tidy(text)

    assert tidy(once) == once
    assert not any(line != line.rstrip() for line in once.split("\n"))


@given(st.lists(st.sampled_from(["woord", "<p>", "</p>", "<li>", "<br>", "< ", "&amp;", " "])))
def test_every_word_between_markup_survives(parts):
    assert plain("".join(parts)).count("woord") == parts.count("woord")
