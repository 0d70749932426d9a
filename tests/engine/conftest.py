"""What tests of engines share: the shipped policies as OPA compiles them, and machine code."""

from pathlib import Path

import pytest

from algocheck.bundles import shipped
from algocheck.policy.bundle import Bundle
from compiled import compiled


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for machine code: what one test compiled, no other compiles again."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def compiled_policies(opa: Path, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """Return the shipped bundle with a compiled form made from the policies as they are now."""
    folder = tmp_path_factory.mktemp("compiled")
    return compiled(opa, shipped(), folder, ["algocheck.main.evaluation", "algocheck.main.report"])
