"""A finding keeps its name when its subject moves, and loses it when its subject changes."""

from algocheck.verdict.subject import subject_of

VARIABLES = [{"name": "age"}, {"name": "postcode", "justification": "none"}]


def subject(variables, position):
    return subject_of(
        ("data", "variables", position, "justification"), {"data": {"variables": variables}}
    )


def test_an_entry_is_named_by_what_identifies_it():
    assert subject(VARIABLES, 1).startswith("data.variables[postcode].justification#")


def test_moving_an_entry_keeps_the_name():
    assert subject(VARIABLES, 1) == subject(VARIABLES[::-1], 0)


def test_changing_what_stands_there_changes_the_name():
    changed = [VARIABLES[0], VARIABLES[1] | {"justification": ""}]

    assert subject(VARIABLES, 1) != subject(changed, 1)


def test_what_is_absent_is_called_absent():
    assert subject(VARIABLES, 0) == "data.variables[age].justification#absent"


def test_an_entry_without_a_name_is_told_by_its_content():
    entries = [{"purpose": "a"}, {"purpose": "b"}]

    assert subject(entries, 0) == subject(entries[::-1], 1) != subject(entries, 1)


def test_a_path_that_leads_nowhere_still_has_a_name():
    assert subject_of(("a", 3, "b"), {"a": "text"}) == "a[3].b#absent"


def test_what_a_document_could_not_take_counts_as_it_is_written():
    broken = {"algorithm": {"id": None}}

    as_written = {
        subject_of(("algorithm", "id"), broken, found) for found in ("1e999", "1e998", None)
    }

    assert len(as_written) == 3
