"""What tests of engines share: the real OPA, and the shipped policies as it compiles them."""

from pathlib import Path

import pytest

from algocheck.bundles import shipped
from algocheck.policy.bundle import Bundle
from compiled import compiled, find_opa
from support import IN_CI


@pytest.fixture(scope="session")
def opa() -> Path:
    """Find the real OPA; without it, tests that need it are skipped, but in CI they fail."""
    found = find_opa()
    if not found:
        missing = "no opa in .tools or on the path"
        if IN_CI:
            pytest.fail(missing)
        pytest.skip(missing)
    return found


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for machine code: what one test compiled, no other compiles again."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def compiled_policies(opa: Path, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """Return the shipped bundle with a compiled form made from the policies as they are now."""
    folder = tmp_path_factory.mktemp("compiled")
    return compiled(opa, shipped(), folder, ["algocheck.main.evaluation", "algocheck.main.report"])
