"""A checker with the shipped rules, for all tests of the calendar."""

from collections.abc import Iterator

import pytest

from algocheck.bundles import shipped
from algocheck.model import Report
from calendars import Checker
from reports import example_texts


@pytest.fixture(scope="session")
def of_laws() -> Iterator[Checker]:
    """Check with the rules that algocheck ships."""
    made = Checker(shipped())
    yield made
    made.close()


@pytest.fixture(scope="session")
def of_examples(of_laws: Checker) -> Report:
    """Look ahead from a day before some laws began, on all examples at once."""
    return of_laws.report(*example_texts(), today="2026-01-01")
