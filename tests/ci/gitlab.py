"""The jobs of a GitLab pipeline, with what they extend, and their scripts run for real."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from support import ROOT, clean_environment

TEMPLATE: dict[str, Any] = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))


def job(name: str, jobs: Mapping[str, Any] = TEMPLATE) -> dict[str, Any]:
    """Return the job *name* with what it extends."""
    own = dict(jobs[name])
    extended = own.pop("extends", None)
    return merged(job(extended, jobs), own) if extended else own


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one configuration over another: mappings are merged, all else is replaced."""
    both = dict(below)
    for key, value in above.items():
        old = both.get(key)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            both[key] = merged(old, value)
        else:
            both[key] = value
    return both


def run(
    of: Mapping[str, Any], folder: Path, *, sh: str = "bash", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the scripts of a job in one shell that stops at the first error, as GitLab's runner does.

    What the variables refer to is not filled in: there are no such variables here.
    """
    lines = [*of.get("before_script", ()), *of["script"]]
    script = "\n".join(["set -e", *lines, ""])
    return subprocess.run(
        [sh, "-s"],
        cwd=folder,
        env=clean_environment() | {"CI": "true", "GITLAB_CI": "true"} | variables,
        input=script,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
