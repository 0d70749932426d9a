import pickle

from algocheck.manifest.document import broken
from algocheck.manifest.faults import fault
from algocheck.manifest.yaml_reader import read_yaml
from algocheck.model import Location
from algocheck.words import message


def test_a_place_names_file_document_and_the_whole_pointer():
    document = read_yaml("---\n---\na:\n  b: 1", "m.yaml")[0][0]

    assert document.locate(("a", "b")) == Location("m.yaml", 4, 3, "/a/b", 2)
    assert document.locate_value(("a", "b")) == Location("m.yaml", 4, 6, "/a/b", 2)
    assert document.locate(("a", "x", 3)) == Location("m.yaml", 3, 1, "/a/x/3", 2)
    assert document.locate(("x",)) == Location("m.yaml", 3, 1, "/x", 2)


def test_a_broken_document_can_be_asked_for_a_place_all_the_same():
    nothing = fault("reading/unreadable", Location("m.yaml", 1, 1), message("reading.gone"))

    assert broken("m.yaml", nothing).locate(("a",)) == Location("m.yaml", 1, 1, "/a")


def test_a_document_travels_between_processes():
    document = read_yaml("a: [1, {b: 0777}]", "m.yaml")[0][0]

    copy = pickle.loads(pickle.dumps(document))  # noqa: S301 -- our own bytes

    assert copy.value == document.value
    assert copy.locate(("a", 1, "b")) == document.locate(("a", 1, "b"))
