"""What tests of OPA servers share: a real one that holds the small bundle."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from opas import Opa, lay_out, small


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the small bundle."""
    return lay_out(small(), tmp_path_factory.mktemp("bundle") / "small")


@pytest.fixture(scope="module")
def running(opa: Path, small_folder: Path) -> Iterator[Opa]:
    """Run OPA with the small bundle, for tests that change nothing about it."""
    with Opa(opa, "--bundle", small_folder) as server:
        yield server
