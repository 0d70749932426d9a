from hypothesis import given
from hypothesis import strategies as st

from algocheck.manifest.places import Lines, Places, Tree, pointer, start

TEXT = "name: a\r\nlist:\n  - ë: 1\n"
TREE: Tree = (0, {"name": (0, 6), "list": (9, (17, [(19, {"ë": (19, 22)})]))})
PLACES = Places(Lines(TEXT), TREE)


def test_a_key_is_placed_where_it_begins():
    assert PLACES.of_key(("list",)) == (2, 1)


def test_a_value_is_placed_where_it_begins():
    assert PLACES.of_value(("name",)) == (1, 7)


def test_an_element_of_a_list_is_placed_at_itself():
    assert PLACES.of_key(("list", 0)) == PLACES.of_value(("list", 0)) == (3, 5)


def test_what_is_missing_is_placed_at_the_nearest_block_around_it():
    assert PLACES.of_key(("list", 0, "none", "such")) == (3, 5)
    assert PLACES.of_value(("list", 7)) == (2, 1)
    assert PLACES.of_value(("absent",)) == (1, 1)


def test_nothing_stands_within_text():
    assert PLACES.of_key(("name", "first")) == (1, 1)


def test_a_position_is_no_key_and_a_key_no_position():
    assert PLACES.of_key((0,)) == (1, 1)
    assert PLACES.of_key(("list", "0")) == (2, 1)
    assert PLACES.of_key(("list", -1)) == (2, 1)


def test_a_tree_says_where_it_begins():
    assert (start(3), start(TREE)) == (3, 0)


def test_a_pointer_escapes_what_a_pointer_is_made_of():
    assert pointer(("a/b", "~", 0, "")) == "/a~1b/~0/0/"
    assert pointer(()) == ""


@given(st.text(alphabet="aë\n😀\r"), st.data())
def test_a_place_is_the_line_and_column_that_an_editor_shows(text, data):
    offset = data.draw(st.integers(0, len(text)))

    line, column = Lines(text).at(offset)

    lines = text.split("\n")
    assert sum(len(each) + 1 for each in lines[: line - 1]) + column - 1 == offset
    assert 1 <= column <= len(lines[line - 1]) + 1
