"""Measure algocheck beside its peers, as whole processes, in turn, in one run.

Only ratios carry over to another machine. check-jsonschema judges the schema
alone; conftest evaluates the very same policies; algocheck does both, finds every
place and writes a report. The manifests come from real register records beside
the project, see ../shared/data/SOURCES.md.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SCRIPTS = Path(sysconfig.get_path("scripts"))
RECORDS = ROOT.parent / "shared/data/register-records"
POLICIES = ROOT / "policies"
CONFTEST = ROOT / ".tools/conftest/conftest"
OPA = ROOT / ".tools/opa/opa"
TODAY = "2026-11-23"
# What pip installs is compiled then; a clone compiles itself in its first run, which does not
# count, unless the environment forbids to keep that: each run would begin with it again.
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}

Command = Sequence[str | Path]


class Run(NamedTuple):
    """One run of one command."""

    seconds: float
    mebibytes: float  # the largest single process


def main() -> None:
    """Print a table for each number of manifests."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--manifests", type=int, nargs="*", default=[1, 100, 1000])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        schema = folder / "schema.json"
        schema.write_text(_output([SCRIPTS / "algocheck", "schema"]), encoding="utf-8")
        manifests = _manifests(folder / "manifests")
        _scale()
        for number in options.manifests:
            chosen = manifests[:number]
            runs = options.runs if number > 1 else max(options.runs, 11)
            _compare(f"{len(chosen)} manifests", _commands(chosen, schema), runs, folder)


def _commands(manifests: Sequence[Path], schema: Path) -> Mapping[str, Command]:
    check = [SCRIPTS / "algocheck", "check", *manifests, "--at", TODAY]
    commands: dict[str, Command] = {"algocheck": check}
    if (POLICIES / "policy.wasm").is_file():
        commands["algocheck, from source"] = [*check, "--engine", "regorus"]
        commands["algocheck, compiled"] = [*check, "--engine", "wasm"]
    commands["check-jsonschema"] = [
        SCRIPTS / "check-jsonschema",
        "--schemafile",
        schema,
        *manifests,
    ]
    conftest = shutil.which("conftest") or (CONFTEST if CONFTEST.is_file() else None)
    if conftest:
        where = ["-p", POLICIES, "-d", POLICIES, "-n", "algocheck.main"]
        commands["conftest"] = [conftest, "test", *where, *manifests]
    opa = shutil.which("opa") or (OPA if OPA.is_file() else None)
    if opa:
        ask = ["exec", "--decision", "algocheck/main/report", "-b", POLICIES]
        commands["opa exec"] = [opa, *ask, *manifests]
    return commands


def _manifests(folder: Path) -> list[Path]:
    records = [RECORDS / "init_testdata.parsed.json", RECORDS / "index-2026.json"]
    _output([SCRIPTS / "algocheck", "register", "import", *records, "--to", folder])
    return sorted(folder.rglob("*.yaml"))


def _compare(name: str, commands: Mapping[str, Command], runs: int, cwd: Path) -> None:
    """Run the commands in turn, so that a slow moment of the machine is everyone's."""
    turns = [
        {who: _run(command, cwd) for who, command in commands.items()} for _ in range(runs + 1)
    ][1:]
    print(f"\n{name:<26}{'seconds':>9}{'MiB':>7}   ratio to check-jsonschema")
    for who in commands:
        seconds = statistics.median(turn[who].seconds for turn in turns)
        memory = max(turn[who].mebibytes for turn in turns)
        ratio = statistics.median(
            turn[who].seconds / turn["check-jsonschema"].seconds for turn in turns
        )
        print(f"{who:<26}{seconds:>9.3f}{memory:>7.0f}   {ratio:.2f}")


def _scale() -> None:
    """Say what nobody can do without: Python itself, and the libraries of a small check."""
    for code in ("pass", "import click, yaml, regorus"):
        runs = [_run([sys.executable, "-c", code], ROOT) for _ in range(9)]
        seconds = statistics.median(run.seconds for run in runs)
        print(f"{f'python -c {code!r}':<45}{seconds:>7.3f} s")


def _run(command: Command, cwd: Path) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, command)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=cwd,
        env=ENVIRONMENT,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} gave no verdict: exit {process.returncode}")
    return Run(seconds, usage.ru_maxrss / 1024)


def _output(command: Command) -> str:
    return subprocess.run(
        list(map(str, command)), capture_output=True, check=True, text=True
    ).stdout


if __name__ == "__main__":
    main()
