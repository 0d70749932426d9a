"""Ask git, also in a hostile repository: it runs nothing, fetches nothing, and answers in time."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from algocheck.errors import UsageError, reason
from algocheck.words.plain import on_one_line

SECONDS = 60.0
"""How long git may take for one answer."""

_KEPT = re.compile(r"(?!GIT_)|GIT_CONFIG|GIT_CEILING_DIRECTORIES$|GIT_EXEC_PATH$")
"""Variables that git is given. The others named GIT_ point it at another repository than the one we
are in, as they do in a hook, or make it do more than answer.
"""

_QUIET = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch what it lacks, by any program
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",  # history as everybody has it
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
    "LANGUAGE": "",
}
_LONGEST_REASON = 300


class Answer(NamedTuple):
    """What git answered."""

    yes: bool  # exit 0
    said: bytes
    complaint: str  # standard error, on one line


class Git:
    """The git of this machine, in one folder.

    Only commands that read commits, trees and blobs are put to it: those look neither
    at the index nor at a working tree, and so run no filter, monitor, hook or diff
    program that a repository may name.
    """

    def __init__(
        self, folder: Path, environment: Mapping[str, str], *, seconds: float = SECONDS
    ) -> None:
        """Find git on the PATH of *environment*; raises `UsageError` where it is not."""
        program = _find(environment.get("PATH", ""))
        if program is None:
            raise UsageError("since.no-git")
        self._program = program
        self._folder = folder
        self._environment = {
            name: value for name, value in environment.items() if _KEPT.match(name)
        } | _QUIET
        self._seconds = seconds

    def ask(self, *arguments: str, stdin: bytes = b"") -> Answer:
        """Ask one thing; raises `UsageError` where git cannot be run or takes too long."""
        try:
            done = subprocess.run(  # noqa: S603 -- found on the PATH, arguments as a list
                [self._program, *arguments],
                cwd=self._folder,
                env=self._environment,
                input=stdin,
                capture_output=True,
                timeout=self._seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UsageError("since.too-slow", n=round(self._seconds) or 1) from None
        except OSError as error:
            raise UsageError("since.git-failed", reason=reason(error)) from None
        return Answer(done.returncode == 0, done.stdout, _on_one_line(done.stderr))

    def tell(self, *arguments: str) -> bytes:
        """Ask for what has to be there; raises `UsageError` with git's reason where it is not."""
        answer = self.ask(*arguments)
        if not answer.yes:
            raise UsageError("since.git-failed", reason=answer.complaint)
        return answer.said

    def contents(self, objects: Iterable[str]) -> dict[str, bytes]:
        """Return the contents of blobs by id, without those that a partial clone lacks."""
        asked = dict.fromkeys(objects)
        if not asked:
            return {}
        answer = self.ask("cat-file", "--batch", stdin="\n".join(asked).encode() + b"\n")
        said = answer.said if answer.yes else b""
        found = {}
        at = 0
        while at < len(said):
            end = said.index(b"\n", at)
            name, kind, *size = said[at:end].decode("ascii", "replace").split(" ")
            at = end + 1
            if kind == "blob":
                found[name] = said[at : at + int(size[0])]
            if size:
                at += int(size[0]) + 1
        return found


def _find(path: str) -> str | None:
    # Not by name alone: Windows then looks in the current folder first, and shells on other
    # systems do where PATH has an entry that is no full path. That folder is what is checked.
    name = "git.exe" if os.name == "nt" else "git"
    folders = filter(os.path.isabs, path.split(os.pathsep))
    return next(filter(None, (shutil.which(Path(folder, name)) for folder in folders)), None)


def _on_one_line(output: bytes) -> str:
    """Return what git said; it may quote a repository, which may hold anything."""
    return on_one_line(output.decode("utf-8", "replace"), _LONGEST_REASON)
