"""The hooks as people meet them: the real pre-commit, on real git repositories."""

import subprocess
import sys
from pathlib import Path

import pytest

from repositories import GIT
from support import PRINT_DIGEST

NOTHING_STATED = """\
manifest_version: 1
kind: deployment
algorithm: {id: parking-permits}
"""
"""A manifest on which nothing fails and everything is unknown."""

NO_IDENTITY = """\
manifest_version: 1
kind: deployment
algoritm: {id: parking-permits}
"""
"""A manifest that cannot be evaluated: its one block is misspelt."""

OTHER_FILES = {
    "docker-compose.yml": "services: {web: {image: web}}\n",
    ".github/workflows/build.yml": "on: [push]\njobs: {}\n",
    "k8s/all.yaml": "kind: Deployment\n---\nkind: Service\n",
    "charts/web/templates/service.yaml": "{{- if .Values.enabled }}\nkind: Service\n{{- end }}\n",
    "tsconfig.json": '{\n  // comments are allowed here\n  "compilerOptions": {},\n}\n',
    "data/list.json": "[1, 2, 3]\n",
    "empty.yaml": "",
}
"""What other tools keep in YAML and JSON, some of it neither."""


def test_pre_commit_itself_finds_the_hooks_well_formed(hooks):
    result = hooks.pre_commit("validate-manifest", ".pre-commit-hooks.yaml")

    assert result.returncode == 0, result.stdout


def test_a_repository_full_of_other_yaml_passes_and_is_told_why(new_repository, hooks):
    repository = new_repository()
    repository.write(OTHER_FILES)
    repository.git("add", "--all")

    result = repository.pre_commit(
        "try-repo", str(hooks.folder), "algocheck", "--all-files", "--verbose"
    )

    assert result.returncode == 0, result.stdout
    assert "Passed" in result.stdout
    assert "manifest" in result.stdout


def test_a_manifest_that_breaks_no_rule_is_committed(new_repository):
    repository = new_repository({"id": "algocheck", "args": ["--unknown", "warn"]})
    repository.write(OTHER_FILES | {"algorithms/parking.yaml": NOTHING_STATED})

    result = repository.try_to_commit()

    assert result.returncode == 0, result.stdout
    assert repository.commits == 1


def test_a_manifest_that_states_nothing_is_refused(new_repository):
    repository = new_repository({"id": "algocheck"})
    repository.write({"algorithms/parking.yaml": NOTHING_STATED})

    result = repository.try_to_commit()

    assert result.returncode == 1, result.stdout
    assert "algorithms/parking.yaml" in result.stdout


@pytest.mark.parametrize("hook", ["algocheck", "algocheck-all"])
def test_a_broken_manifest_is_refused_and_its_place_is_told(new_repository, hook):
    repository = new_repository(
        {"id": hook, "args": ["--unknown", "warn", "--fail-on", "critical"]}
    )
    repository.write(OTHER_FILES | {"algorithms/parking.yaml": NO_IDENTITY})

    result = repository.try_to_commit()

    assert result.returncode == 1, result.stdout
    assert "algorithms/parking.yaml:3:1" in result.stdout
    assert repository.commits == 0


def test_what_is_staged_is_checked_and_not_what_lies_beside_it(new_repository):
    repository = new_repository({"id": "algocheck", "args": ["--unknown", "warn"]})
    repository.write({"parking.yaml": NO_IDENTITY})
    repository.git("add", "--all")
    repository.write({"parking.yaml": NOTHING_STATED})  # mended, and not staged

    result = repository.run("git", "commit", "--message", "work")

    assert result.returncode == 1, result.stdout


def test_a_commit_that_only_deletes_still_passes_the_gate(new_repository):
    repository = new_repository({"id": "algocheck-all", "args": ["--unknown", "warn"]})
    repository.write({"parking.yaml": NOTHING_STATED, "permits.yaml": NOTHING_STATED})
    repository.try_to_commit()

    repository.git("rm", "--quiet", "permits.yaml")
    one_is_left = repository.try_to_commit("one is left")
    repository.git("rm", "--quiet", "parking.yaml")
    none_is_left = repository.try_to_commit("none is left")

    assert one_is_left.returncode == 0, one_is_left.stdout
    assert "Passed" in one_is_left.stdout
    assert none_is_left.returncode == 1, none_is_left.stdout
    assert "exit code: 2" in none_is_left.stdout


def test_a_commit_that_only_deletes_gives_the_other_hook_nothing_to_do(new_repository):
    repository = new_repository({"id": "algocheck", "args": ["--unknown", "warn"]})
    repository.write({"parking.yaml": NOTHING_STATED})
    repository.try_to_commit()

    repository.git("rm", "--quiet", "parking.yaml")
    result = repository.try_to_commit("none is left")

    assert result.returncode == 0, result.stdout
    assert "Skipped" in result.stdout


def test_the_gate_fails_where_there_is_no_manifest_at_all(new_repository):
    repository = new_repository({"id": "algocheck-all"})
    repository.write(OTHER_FILES)

    result = repository.try_to_commit()

    assert result.returncode == 1, result.stdout
    assert "exit code: 2" in result.stdout
    assert "manifest" in result.stdout


def test_one_broken_manifest_among_thousands_of_files_is_found(new_repository):
    # Names so long that pre-commit must divide them over several processes.
    others = {f"deploy/{'x' * 60}-{n}.yaml": f"replicas: {n}\n" for n in range(5_000)}
    repository = new_repository({"id": "algocheck", "args": ["--unknown", "warn"]})
    repository.write(others | {"algorithms/parking.yaml": NO_IDENTITY})
    repository.git("add", "--all")

    result = repository.pre_commit("run", "algocheck", "--all-files")

    assert result.returncode == 1, result.stdout[-2000:]
    assert "algorithms/parking.yaml:3:1" in result.stdout
    assert "exit code: 1" in result.stdout


def test_what_pre_commit_installs_carries_the_same_policies_and_examples(new_repository, hooks):
    repository = new_repository({"id": "algocheck"})
    installed = repository.pre_commit("install-hooks")
    assert installed.returncode == 0, installed.stdout
    pythons = [
        *hooks.home.glob("repo*/py_env-*/bin/python"),
        *hooks.home.glob("repo*/py_env-*/Scripts/python.exe"),
    ]

    digests = {
        subprocess.run(
            [python, "-c", PRINT_DIGEST],
            env=GIT,
            cwd=repository.folder,
            check=True,
            capture_output=True,
        ).stdout
        for python in (*pythons, Path(sys.executable))
    }

    assert pythons
    assert len(digests) == 1
