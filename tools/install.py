"""Put the programs of tools.toml into .tools/NAME/.

What is written in Go is taken from PATH where the version fits, and else built; the
rest comes from npm or PyPI.

    python tools/install.py [--to FOLDER] [NAME]...

Exit 0 when all of them are there, 1 when one cannot be had: what to install is said.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

from packages import Package

ROOT = Path(__file__).parents[1]
PINNED = Path(__file__).with_name("tools.toml")
BUILDING = 1800
"""Seconds; a build takes some three minutes on two processors."""


class Tool(NamedTuple):
    """A program in the one version that is tested with."""

    name: str  # opa-wasm: two builds of one program need two names
    module: str  # of Go, where its source is
    version: str
    tags: str = ""  # of the build
    link: str = ""  # more for Go's linker
    says: str = ""  # what it says of itself, besides its version

    @property
    def program(self) -> str:
        """What it is called where it is installed."""
        return self.module.rpartition("/")[2]

    def is_at(self, path: str | Path) -> bool:
        """Whether the file at *path* is this program, in this version."""
        asked = "--version" if self.program == "conftest" else "version"
        try:
            done = subprocess.run(
                [path, asked], capture_output=True, text=True, timeout=60, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        version = rf"^(?:Version|Conftest): v?{re.escape(self.version)}$"
        return (
            re.search(version, done.stdout, re.MULTILINE) is not None and self.says in done.stdout
        )


def main() -> int:
    """Install what was asked for and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--to", type=Path, default=ROOT / ".tools", metavar="FOLDER")
    parser.add_argument("names", nargs="*", metavar="NAME", help="all of them when left out")
    asked = parser.parse_args()
    tools = pinned()
    unknown = [name for name in asked.names if name not in tools]
    if unknown:
        parser.error(f"{unknown[0]} is not in {PINNED.name}; choose from {', '.join(tools)}")
    missing = [
        problem for name in asked.names or tools if (problem := install(tools[name], asked.to))
    ]
    for problem in missing:
        print(problem, file=sys.stderr)
    return 1 if missing else 0


def pinned() -> dict[str, Tool | Package]:
    """Read tools.toml: the tools by name."""
    rows = tomllib.loads(PINNED.read_text(encoding="utf-8"))
    return {
        name: (Tool if "module" in row else Package)(name=name, **row) for name, row in rows.items()
    }


def install(tool: Tool | Package, to: Path) -> str:
    """Put *tool* into its folder below *to*; return why that cannot be, or nothing."""
    if isinstance(tool, Package):
        return tool.install(to)
    suffix = ".exe" if sys.platform == "win32" else ""
    target = to / tool.name / f"{tool.program}{suffix}"
    if tool.is_at(target):
        return ""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    found = shutil.which(tool.program)
    if found and tool.is_at(found):
        print(f"{tool.name} {tool.version}: {found}")
        return _take(Path(found).resolve(), target)
    go = shutil.which("go")
    if not go:
        return _advice(tool, found)
    print(f"{tool.name} {tool.version}: building it with Go, which takes minutes", flush=True)
    return _build(tool, go, target)


def _take(found: Path, target: Path) -> str:
    try:
        target.symlink_to(found)
    except OSError:  # Windows lets few people make links
        shutil.copy2(found, target)
    return ""


def _advice(tool: Tool, found: str | None) -> str:
    wanted = f"{tool.program} {tool.version}"
    built = f" built with -tags {tool.tags}" if tool.tags else ""
    instead = f" ({found} is another)" if found else ""
    return (
        f"{wanted}{built} is not on PATH{instead}, and there is no Go to build it with: "
        f"install Go (https://go.dev/dl), or {wanted} itself, then run `make tools`"
    )


def _build(tool: Tool, go: str, target: Path) -> str:
    # Without its tables of symbols a program is a third smaller, and linked sooner.
    flags = [f"-ldflags=-s -w {tool.link.format(version=tool.version)}", f"-tags={tool.tags}"]
    command = [go, "install", *flags, f"{tool.module}@v{tool.version}"]
    environment = os.environ | {"GOBIN": str(target.parent.resolve())}
    try:
        done = subprocess.run(
            command,
            env=environment,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=BUILDING,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"{tool.name}: not built within {BUILDING // 60} minutes: `{' '.join(command)}`"
    if done.returncode != 0:
        return f"{tool.name}: Go could not build it: `{' '.join(command)}`:\n{done.stderr.rstrip()}"
    if not tool.is_at(target):
        return f"{tool.name}: what Go built is not what {PINNED.name} asks for: {target}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
