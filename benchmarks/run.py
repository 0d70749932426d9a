"""Measure algocheck beside check-jsonschema, as whole processes, in turn, in one run.

Only ratios carry over to another machine. `check-jsonschema` judges the schema
alone; algocheck also finds every place and evaluates every rule. The manifests
come from real register records beside the project, see ../shared/data/SOURCES.md.
"""

import argparse
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPTS = Path(sysconfig.get_path("scripts"))
RECORDS = ROOT.parent / "shared/data/register-records"
TODAY = "2026-11-23"


def main() -> None:
    """Print the tables; `--manifests` and `--runs` make it longer or shorter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--manifests", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        schema = Path(folder) / "schema.json"
        schema.write_text(_output([_script("algocheck"), "schema"]), encoding="utf-8")
        example = ROOT / "manifests/examples/fees-rules-engine.yaml"
        print(f"{'':34}{'algocheck':>12}{'check-jsonschema':>18}{'ratio':>8}")
        _compare("one manifest, cold", [example], schema, max(options.runs, 9))
        manifests = _manifests(Path(folder) / "manifests", options.manifests)
        _compare(f"{len(manifests)} manifests", manifests, schema, options.runs)
        _scale()


def _manifests(folder: Path, number: int) -> list[Path]:
    records = [RECORDS / "init_testdata.parsed.json", RECORDS / "index-2026.json"]
    _output([_script("algocheck"), "register", "import", *records, "--to", folder])
    return sorted(folder.rglob("*.yaml"))[:number]


def _compare(name: str, manifests: Sequence[Path], schema: Path, runs: int) -> None:
    ours = [_script("algocheck"), "check", *manifests, "--at", TODAY]
    theirs = [_script("check-jsonschema"), "--schemafile", schema, *manifests]
    pairs = [(_seconds(ours), _seconds(theirs)) for _ in range(runs + 1)][1:]
    ratio = statistics.median(one / other for one, other in pairs)
    columns = [statistics.median(times) for times in zip(*pairs, strict=True)]
    print(f"{name:34}{columns[0]:>11.3f}s{columns[1]:>17.3f}s{ratio:>8.2f}")


def _scale() -> None:
    """Say what nobody can do without: Python itself, and the libraries of a small check."""
    for code in ("pass", "import click, yaml, regorus"):
        times = [_seconds([sys.executable, "-c", code]) for _ in range(9)]
        print(f"{f'python -c {code!r}':44}{statistics.median(times):>9.3f}s")


def _script(name: str) -> Path:
    return SCRIPTS / name


def _seconds(command: Sequence[str | Path]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{command[0]} gave no verdict: exit {done.returncode}")
    return time.perf_counter() - start


def _output(command: Sequence[str | Path]) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


if __name__ == "__main__":
    main()
