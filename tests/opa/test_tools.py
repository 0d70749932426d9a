"""`make tools`: OPA and conftest in the versions that are pinned, from PATH or built with Go."""

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from support import ROOT, clean_environment

PINNED = tomllib.loads((ROOT / "tools" / "tools.toml").read_text(encoding="utf-8"))
IN_GO = [name for name, row in PINNED.items() if "module" in row]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand for programs")


def install(
    to: Path, *names: str, path: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run tools/install.py where *path* is all of PATH."""
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "install.py", "--to", to, *names],
        env=clean_environment() | {"PATH": str(path)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def script(file: Path, *lines: str) -> Path:
    """Write an executable that stands for a program."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a folder that is all of PATH."""
    folder = tmp_path / "path"
    folder.mkdir()
    return folder


def test_a_program_on_path_is_taken_where_its_version_fits(opa: Path, path: Path, tmp_path: Path):
    (path / "opa").symlink_to(opa)

    done = install(tmp_path / "tools", "opa", path=path)

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "tools/opa/opa").samefile(opa)


def test_what_is_there_already_is_left_alone(opa: Path, path: Path, tmp_path: Path):
    (tmp_path / "tools/opa").mkdir(parents=True)
    (tmp_path / "tools/opa/opa").symlink_to(opa)

    done = install(tmp_path / "tools", "opa", path=path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", IN_GO)
def test_without_go_it_says_what_to_install(path: Path, tmp_path: Path, name: str):
    done = install(tmp_path / "tools", name, path=path)

    program = "conftest" if name == "conftest" else "opa"
    assert done.returncode == 1
    assert f"{program} {PINNED[name]['version']}" in done.stderr
    assert "install Go (https://go.dev/dl)" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_everything_that_is_missing_is_said_at_once(path: Path, tmp_path: Path):
    # What comes from PyPI is left out: Python is always there.
    names = [*IN_GO, *(name for name, row in PINNED.items() if "npm" in row)]
    done = install(tmp_path / "tools", *names, path=path)

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == len(names) > len(IN_GO) == 3


@pytest.mark.parametrize(
    "lines",
    [["echo 'Version: 1.22.21'"], ["echo 'Version: 0.1.0'"], ["exit 1"], ["echo OPA"]],
    ids=["longer", "other", "broken", "silent"],
)
def test_another_version_on_path_is_not_taken(path: Path, tmp_path: Path, lines: list[str]):
    found = script(path / "opa", *lines)

    done = install(tmp_path / "tools", "opa", path=path)

    assert done.returncode == 1
    assert f"({found} is another)" in done.stderr


def test_an_opa_without_wasm_does_not_stand_for_one_with_it(opa: Path, path: Path, tmp_path: Path):
    (path / "opa").symlink_to(opa)

    done = install(tmp_path / "tools", "opa-wasm", path=path)

    assert done.returncode == 1
    assert "built with -tags opa_wasm" in done.stderr


def test_go_is_asked_for_exactly_what_is_pinned(opa_wasm: Path, path: Path, tmp_path: Path):
    # A real build takes minutes, and has been done where these tests run.
    asked = tmp_path / "asked"
    copy = f'/bin/cp "{opa_wasm}" "$GOBIN/opa"'
    script(path / "go", f'for each in "$@"; do echo "$each"; done > "{asked}"', copy)

    done = install(tmp_path / "tools", "opa-wasm", path=path)

    assert (done.returncode, done.stderr) == (0, "")
    row = PINNED["opa-wasm"]
    command, *flags, module = asked.read_text(encoding="utf-8").splitlines()
    assert (command, module) == ("install", f"{row['module']}@v{row['version']}")
    assert "-tags=opa_wasm" in flags


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["echo no such module >&2", "exit 1"], "Go could not build it: `"),
        ([": > $GOBIN/opa"], "what Go built is not what tools.toml asks for"),
    ],
    ids=["fails", "builds another"],
)
def test_a_build_that_does_not_give_what_is_pinned_is_told(
    path: Path, tmp_path: Path, lines: list[str], sentence: str
):
    script(path / "go", *lines)

    done = install(tmp_path / "tools", "opa", path=path)

    assert done.returncode == 1
    assert sentence in done.stderr


def test_a_tool_that_nobody_pinned_is_refused(path: Path, tmp_path: Path):
    done = install(tmp_path / "tools", "regal", path=path)

    assert done.returncode == 2
    assert "choose from opa, opa-wasm, conftest" in done.stderr


def test_what_is_installed_is_what_is_pinned(opa: Path, opa_wasm: Path, conftest_binary: Path):
    def says(*command: str | Path) -> str:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert "WebAssembly: unavailable" in says(opa, "version")
    assert "WebAssembly: available" in says(opa_wasm, "version")
    for program in (opa, opa_wasm):
        assert f"Version: {PINNED['opa']['version']}\n" in says(program, "version")
    assert f"Conftest: {PINNED['conftest']['version']}\n" in says(conftest_binary, "--version")


def test_each_version_is_written_in_one_place():
    listed = subprocess.run(
        shlex.split("git ls-files --cached --others --exclude-standard -- Makefile .ci tools src"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    versions = "|".join(re.escape(row["version"]) for row in PINNED.values())
    holders = {
        name
        for name in listed
        if (file := ROOT / name).is_file()
        and re.search(rf"(?<![0-9.])({versions})(?![0-9])", file.read_text("utf-8", "replace"))
    }

    assert holders == {"tools/tools.toml"}
