from algocheck.engine.coverage import Covered, percentage


def covered(path: str, lines: set[int], missed: set[int]) -> Covered:
    return Covered(path, frozenset(lines), frozenset(missed))


def test_what_one_engine_missed_another_may_have_evaluated():
    joined = Covered.union(
        [
            covered("b", {1}, {2, 3}),
            covered("a", {5}, set()),
            covered("b", {2}, {1, 3}),
        ]
    )

    assert joined == (covered("a", {5}, set()), covered("b", {1, 2}, {3}))


def test_the_percentage_is_of_lines_not_of_files():
    assert percentage([covered("a", {1, 2, 3}, set()), covered("b", set(), {1})]) == 75


def test_of_nothing_nothing_is_covered():
    assert percentage([]) == 0
    assert percentage([covered("a", set(), set())]) == 0
