"""What tests with OPA's own tools share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from algocheck.bundles import shipped
from algocheck.engine.regorus import RegorusEngine
from opa.judges import HOUSE, run


@pytest.fixture(scope="module")
def ours() -> Iterator[RegorusEngine]:
    """Start algocheck's own engine on the shipped policies."""
    engine = RegorusEngine(shipped())
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def house_bundle(command: str, opa: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the bundle of a folder of house rules."""
    file = tmp_path_factory.mktemp("house") / "house.tar.gz"
    code, said = run(command, "policy", "build", HOUSE / "rules", "-o", file, "--opa", opa)
    assert code == 0, said
    return file
