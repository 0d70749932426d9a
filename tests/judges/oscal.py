"""OSCAL, as compliance-trestle and as NIST's own models accept it."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from support import clean_environment

# NIST's models of every version, with the words and numbers that its schemas leave free.
JUDGE = """
import sys
from oscal import OSCAL
for file in sys.argv[1:]:
    content = OSCAL.load(file)
    if content is None or not content.is_valid:
        print(file, getattr(content, "validation_errors", "not loaded"))
"""


def refused_by_nist(python: Path, *files: Path) -> str:
    """Return what NIST's models have against *files*; *python* has them."""
    done = subprocess.run(
        [python, "-W", "ignore", "-c", JUDGE, *files],
        cwd=python.parents[1],  # where it keeps what it knows of NIST's documents, large as that is
        capture_output=True,
        encoding="utf-8",
        env=clean_environment(),
        check=True,
    )
    return done.stdout


def validated(trestle: Path, workspace: Path, files: Sequence[Path]) -> str:
    """Have trestle import the first of *files* in *workspace*, and validate all; what it said."""

    def run(*arguments: str | Path) -> str:
        done = subprocess.run(
            [trestle, *arguments],
            cwd=workspace,
            env=clean_environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    run("init")
    first, *others = files
    run("import", "-f", first, "-o", first.stem)
    for file in others:
        place = workspace / "assessment-results" / file.stem / "assessment-results.json"
        place.parent.mkdir()
        shutil.copy2(file, place)
    return run("validate", "-t", "assessment-results")
