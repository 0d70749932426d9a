"""Real git repositories for tests, with a history that a test writes in a few words."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from algocheck.changed.history import then
from algocheck.changed.narrow import narrow
from algocheck.changed.then import Then
from algocheck.manifest.discover import discover
from support import clean_environment

_NOBODY = {"NAME": "nobody", "EMAIL": "nobody@example.org"}
GIT = clean_environment() | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": x for who in ("AUTHOR", "COMMITTER") for what, x in _NOBODY.items()},
}
"""An environment in which git does the same on every machine."""


def manifest(name: str = "Permits", *lines: str) -> str:
    """Write a small manifest, *lines* of YAML added to it."""
    frame = f"manifest_version: 1\nkind: deployment\nalgorithm:\n  name: {name}\n"
    return frame + "".join(f"{line}\n" for line in lines)


def referring(to: str, name: str = "Permits") -> str:
    """Write a manifest that refers to its supplier's at *to*."""
    return manifest(name, "supplier:", f"  manifest_ref: {to}#{'0' * 64}")


@dataclass(frozen=True)
class Repository:
    """A git repository, and what a test does in it."""

    folder: Path

    def git(self, *arguments: str, **variables: str) -> str:
        """Run git; what it said on standard output, and an error where it fails."""
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments],
            cwd=self.folder,
            env=GIT | variables,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, files: Mapping[str, str]) -> None:
        """Write files, by their names from the folder."""
        for name, text in files.items():
            file = self.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())

    def commit(self, files: Mapping[str, str] | None = None) -> str:
        """Write *files*, commit all that there is, and return the commit's id."""
        self.write(files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "work")
        return self.git("rev-parse", "HEAD")


def repository(folder: Path, files: Mapping[str, str] | None = None) -> Repository:
    """Make a repository with branch main; *files*, if any, are its first commit."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch=main")
    if files:
        made.commit(files)
    return made


def earlier(repo: Repository, ref: str = "main", folder: str = ".") -> Then:
    """Return what stood where the branch parted from *ref*, seen from *folder*."""
    return then(ref, root=(repo.folder / folder).resolve(), environment=GIT)


def left_to_check(
    repo: Repository, *paths: str, ref: str = "main", folder: str = ".", skip_others: bool = False
) -> list[str]:
    """Return which files a check since *ref* still looks at, by their names as users see them."""
    root = (repo.folder / folder).resolve()
    sources = list(discover(paths or (".",), root=root))
    narrowed = narrow(sources, earlier(repo, ref, folder), skip_others=skip_others)
    assert narrowed.since == ref
    return [source.file for source in narrowed.sources]
