"""What the stories of pipelines share: the command on a day that never changes."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from repositories import GIT
from support import TODAY, Algocheck

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(algocheck: Algocheck) -> Run:
    """Run `algocheck` in a folder, on 23 November 2026 unless told otherwise."""
    env = {name: value for name, value in GIT.items() if name.startswith("GIT_")}

    def on_a_day(
        folder: Path, *arguments: str | Path, at: str | None = TODAY
    ) -> subprocess.CompletedProcess[str]:
        day = ("--at", at) if at else ()
        return algocheck(*arguments, *day, cwd=folder, env=env)

    return on_a_day
