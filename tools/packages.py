"""Programs from npm and PyPI, each in a folder of its own, so that none meets what ours needs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

INSTALLING = 900
"""Seconds; the largest takes a quarter of a minute."""


class Package(NamedTuple):
    """A package in the one version that is tested with; what it needs is as its makers say."""

    name: str  # of the folder below .tools
    version: str
    npm: str = ""  # its name there; {platform} is linux, darwin or win32
    pypi: str = ""

    @property
    def wanted(self) -> str:
        """What the registry is asked for."""
        if self.pypi:
            return f"{self.pypi}=={self.version}"
        return f"{self.npm.format(platform=sys.platform)}@{self.version}"

    def install(self, to: Path) -> str:
        """Put it into its folder below *to*; return why that cannot be, or nothing."""
        folder = to / self.name
        # Written last, so that half an installation is done over.
        done = folder / "installed"
        if done.is_file() and done.read_text(encoding="utf-8") == self.wanted:
            return ""
        shutil.rmtree(folder, ignore_errors=True)
        print(f"{self.name}: installing {self.wanted}", flush=True)
        problem = self._from_pypi(folder) if self.pypi else self._from_npm(folder)
        if not problem:
            done.write_text(self.wanted, encoding="utf-8")
        return problem

    def _from_npm(self, folder: Path) -> str:
        npm = shutil.which("npm")
        if not npm:
            return (
                f"{self.name}: {self.wanted} comes from npm, which is not on PATH: "
                "install Node.js (https://nodejs.org), then run `make tools`"
            )
        folder.mkdir(parents=True)
        quiet = ["--silent", "--no-fund", "--no-audit"]
        return self._run([npm, "install", *quiet, "--prefix", str(folder.resolve()), self.wanted])

    def _from_pypi(self, folder: Path) -> str:
        python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        return self._run([sys.executable, "-m", "venv", str(folder)]) or self._run(
            [*pip, self.wanted]
        )

    def _run(self, command: list[str]) -> str:
        try:
            done = subprocess.run(
                command,
                env=os.environ | {"PYTHONWARNINGS": "ignore"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=INSTALLING,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return (
                f"{self.name}: not there within {INSTALLING // 60} minutes: `{' '.join(command)}`"
            )
        if done.returncode != 0:
            said = (done.stderr or done.stdout).rstrip()
            return f"{self.name}: could not be installed: `{' '.join(command)}`:\n{said}"
        return ""
