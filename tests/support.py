"""Names that tests share with their fixtures, and what more than one of them needs."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn, Protocol

import pytest

ROOT = Path(__file__).parents[1]
IN_CI = bool(os.environ.get("CI"))

TODAY = "2026-11-23"
"""The day that tests check on, so that what they expect stays what it is."""
AT = ("--at", TODAY)
"""How the command is told so."""

# What an installed algocheck carries, told by that algocheck's own Python: a digest of
# every path and every byte of policies and examples that is not a test.
PRINT_DIGEST = """
import hashlib
from algocheck import resources
digest = hashlib.sha256()
for folder in resources.policies(), resources.examples(), resources.passes():
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        # What `make dist` adds to a clone is made of the rest, and no other copy has it.
        if not file.name.endswith(("_test.rego", ".wasm", ".wasm.json")):
            digest.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
print(digest.hexdigest())
"""

Golden = Callable[[str, Path], None]


class Algocheck(Protocol):
    """The command as a user runs it."""

    def __call__(
        self,
        *arguments: str | Path,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        stdin: str | bytes = b"",
    ) -> subprocess.CompletedProcess[str]:
        """Run it in *cwd* (the test's own empty folder unless told), *env* added to a quiet one."""
        ...


def clean_environment() -> dict[str, str]:
    """Return our environment without what would change a report: settings, language, terminal."""
    ours = ("ALGOCHECK_", "LC_", "LANG", "GIT_", "CLICOLOR", "FORCE_COLOR", "NO_COLOR", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    kept.pop("CI", None)
    return kept | {"LC_ALL": "C.UTF-8", "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}


def ran(
    command: str,
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: str | bytes = b"",
) -> subprocess.CompletedProcess[str]:
    """Run the command in a real process; warnings of any library are errors there too."""
    done = subprocess.run(
        [command, *map(str, arguments)],
        cwd=cwd,
        env=clean_environment() | {"PYTHONWARNINGS": "error"} | dict(env or {}),
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        timeout=600,  # what hangs fails here, by name, instead of holding up the run
        check=False,
    )
    stdout, stderr = (
        output.decode("utf-8").replace("\r\n", "\n") for output in (done.stdout, done.stderr)
    )
    return subprocess.CompletedProcess(done.args, done.returncode, stdout, stderr)


def on_a_terminal(
    arguments: Sequence[str], folder: Path, answers: Sequence[str]
) -> subprocess.CompletedProcess[str]:
    """Run a command in *folder* for a person at a terminal who gives *answers*, a line each."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminals")
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    done = subprocess.run(
        arguments,
        cwd=folder,
        env=clean_environment(),
        stdin=theirs,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    return done


def modules_of_a_check(file: str, folder: Path) -> set[str]:
    """Return the names of all modules that a check of *file* in *folder* has imported."""
    code = (
        f"import sys; from algocheck.cli.run import run; run(['check', {file!r}]);"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=clean_environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def copy_of_the_project(to: Path) -> Path:
    """Copy to *to* what a commit of everything would hold: uncommitted work, no ignored files."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    for name in sorted(set(listed.stdout.decode().split("\0"))):
        source = ROOT / name
        if name and source.is_file():  # a file that was deleted is still in the index
            target = to / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    return to


def absent(what: str) -> NoReturn:
    """Skip what *what* is needed for; in CI nothing may be missing."""
    if IN_CI:
        pytest.fail(what)
    pytest.skip(what)


def tool(name: str, program: str) -> Path:
    """Find a program of tools/tools.toml, which `make test` puts where we look."""
    folder = ROOT / ".tools" / name
    # From Go, from PyPI (two platforms), from npm.
    npm = [folder / "node_modules" / ".bin", *folder.glob("node_modules/@*/*")]
    places = [folder, folder / "bin", folder / "Scripts", *npm]
    found = shutil.which(program, path=os.pathsep.join(map(str, places)))
    if not found:
        absent(f"no {program} in .tools/{name}: run make tools")
    return Path(found)
