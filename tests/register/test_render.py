"""A rendered manifest says the same as the manifest, and knows whether it was edited."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from algocheck.register.render import is_as_rendered, render
from algocheck.register.text import tidy

MANIFEST = {
    "manifest_version": 1,
    "algorithm": {"name": "X", "begin_date": "2021-03", "lars": "08"},
    "supplier": {"internal": "no"},
    "purpose": {
        "goal": "Een zin van meer dan een regel. " * 5 + "Einde.",
        "impact": "a\n\n- b\n- c",
    },
}


def test_prose_stands_in_blocks_and_what_looks_like_something_else_in_quotes():
    text = render(MANIFEST, "register.json, id 7")

    assert text.splitlines()[0] == "# yaml-language-server: $schema=../algocheck.schema.json"
    assert "Imported from register.json, id 7" in text.splitlines()[1]
    assert "Ingevoerd uit register.json, id 7" in text.splitlines()[2]
    assert '  begin_date: "2021-03"\n  lars: "08"\n' in text
    assert '  internal: "no"\n' in text
    assert "  goal: >-\n    Een zin van" in text
    assert "  impact: |-\n    a\n\n    - b\n    - c\n" in text
    assert all(len(line) < 110 for line in text.splitlines() if not line.startswith("#"))


def test_an_edit_is_noticed_and_another_line_end_is_none():
    text = render(MANIFEST, "register.json")

    assert is_as_rendered(text)
    assert is_as_rendered(text.replace("\n", "\r\n"))
    assert is_as_rendered("\ufeff" + text)
    assert not is_as_rendered(text.replace("name: X", "name: Y"))
    assert not is_as_rendered(text + "language: nld\n")
    assert not is_as_rendered(text.replace("# Imported", "# Taken"))
    assert not is_as_rendered("manifest_version: 1\n")
    assert not is_as_rendered("")


TEXTS = st.text(max_size=150).map(tidy) | st.sampled_from(
    ["08", "1e3", "0o17", "1_000", "12:30", "y", "NO", "~", "null", "2023-01-01", "=", "<<", "- a"]
)


@given(
    st.recursive(
        TEXTS,
        lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner, max_size=4),
        max_leaves=12,
    )
)
def test_what_is_read_back_is_what_was_written(value):
    text = render({"original": value}, "register.json")

    assert yaml.load(text, Loader=yaml.CSafeLoader) == {"original": value}
    assert is_as_rendered(text)
