"""What tests share: the real command in a real process, the real data, real OPA, golden files."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

import hypothesis
import pytest

from support import IN_CI, ROOT, Algocheck, Golden, absent, clean_environment, ran, tool

# The hooks are installed once for all folders that use them.
pytest_plugins = ["hooked"]
# What judges say when they refuse is worth reading.
pytest.register_assert_rewrite("judges")

# No deadline: how long an example takes is a property of the machine. In CI the
# examples are the same at every run, so a red build is red for who looks again.
hypothesis.settings.register_profile("algocheck", deadline=None, derandomize=IN_CI)
hypothesis.settings.load_profile("algocheck")


@pytest.fixture(scope="session")
def command() -> str:
    """Find the installed command, beside the Python that runs the tests."""
    found = shutil.which("algocheck", path=sysconfig.get_path("scripts"))
    assert found, f"algocheck is not installed for {sys.executable}: run make test"
    return found


@pytest.fixture
def algocheck(command: str, tmp_path: Path) -> Algocheck:
    """Run algocheck in a real process; warnings of any library are errors there too."""

    def run(
        *arguments: str | Path,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        stdin: str | bytes = b"",
    ) -> subprocess.CompletedProcess[str]:
        return ran(command, *arguments, cwd=cwd or tmp_path, env=env, stdin=stdin)

    return run


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of real records and official schemas, which are read in place."""
    data = ROOT.parent / "shared" / "data"
    if not data.is_dir():
        absent("no ../shared/data beside the project")
    return data


@pytest.fixture(scope="session")
def opa() -> Path:
    """Return an OPA that can run no Wasm."""
    return tool("opa", "opa")


@pytest.fixture(scope="session")
def opa_wasm() -> Path:
    """Return an OPA that can run Wasm."""
    return tool("opa-wasm", "opa")


@pytest.fixture(scope="session")
def conftest_binary() -> Path:
    """Return conftest, the program; this file is pytest's, and has the name from it."""
    return tool("conftest", "conftest")


@pytest.fixture(scope="session")
def sarif_multitool() -> Path:
    """Return Microsoft's judge of SARIF."""
    return tool("sarif-multitool", "Sarif.Multitool")


@pytest.fixture(scope="session")
def tap_parser() -> Path:
    """Return a parser of TAP 14, by one of those who wrote its specification."""
    return tool("tap-parser", "tap-parser")


@pytest.fixture(scope="session")
def duckdb() -> Path:
    """Return a Python that has DuckDB, which reads CSV."""
    return tool("duckdb", "python")


@pytest.fixture(scope="session")
def trestle() -> Path:
    """Return compliance-trestle, a judge of OSCAL."""
    return tool("trestle", "trestle")


@pytest.fixture(scope="session")
def oscal_python() -> Path:
    """Return a Python that has NIST's models of OSCAL."""
    return tool("oscal", "python")


@pytest.fixture(scope="session")
def ical_parser() -> Path:
    """Return ical.js, which node runs."""
    parser = ROOT / ".tools/ical/node_modules/ical.js/dist/ical.es5.cjs"
    if not (shutil.which("node") and parser.is_file()):
        absent("no ical.js in .tools/ical, or no node: run make tools")
    return parser


@pytest.fixture(scope="session")
def published(command: str, opa: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the bundle of the shipped policies, as it is published: a .tar.gz."""
    file = tmp_path_factory.mktemp("published") / "bundle.tar.gz"
    subprocess.run(
        [command, "policy", "build", ROOT / "policies", "--output", file, "--opa", opa],
        env=clean_environment(),
        check=True,
    )
    return file


@pytest.fixture(scope="session")
def unpacked(published: Path) -> Path:
    """Unpack that bundle, for who reads folders."""
    folder = published.with_name("unpacked")
    shutil.unpack_archive(published, folder, filter="data")
    return folder


@pytest.fixture
def golden() -> Golden:
    """Compare a text with the file that holds what it should be.

    With ``ALGOCHECK_UPDATE_GOLDEN=1`` the file is written instead: read the diff
    before it is committed. In CI the switch is an error.
    """
    update = os.environ.get("ALGOCHECK_UPDATE_GOLDEN") == "1"

    def compare(actual: str, file: Path) -> None:
        if update:
            assert not IN_CI, "golden files are not updated in CI"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(actual, encoding="utf-8", newline="\n")
            return
        assert file.is_file(), f"{file} is not there: run with ALGOCHECK_UPDATE_GOLDEN=1"
        assert actual == file.read_text(encoding="utf-8")

    return compare
