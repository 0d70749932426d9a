"""A page keeps its width, loses nothing, and sends a terminal nothing that it would obey."""

import io
import re

from hypothesis import assume, example, given
from hypothesis import strategies as st

from algocheck.report.page import Page, Span
from algocheck.words.plain import harmless

WIDTHS = st.integers(40, 120)
WORDS = st.text("abcdefghijklmnopqrstuvwxyzé", min_size=1, max_size=18)
SENTENCES = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
# Everything that Unicode has, and often what a terminal or a library obeys.
HOSTILE = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            [
                *("\x1b[31m", "\x1b]0;title\x07", "\x9b2J", "\x00", "\x7f", "\r", "\n", "\t"),
                *("\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\x85", "\ud800", "\xa0"),
                *("[red]", "[/]", "[link=https://example.org]", ":smile:", "{x}", "%s", "a word"),
            ]
        ),
        max_size=12,
    ).map("".join),
)
# What rich writes for colour and for links, and nothing else.
SEQUENCE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def printed(page: Page, *, colour: bool = False) -> str:
    stream = io.StringIO()
    page.write(stream, colour=colour)
    return stream.getvalue()


@given(SENTENCES, WIDTHS, st.integers(0, 20))
def test_text_keeps_to_the_width_and_every_word_stays(sentence, width, indent):
    page = Page(width)
    page.text(sentence, indent=indent)

    lines = printed(page).splitlines()
    assert all(len(line) <= width for line in lines)
    assert all(line.startswith(" " * indent) for line in lines)
    assert " ".join(" ".join(lines).split()) == sentence


@given(st.lists(SENTENCES.filter(lambda each: len(each) <= 35), min_size=1, max_size=6), WIDTHS)
def test_what_does_not_fit_on_a_line_flows_to_the_next(sentences, width):
    page = Page(width)
    page.flow(*(f"{sentence} " for sentence in sentences))

    lines = printed(page).splitlines()
    assert all(len(line) <= width for line in lines)
    assert " ".join(" ".join(lines).split()) == " ".join(sentences)


def test_a_long_link_stays_whole_so_that_it_can_be_copied():
    link = "https://example.org/" + "long/" * 30
    page = Page(40)
    page.text(f"see {link} for more", indent=4)

    assert f"    {link}\n" in printed(page)


@given(WORDS, WORDS, WIDTHS)
def test_what_stands_at_the_end_of_a_line_stands_at_the_edge(left, right, width):
    page = Page(width)
    page.ends(Span(left), Span(right))

    line = printed(page).removesuffix("\n")
    assert len(line) == width
    assert line.startswith(left)
    assert line.endswith(right)


def test_what_does_not_fit_beside_it_stands_below_it():
    page = Page(40)
    page.ends(Span("a" * 38), Span("COMPLIANT"))

    assert printed(page) == f"{'a' * 38}\n{'COMPLIANT':>40}\n"


def test_two_gaps_are_one_and_a_page_never_begins_with_one():
    page = Page(40)
    page.gap()
    page.add("one")
    page.gap()
    page.gap()
    page.add("two")

    assert printed(page) == "one\n\ntwo\n"


@given(HOSTILE, st.booleans())
def test_a_terminal_gets_no_command_from_a_value(text, colour):
    page = Page(80)
    page.add(Span(text, "bold red", link=text))
    page.text(text, label=text, style="dim")
    page.ends(Span(text), Span(text))
    page.flow(text, Span(text))

    plain = SEQUENCE.sub("", printed(page, colour=colour))
    assert all(character.isprintable() or character == "\n" for character in plain)


@given(HOSTILE)
def test_markup_is_text(text):
    assume(text.strip())
    shown = harmless(text)
    page = Page(80)
    page.add(Span(text, "red"))

    assert SEQUENCE.sub("", printed(page, colour=True)).rstrip() == shown.rstrip()


@given(st.text())
def test_what_can_be_printed_is_printed_as_it_is(text):
    shown = harmless(text)

    assert shown.isprintable()
    assert not text.isprintable() or shown == text


@given(SENTENCES)
def test_colour_changes_no_word(sentence):
    page = Page(60)
    page.text(sentence, style="bold yellow")
    page.ends(Span("file.yaml", "bold"), Span("NOT SHOWN", "bold yellow"))

    coloured = printed(page, colour=True)
    assert SEQUENCE.sub("", coloured) == printed(page)
    assert coloured != printed(page)


COMMANDS = st.lists(
    st.sampled_from(["##vso[task.setvariable]x", "##[error]", "::error::x", "#", ":", " ", "word"]),
    max_size=8,
).map("".join)


@given(st.lists(COMMANDS, min_size=1, max_size=4), WIDTHS)
@example(["a #", "#b", "::c"], 40)
@example([":", ":error::x"], 40)
def test_no_line_is_a_command_to_the_pipeline_in_whose_log_it_stands(texts, width):
    page = Page(width)
    page.add(*texts)
    page.flow(*texts)
    page.text(" ".join(texts), indent=4)

    for line in printed(page).splitlines():
        assert "##" not in line
        assert not line.lstrip().startswith("::")
