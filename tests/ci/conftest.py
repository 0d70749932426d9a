"""What tests of pipelines share: repositories to check, and the judges."""

import shutil
import zipfile
from pathlib import Path

import pytest

from ci.expressions import GitHub
from repositories import Repository, repository
from support import ROOT, absent, copy_of_the_project, tool

EXAMPLES = ROOT / "manifests" / "examples"
COMPLIANT = (EXAMPLES / "fee-calculation.yaml").read_text(encoding="utf-8")
BROKEN = (EXAMPLES / "chatbot.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def github() -> GitHub:
    """Return GitHub's own reader of actions and workflows."""
    folder = ROOT / ".tools" / "actions"
    if not shutil.which("node") or not (folder / "installed").is_file():
        absent("no @actions/workflow-parser in .tools/actions, or no node: run make tools")
    return GitHub(folder)


@pytest.fixture(scope="session")
def zizmor() -> Path:
    """Return a judge of what actions and workflows let an attacker do."""
    return tool("zizmor", "zizmor")


@pytest.fixture(scope="session")
def shellcheck() -> Path:
    """Return a judge of shell scripts."""
    return tool("shellcheck", "shellcheck")


@pytest.fixture(scope="session")
def hadolint() -> Path:
    """Return a judge of Dockerfiles."""
    return tool("hadolint", "hadolint")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the project as a service checks it out, to a folder with an unpleasant name."""
    return copy_of_the_project(tmp_path_factory.mktemp("checkout") / "it's algo check")


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """Make a package to install in no time: its `algocheck` says no more than its version."""
    file = tmp_path / "it's a wheel" / "algocheck-9.9-py3-none-any.whl"
    file.parent.mkdir()
    about = "algocheck-9.9.dist-info"
    main = "def main():\n    print('algocheck 9.9')\n"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("algocheck/__init__.py", main)
        archive.writestr("algocheck/__main__.py", f"{main}\nmain()\n")
        metadata = "Metadata-Version: 2.1\nName: algocheck\nVersion: 9.9\n"
        archive.writestr(f"{about}/METADATA", metadata)
        tags = "Wheel-Version: 1.0\nGenerator: us\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr(f"{about}/WHEEL", tags)
        archive.writestr(
            f"{about}/entry_points.txt", "[console_scripts]\nalgocheck = algocheck:main\n"
        )
        archive.writestr(f"{about}/RECORD", "")
    return file


@pytest.fixture
def compliant(tmp_path: Path) -> Repository:
    """Make a repository in which nothing is open on 23 November 2026."""
    return repository(tmp_path / "it's compliant", {"algorithms/fees.yaml": COMPLIANT})


@pytest.fixture
def broken(tmp_path: Path) -> Repository:
    """Make a repository in which something is open on 23 November 2026."""
    files = {"algorithms/fees.yaml": COMPLIANT, "algorithms/chat bot.yaml": BROKEN}
    return repository(tmp_path / "broken", files)


@pytest.fixture
def empty(tmp_path: Path) -> Repository:
    """Make a repository without a manifest."""
    return repository(tmp_path / "empty", {"README.md": "# Nothing here\n"})
