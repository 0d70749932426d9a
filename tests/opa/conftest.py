"""What tests with OPA's own tools share."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from algocheck.bundles import shipped
from algocheck.engine.regorus import RegorusEngine
from opa.judges import HOUSE, Build, run
from support import Algocheck


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


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Copy a folder of house rules, to change it."""
    return shutil.copytree(HOUSE / "rules", tmp_path / "rules")


@pytest.fixture
def build(algocheck: Algocheck, opa: Path) -> Build:
    """Run `algocheck policy build`, with the OPA of the tests unless told."""

    def run(
        folder: str | Path, to: str | Path, *options: str, using: Path = opa, **where: Any
    ) -> subprocess.CompletedProcess[str]:
        return algocheck("policy", "build", folder, "-o", to, "--opa", using, *options, **where)

    return run
