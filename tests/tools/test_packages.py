"""`make tools`: what comes from npm or PyPI is put into a folder of its own, in one version."""

import importlib.util
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from support import ROOT

ROWS = tomllib.loads((ROOT / "tools" / "tools.toml").read_text(encoding="utf-8"))
PINNED = {name: row for name, row in ROWS.items() if "module" not in row}

needs_scripts = pytest.mark.skipif(
    sys.platform == "win32", reason="shell scripts stand for programs"
)


def package(name: str = "judge", version: str = "1.2.3", **row: str) -> Any:
    """Make a `Package` of tools/packages.py, which is no part of algocheck."""
    spec = importlib.util.spec_from_file_location("packages", ROOT / "tools" / "packages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Package(name=name, version=version, **row)


def npm(folder: Path, *lines: str) -> None:
    """Write a script that stands for npm."""
    folder.mkdir(exist_ok=True)
    script = folder / "npm"
    script.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
    script.chmod(0o755)


def wheel(folder: Path, version: str) -> None:
    """Build a package with one program, which says its version."""
    folder.mkdir(exist_ok=True)
    about = f"judge-{version}.dist-info"
    with zipfile.ZipFile(folder / f"judge-{version}-py3-none-any.whl", "w") as archive:
        archive.writestr("judge.py", f"def main():\n    print('judge {version}')\n")
        metadata = f"Metadata-Version: 2.1\nName: judge\nVersion: {version}\n"
        archive.writestr(f"{about}/METADATA", metadata)
        tags = "Wheel-Version: 1.0\nGenerator: us\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr(f"{about}/WHEEL", tags)
        archive.writestr(f"{about}/entry_points.txt", "[console_scripts]\njudge = judge:main\n")
        archive.writestr(f"{about}/RECORD", "")


@needs_scripts
def test_npm_is_asked_for_exactly_what_is_pinned_and_only_once(tmp_path, monkeypatch, capsys):
    asked = tmp_path / "asked"
    npm(tmp_path / "path", f'for each in "$@"; do echo "$each"; done >> "{asked}"')
    monkeypatch.setenv("PATH", f"{tmp_path / 'path'}{os.pathsep}{os.environ['PATH']}")
    judge = package(npm="@them/judge-{platform}")

    assert judge.install(tmp_path / "tools") == ""
    assert judge.install(tmp_path / "tools") == ""

    said = asked.read_text(encoding="utf-8").splitlines()
    assert (said[0], said[-1]) == ("install", f"@them/judge-{sys.platform}@1.2.3")
    assert said[-3:-1] == ["--prefix", str(tmp_path / "tools" / "judge")]
    assert said.count("install") == 1
    assert capsys.readouterr().out.count("installing") == 1


@needs_scripts
def test_another_version_takes_the_place_of_what_was_there(tmp_path, monkeypatch):
    npm(tmp_path / "path", "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path / 'path'}{os.pathsep}{os.environ['PATH']}")
    package(npm="judge").install(tmp_path)
    (tmp_path / "judge" / "left-behind").touch()

    package(npm="judge", version="1.2.4").install(tmp_path)

    assert [each.name for each in (tmp_path / "judge").iterdir()] == ["installed"]


def test_without_npm_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    problem = package(npm="judge").install(tmp_path / "tools")

    assert problem == (
        "judge: judge@1.2.3 comes from npm, which is not on PATH: "
        "install Node.js (https://nodejs.org), then run `make tools`"
    )
    assert not (tmp_path / "tools" / "judge" / "installed").exists()


@needs_scripts
def test_an_installation_that_fails_is_told_and_done_over(tmp_path, monkeypatch):
    npm(tmp_path / "path", "echo no such version >&2", "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'path'}{os.pathsep}{os.environ['PATH']}")

    first = package(npm="judge").install(tmp_path)
    npm(tmp_path / "path", "exit 0")

    assert first.startswith("judge: could not be installed: `")
    assert first.endswith("\nno such version")
    assert package(npm="judge").install(tmp_path) == ""


def test_a_package_of_pypi_has_a_python_of_its_own(tmp_path, monkeypatch):
    wheel(tmp_path / "wheels", "1.2.3")
    wheel(tmp_path / "wheels", "1.2.4")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheels"))

    assert package(pypi="judge").install(tmp_path) == ""

    programs = "Scripts" if sys.platform == "win32" else "bin"
    said = subprocess.run(
        [tmp_path / "judge" / programs / "judge"], capture_output=True, text=True, check=True
    )
    assert said.stdout == "judge 1.2.3\n"
    assert "could not be installed" in package(pypi="judge", version="9").install(tmp_path)


@pytest.mark.parametrize("name", PINNED)
def test_what_is_pinned_comes_from_one_place_in_one_version(name):
    pinned = package(name, **PINNED[name])

    assert bool(pinned.npm) != bool(pinned.pypi)
    assert pinned.wanted.endswith(PINNED[name]["version"])


def test_what_is_installed_is_what_is_pinned(sarif_multitool):
    said = subprocess.run(
        [sarif_multitool, "version"],
        env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert f"SARIF Multitool {PINNED['sarif-multitool']['version']}+" in said.stderr + said.stdout
