"""What the `opa` command does for a bundle besides answering: compile it, and try it once."""

import json
import re
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from algocheck.errors import EngineError, reason
from algocheck.policy.build import Files, unpack
from algocheck.policy.source import COMPILED
from algocheck.words.plain import on_one_line

SECONDS = 300.0
OLDEST = (1, 0)
"""Versions before this one read another Rego."""

_VERSION = re.compile(r"^Version: (\d+)\.(\d+)(\S*)$", re.MULTILINE)
_LONGEST_REASON = 500


class OpaCommand:
    """An `opa` on this machine."""

    def __init__(
        self, path: Path, environment: Mapping[str, str], *, seconds: float = SECONDS
    ) -> None:
        """Find out which OPA is at *path*; raises `EngineError` where none of use is.

        Variables named OPA_... would change what its commands do; they are left
        out of the *environment* that it is given. No command may take longer than
        *seconds*.
        """
        self._path = path
        self._environment = {
            name: value for name, value in environment.items() if not name.startswith("OPA_")
        }
        self._seconds = seconds
        self.version = self._version()

    def compile(self, files: Files, entrypoints: Sequence[str]) -> bytes:
        """Compile the bundle of *files* to Wasm that answers the documents *entrypoints*."""
        with tempfile.TemporaryDirectory() as folder:
            rego, made = Path(folder, "rego"), Path(folder, "compiled.tar.gz")
            for path, content in files.items():
                file = rego / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            asked = [f"--entrypoint={each}" for each in entrypoints]
            # From within the folder: its path would become part of what is made.
            self._run(
                *("build", "--bundle", ".", "--target=wasm", "--prune-unused", *asked),
                f"--output={made}",
                folder=rego,
            )
            return unpack(made.read_bytes())[COMPILED]

    def evaluate(self, archive: bytes, query: str, question: Any) -> Any:
        """Load the bundle *archive* and return the value of *query* with the input *question*."""
        with tempfile.TemporaryDirectory() as folder:
            bundle = Path(folder, "bundle.tar.gz")
            bundle.write_bytes(archive)
            said = self._run(
                *("eval", "--bundle", bundle.name, "--stdin-input", "--format=json"),
                *("--strict-builtin-errors", query),
                folder=bundle.parent,
                stdin=json.dumps(question).encode(),
            )
        try:
            return json.loads(said)["result"][0]["expressions"][0]["value"]
        except (ValueError, LookupError, TypeError):
            raise EngineError("build.opa-no-answer", opa=str(self._path), query=query) from None

    def _version(self) -> str:
        said = self._run("version")
        found = _VERSION.search(said)
        if not found:
            raise EngineError("build.no-opa-at-all", opa=str(self._path))
        version = f"{found[1]}.{found[2]}{found[3]}"
        if (int(found[1]), int(found[2])) < OLDEST:
            raise EngineError("build.opa-too-old", opa=str(self._path), version=version)
        return version

    def _run(self, *arguments: str, folder: Path | None = None, stdin: bytes = b"") -> str:
        opa = str(self._path)
        try:
            done = subprocess.run(  # noqa: S603 -- the one whom the user named
                [opa, *arguments],
                cwd=folder,
                env=self._environment,
                input=stdin,
                capture_output=True,
                timeout=self._seconds,
                check=False,
            )
        except OSError as error:
            raise EngineError("build.opa-unusable", opa=opa, reason=reason(error)) from None
        except subprocess.TimeoutExpired:
            n = round(self._seconds) or 1
            raise EngineError("build.opa-too-slow", opa=opa, task=arguments[0], n=n) from None
        if done.returncode != 0:
            said = _words(done.stderr) or _words(done.stdout) or f"exit {done.returncode}"
            raise EngineError("build.opa-refuses", opa=opa, task=arguments[0], reason=said)
        return done.stdout.decode("utf-8", "replace")


def _words(output: bytes) -> str:
    """Return what OPA said, on one line; it may quote policies, which may hold anything."""
    return on_one_line(output.decode("utf-8", "replace"), _LONGEST_REASON)
