"""A manifest to start from: valid, complete in what it asks, and silent about the algorithm."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.manifest.blank import WIDTH
from algocheck.manifest.schema import fields
from algocheck.manifest.shape import check_shape
from algocheck.manifest.starter import starter
from algocheck.words import LANGUAGES
from manifests import document

KINDS = ("deployment", "supplier")
EVERY = tuple(itertools.product(KINDS, LANGUAGES, (False, True)))
PARTIES = (("deployment", "deployer"), ("supplier", "supplier"))
NAME = {"algorithm.name": "Parking permits"}
# A key, an element or a comment of a part, behind the mark that a person takes away.
COMMENTED_OUT = re.compile(r"( *)# ((?: |- )*(?:[a-z0-9_]+:(?:  #.*)?|-|  +#.*))")


def begun(kind, language="en", *, everything=False, answers=None):
    return starter(
        kind, language, answers or NAME, schema="algocheck.schema.json", everything=everything
    )


def with_every_line_in_use(text):
    """Take away the marks, as the explanation at the top says."""
    lines = text.splitlines()
    return "\n".join(
        found[1] + found[2] if (found := COMMENTED_OUT.fullmatch(line)) else line for line in lines
    )


def asked_of(party, levels):
    """Return the paths of what *party* is asked, the groups around it included."""
    asked = {
        field.path
        for field in fields().values()
        if field.level in levels
        and field.asked_of in (party, "both")
        and not field.path.endswith("[]")
    }
    return asked | {path.partition(".")[0].removesuffix("[]") for path in asked}


def stated(value, path=()):
    if isinstance(value, dict):
        return [found for key, part in value.items() for found in stated(part, (*path, key))]
    if isinstance(value, list):
        return [found for part in value for found in stated(part, (*path, "[]"))]
    return [] if value is None else [(".".join(path), value)]


def keys(value, path=""):
    if isinstance(value, list):
        return [key for part in value for key in keys(part, f"{path}[]")]
    if not isinstance(value, dict):
        return []
    below = [(f"{path}.{key}".removeprefix("."), part) for key, part in value.items()]
    return [found for key, part in below for found in (key, *keys(part, key))]


@pytest.mark.parametrize(("kind", "language", "everything"), EVERY)
def test_it_is_a_manifest_that_states_nothing_but_what_was_given(kind, language, everything):
    manifest = document(begun(kind, language, everything=everything))

    assert not manifest.faults
    assert not check_shape(manifest).faults
    assert stated(manifest.value) == [
        ("manifest_version", 1),
        ("kind", kind),
        ("algorithm.name", "Parking permits"),
    ]


@pytest.mark.parametrize(("kind", "party"), PARTIES)
def test_it_holds_what_a_party_is_always_asked_and_nothing_else(kind, party):
    manifest = document(with_every_line_in_use(begun(kind)))

    assert set(keys(manifest.value)) == asked_of(party, levels={"I", "A"})


@pytest.mark.parametrize(("kind", "party"), PARTIES)
def test_the_long_one_holds_everything_that_a_party_may_be_asked(kind, party):
    manifest = document(with_every_line_in_use(begun(kind, everything=True)))

    assert set(keys(manifest.value)) == asked_of(party, levels={"I", "A", "C", "O"})


@pytest.mark.parametrize(("kind", "language", "everything"), EVERY)
def test_it_stays_a_manifest_when_every_line_is_used(kind, language, everything):
    text = with_every_line_in_use(begun(kind, language, everything=everything))

    manifest = document(text)
    assert not manifest.faults
    assert not check_shape(manifest).faults


@pytest.mark.parametrize(("kind", "language", "everything"), EVERY)
def test_it_reads_well_in_an_editor(kind, language, everything):
    text = begun(kind, language, everything=everything)
    lines = text.splitlines()

    assert lines[0] == "# yaml-language-server: $schema=algocheck.schema.json"
    assert max(map(len, lines)) <= WIDTH
    assert not [line for line in lines if line != line.rstrip()]
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_always_asked_is_read_at_one_sitting(kind):
    assert len(begun(kind).splitlines()) < 400


def test_both_languages_ask_the_same():
    for kind, everything in itertools.product(KINDS, (False, True)):
        english, dutch = (
            document(with_every_line_in_use(begun(kind, each, everything=everything))).value
            for each in LANGUAGES
        )
        assert keys(english) == keys(dutch)


@given(
    st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"]), min_size=1)
)
def test_a_name_is_read_back_as_it_was_given(name):
    manifest = document(begun("deployment", answers={"algorithm.name": name}))

    assert manifest.value["algorithm"]["name"] == name
