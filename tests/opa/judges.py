"""OPA and conftest as their users run them, on the bundle that is published; shared by tests."""

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from algocheck.manifest.discover import Source
from algocheck.manifest.load import load
from support import ROOT, clean_environment

EXAMPLES = sorted((ROOT / "manifests" / "examples").glob("*.yaml"))
COMPLIANT = ROOT / "manifests" / "examples" / "parking-permits.yaml"
NOT_COMPLIANT = ROOT / "manifests" / "examples" / "chatbot.yaml"
HOUSE = ROOT / "tests" / "golden" / "house-rules"
HOUSE_RULE = "algocheck/rules/records/no-department/no-department.rego"
REPORT = "data.algocheck.main.report"

Build = Callable[..., subprocess.CompletedProcess[str]]


def run(*command: str | Path, cwd: Path | None = None, stdin: str = "") -> tuple[int, str]:
    """Run *command*; return its exit code and all that it said."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=clean_environment(),
        input=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    return done.returncode, done.stdout


def ask(opa: Path, bundle: Path, query: str = REPORT, *, manifest: Path) -> Any:
    """Return what `opa eval -b BUNDLE -i MANIFEST QUERY` answers."""
    code, said = run(opa, "eval", "-b", bundle, "-i", manifest, query)
    assert code == 0, said
    return json.loads(said)["result"][0]["expressions"][0]["value"]


def conftest(
    binary: Path, folder: Path, *manifests: Path, options: Sequence[str] = ()
) -> tuple[int, list[Any]]:
    """Return the exit code and the results of `conftest test -p DIR -d DIR -n algocheck.main`."""
    loaded: tuple[str | Path, ...] = ("-p", folder, "-d", folder, "-n", "algocheck.main")
    code, said = run(binary, "test", *loaded, *options, "--output", "json", *manifests)
    return code, json.loads(said)


def messages(results: list[Any], kind: str) -> set[str]:
    """Return the messages of *kind* (failures, warnings) in *results* of conftest."""
    return {each["msg"] for result in results for each in result.get(kind, [])}


def document(manifest: Path) -> Any:
    """Return what algocheck reads in *manifest*."""
    return load(Source(manifest.name, manifest, named=True, content=None)).documents[0].value
