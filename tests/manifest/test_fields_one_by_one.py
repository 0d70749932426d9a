"""One field that is looked up is the field that the whole table holds."""

from algocheck.manifest.schema import field, fields, positions


def test_every_field_is_the_same_looked_up_alone():
    assert {path: field(path) for path in fields()} == dict(fields())


def test_positions_follow_the_order_of_the_schema():
    assert list(positions()) == list(fields())
