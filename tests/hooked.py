"""Real git repositories that use the hooks of a real clone, through the real pre-commit."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml

from repositories import GIT, Repository
from support import copy_of_the_project


@dataclass(frozen=True)
class Hooked(Repository):
    """A git repository of somebody who uses the hooks."""

    home: Path  # where pre-commit keeps what it installs

    def try_to_commit(self, message: str = "work") -> subprocess.CompletedProcess[str]:
        """Commit all that there is; a hook may refuse."""
        self.git("add", "--all")
        return self.run("git", "commit", "--message", message)

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run pre-commit."""
        return self.run(sys.executable, "-m", "pre_commit", *arguments)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run *command*, with all that it says on standard output."""
        return subprocess.run(
            command,
            cwd=self.folder,
            env=GIT | {"PRE_COMMIT_HOME": str(self.home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,  # git passes on to stderr what a hook says
            text=True,
            encoding="utf-8",
            check=False,
        )

    @property
    def commits(self) -> int:
        """How many commits there are."""
        return len(self.git("rev-list", "--all").split())


NewRepository: TypeAlias = Callable[..., Hooked]


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Hooked:
    """Make a clone of algocheck as it stands, uncommitted work included, and a home for hooks.

    All processes of a test run share both, so that the hooks are installed once.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    home, folder = shared / "pre-commit-home", shared / "clone-with-hooks"
    if not folder.is_dir():
        made = Repository(copy_of_the_project(tmp_path_factory.mktemp("clone") / "algocheck"))
        made.git("init", "--quiet", "--initial-branch=main")
        made.commit()
        try:
            made.folder.rename(folder)
        except OSError:
            # Another process was first, and who was first has the clone of all.
            assert folder.is_dir()
    return Hooked(folder, home)


@pytest.fixture
def new_repository(tmp_path: Path, hooks: Hooked) -> NewRepository:
    """Make a repository that uses the hooks it is given; pre-commit is its git hook."""

    def new(*used: dict[str, object]) -> Hooked:
        repository = Hooked(tmp_path / "repository", hooks.home)
        repository.folder.mkdir()
        repository.git("init", "--quiet", "--initial-branch=main")
        if used:
            rev = hooks.git("rev-parse", "HEAD")
            named = {"repo": hooks.folder.as_posix(), "rev": rev, "hooks": list(used)}
            repository.write({".pre-commit-config.yaml": yaml.safe_dump({"repos": [named]})})
            installed = repository.pre_commit("install")
            assert installed.returncode == 0, installed.stdout
        return repository

    return new
