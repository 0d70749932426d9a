"""JSON that is laid out in part is the same JSON."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.report.json_layout import write_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def laid_out(whole, levels):
    stream = io.StringIO()
    write_json(whole, stream, levels)
    return stream.getvalue()


@given(VALUES, st.integers(0, 4))
def test_it_is_the_same_value_and_holds_nothing_that_a_terminal_obeys(whole, levels):
    written = laid_out(whole, levels)

    assert json.loads(written) == json.loads(json.dumps(whole))
    assert all(each.isprintable() or each == "\n" for each in written)


@given(VALUES)
def test_with_every_level_laid_out_it_is_as_the_standard_library_has_it(whole):
    wanted = json.dumps(whole, indent=1, ensure_ascii=False)

    assert json.loads(laid_out(whole, 99)) == json.loads(wanted)
    assert laid_out(whole, 99).count("\n") == wanted.count("\n") + 1


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [
        (0, '{"a": [1, {"b": []}]}\n'),
        (1, '{\n "a": [1, {"b": []}]\n}\n'),
        (2, '{\n "a": [\n  1,\n  {"b": []}\n ]\n}\n'),
    ],
)
def test_as_many_levels_are_laid_out_as_are_asked_for(levels, wanted):
    assert laid_out({"a": [1, {"b": []}]}, levels) == wanted
