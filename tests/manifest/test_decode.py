import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.manifest.decode import decode
from algocheck.words import say


def only_fault(content, *, as_json=False):
    faults = decode(content, "m.yaml", as_json=as_json)
    assert not isinstance(faults, str)
    (fault,) = faults
    return fault


def place(fault):
    return fault.location.line, fault.location.column


def test_utf8_is_read_with_and_without_a_mark():
    assert decode("é: €".encode(), "m.yaml", as_json=False) == "é: €"
    assert decode("é: €".encode("utf-8-sig"), "m.yaml", as_json=False) == "é: €"


def test_windows_line_ends_and_tabs_are_ordinary():
    assert decode(b"a: 1\r\nb:\t2\r\n", "m.yaml", as_json=False) == "a: 1\r\nb:\t2\r\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
    ],
)
def test_another_unicode_encoding_is_called_by_its_name(encoding, name):
    fault = only_fault("manifest_version: 1\n".encode(encoding))

    assert fault.rule.id == "reading/encoding"
    assert name in say(fault.problem, "en")


def test_a_byte_of_an_old_encoding_is_placed():
    fault = only_fault("één: 1\ncafé: 2".encode() + "é".encode("latin-1"))

    assert fault.rule.id == "reading/encoding"
    assert place(fault) == (2, 8)
    assert "0xE9" in say(fault.problem, "nl")


@pytest.mark.parametrize(
    ("character", "reason"),
    [
        ("\x00", "control"),
        ("\x1b", "control"),
        ("\x7f", "control"),
        ("\x9b", "control"),
        ("\x85", "line"),
        ("\u2028", "line"),
        ("\u2029", "line"),
        ("\ufeff", "sees"),
        ("\u202e", "order"),
        ("\u2066", "order"),
        ("\u200f", "order"),
    ],
)
def test_a_character_that_misleads_in_yaml_is_refused_with_its_place(character, reason):
    fault = only_fault(f"a: 1\r\nnote: fine{character}objection: yes".encode())

    assert fault.rule.id == "reading/forbidden-character"
    assert place(fault) == (2, 11)
    assert f"U+{ord(character):04X}" in say(fault.problem, "en")
    assert reason in say(fault.problem, "en")


def test_a_lone_carriage_return_is_refused_because_editors_do_not_agree_on_it():
    fault = only_fault(b"note: fine\robjection: yes\r\n")

    assert place(fault) == (1, 11)


@pytest.mark.parametrize("text", ['"\x7f"', '"\x85"', '"\u2028"', '"\ufeff"', "[1,\r2]"])
def test_json_may_hold_what_only_a_yaml_parser_trips_over(text):
    assert decode(text.encode(), "m.json", as_json=True) == text


@pytest.mark.parametrize("character", ["\u202e", "\u2067", "\x01"])
def test_what_deceives_a_reader_is_refused_in_json_too(character):
    assert only_fault(f'{{"a": "{character}"}}'.encode(), as_json=True).location.column == 8


def test_several_characters_are_named_at_once_but_not_thousands():
    assert len(decode("\u202ea\u202e".encode(), "m.yaml", as_json=False)) == 2
    assert len(decode(("\u202e" * 5000).encode(), "m.yaml", as_json=False)) == 20


@given(st.binary(), st.booleans())
def test_any_bytes_are_text_or_faults(content, as_json):
    text = decode(content, "m.yaml", as_json=as_json)

    if isinstance(text, str):
        assert text.encode() == content.removeprefix(b"\xef\xbb\xbf")
    else:
        assert text
