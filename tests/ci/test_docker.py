"""The Dockerfile, as far as it can be tried where there is no Docker: what it copies, and runs."""

import fnmatch
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ci.conftest import COMPLIANT
from repositories import GIT, repository
from support import AT, PRINT_DIGEST, ROOT, clean_environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts run in a POSIX bash")

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()


def _instructions(name: str) -> list[str]:
    joined = DOCKERFILE.replace("\\\n", " ")
    return re.findall(rf"^{name} (.*)$", joined, re.MULTILINE)


def _sent(path: str) -> bool:
    """Whether Docker is sent a file: the last pattern that fits it, or a folder of it, decides."""
    sent = True
    parts = path.split("/")
    for pattern in IGNORED:
        if not pattern or pattern.startswith("#"):
            continue
        anywhere = pattern.startswith("**/")
        names = parts if anywhere else parts[:1]
        plain = pattern.removeprefix("!").removeprefix("**/")
        assert "/" not in plain, f"{pattern} is more than is known here"
        if any(fnmatch.fnmatchcase(name, plain) for name in names):
            sent = pattern.startswith("!")
    return sent


@pytest.fixture(scope="module")
def source(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder that the build sees."""
    folder = tmp_path_factory.mktemp("docker") / "source"
    for file in project.rglob("*"):
        name = file.relative_to(project).as_posix()
        if file.is_file() and _sent(name):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, folder / name)
    return folder


def test_what_is_sent_is_what_pip_needs_and_no_test(source):
    sent = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}

    assert {name.partition("/")[0] for name in sent} == {
        "LICENSE",
        "README.md",
        "manifests",
        "policies",
        "pyproject.toml",
        "src",
    }
    assert not [name for name in sent if name.endswith(("_test.rego", ".pyc"))]
    assert not [name for name in sent if "/tests/" in name]


def test_the_compiled_policies_are_sent_where_they_were_made():
    assert _sent("policies/policy.wasm")
    assert _sent("policies/policy.wasm.json")


def test_what_the_build_runs_installs_the_same_algocheck(source, tmp_path):
    (build, _) = _instructions("RUN")
    environment = tmp_path / "opt"
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(sys.executable)
    here = build.replace("/opt/algocheck", str(environment)).replace("/source", str(source))
    subprocess.run(
        ["sh", "-e", "-c", here],
        env=clean_environment()
        | {"PATH": os.pathsep.join([str(tmp_path / "bin"), os.environ["PATH"]])},
        check=True,
        capture_output=True,
    )

    digests = {
        subprocess.run(
            [python, "-I", "-c", PRINT_DIGEST], check=True, capture_output=True, cwd=tmp_path
        ).stdout
        for python in (environment / "bin" / "python", Path(sys.executable))
    }
    said = subprocess.run(
        [environment / "bin" / "algocheck", "--version"], check=True, capture_output=True
    )

    assert len(digests) == 1
    assert said.stdout.startswith(b"algocheck ")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away"
)
def test_what_belongs_to_somebody_else_can_be_compared_by_git(algocheck, tmp_path):
    mounted = repository(tmp_path / "work", {"fees.yaml": COMPLIANT})
    for path in (mounted.folder, *mounted.folder.rglob("*")):
        os.chown(path, 12345, 12345)
    arguments = ("check", ".", *AT, "--since", "HEAD")
    settings = {"GIT_CONFIG_NOSYSTEM": "0", "GIT_CONFIG_SYSTEM": str(tmp_path / "gitconfig")}
    (told,) = re.findall(r"git config --system .*?(?= &&)", _instructions("RUN")[1])

    before = algocheck(*arguments, cwd=mounted.folder, env=GIT | settings)
    subprocess.run(shlex.split(told), env=GIT | settings, check=True)
    after = algocheck(*arguments, cwd=mounted.folder, env=GIT | settings)

    assert before.returncode == 2
    assert "safe.directory" in before.stderr
    assert after.returncode == 0, after.stderr


def test_it_needs_no_home_that_can_be_written(algocheck, tmp_path):
    mounted = repository(tmp_path / "work", {"one.yaml": COMPLIANT, "two.yaml": COMPLIANT})

    done = algocheck(
        "check", ".", *AT, "--engine", "regorus",
        cwd=mounted.folder, env={"HOME": "/nonexistent", "XDG_CACHE_HOME": "/proc/nothing"},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr


def test_it_runs_algocheck_as_a_user_without_rights_where_things_are_mounted():
    assert _instructions("USER") == ["1000"]
    assert _instructions("WORKDIR") == ["/work"]
    assert _instructions("ENTRYPOINT") == ['["algocheck"]']


def test_its_base_is_a_debian_for_which_the_engines_have_wheels():
    bases = {base.partition(" ")[0] for base in _instructions("FROM")}

    (base,) = bases
    assert re.fullmatch(r"python:3\.1[1-9]-slim-(bookworm|trixie)", base)


def test_whatever_is_copied_is_there():
    assert _instructions("COPY") == [". /source", "--from=build /opt/algocheck /opt/algocheck"]
