"""Real git repositories that use the hooks of a real clone, through the real pre-commit."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from support import clean_environment, copy_of_the_project


@dataclass(frozen=True)
class Repository:
    """A git repository of somebody who uses algocheck."""

    folder: Path
    env: dict[str, str]

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            file = self.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run("git", *arguments)

    def commit(self) -> subprocess.CompletedProcess[str]:
        self.git("add", "--all")
        return self.git("commit", "--message", "work")

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run(sys.executable, "-m", "pre_commit", *arguments)

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,  # git passes on to stderr what a hook says
            text=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="session")
def pre_commit_home(tmp_path_factory):
    """Keep what pre-commit installs: once for all tests."""
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture(scope="session")
def env(pre_commit_home):
    nobody = {"NAME": "nobody", "EMAIL": "nobody@example.org"}
    return clean_environment() | {
        "PRE_COMMIT_HOME": str(pre_commit_home),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": x for who in ("AUTHOR", "COMMITTER") for what, x in nobody.items()},
    }


@pytest.fixture(scope="session")
def clone(tmp_path_factory, env):
    """Make a clone of algocheck as it stands, uncommitted work included."""
    folder = copy_of_the_project(tmp_path_factory.mktemp("clone"))
    repository = Repository(folder, env)
    repository.git("init", "--quiet")
    made = repository.commit()
    assert made.returncode == 0, made.stdout
    return repository


@pytest.fixture
def new_repository(tmp_path, env, clone):
    """Make a repository that uses the hooks it is given; pre-commit is its git hook."""

    def new(*hooks: dict[str, object]) -> Repository:
        repository = Repository(tmp_path / "repository", env)
        repository.folder.mkdir()
        repository.git("init", "--quiet")
        if hooks:
            rev = clone.git("rev-parse", "HEAD").stdout.strip()
            used = {"repo": clone.folder.as_posix(), "rev": rev, "hooks": list(hooks)}
            repository.write({".pre-commit-config.yaml": yaml.safe_dump({"repos": [used]})})
            installed = repository.pre_commit("install")
            assert installed.returncode == 0, installed.stdout
        return repository

    return new
