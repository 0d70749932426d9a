"""What others say of our files: schemas, GitHub's own reader, and linters."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ci import azure, gitlab
from ci.actions import ACTION
from ci.documented import BLOCKS, JUDGES, scripts
from ci.expressions import GitHub
from support import ROOT

FILES = [
    ("vendor.github-actions", ROOT / "action.yml"),
    ("vendor.gitlab-ci", ROOT / "ci" / "gitlab.yml"),
    ("vendor.azure-pipelines", ROOT / "ci" / "azure-pipelines.yml"),
]
TRANSFORMS = {"vendor.gitlab-ci": "gitlab-ci", "vendor.azure-pipelines": "azure-pipelines"}
SCRIPTS = [
    *(("bash", step["run"]) for step in ACTION["runs"]["steps"] if "run" in step),
    *(("bash", step["bash"]) for step in azure.steps({"install": "-"}) if "bash" in step),
    *(
        ("sh", "\n".join([*job["before_script"], *job.get("script", [])]))
        for job in (gitlab.job("algocheck"),)
    ),
    *scripts(),
]


def _fits(schema: str, file: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    if schema == "vendor.azure-pipelines":
        # To Azure Pipelines every scalar is a text, and its schema knows no other.
        read = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
        file = folder / "as-text.json"
        file.write_text(json.dumps(read), encoding="utf-8")
    transform = TRANSFORMS.get(schema)
    more = ["--data-transform", transform] if transform else []
    # Some of their patterns are no regular expressions with Unicode, as JSON Schema has them.
    more += ["--regex-variant", "nonunicode"]
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more, file],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("schema", "file"), FILES, ids=lambda value: Path(value).name)
def test_each_file_fits_the_schema_of_its_service(schema, file, tmp_path):
    done = _fits(schema, file, tmp_path)

    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_each_example_fits_the_schema_of_its_service(block, tmp_path):
    schema = JUDGES[block.file]
    file = block.write(tmp_path)
    if schema == "pre-commit":
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "validate-config", file],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    else:
        done = _fits(schema, file, tmp_path)

    assert done.returncode == 0, done.stdout[-3000:]


def test_github_reads_the_action_without_a_complaint(github: GitHub):
    text = (ROOT / "action.yml").read_text(encoding="utf-8")

    assert github.problems("action", text) == []
    assert github.problems("action", text.replace("using: composite", "using: nothing"))


@pytest.mark.parametrize("block", [block for block in BLOCKS if ".github" in block.file], ids=str)
def test_github_reads_each_example_without_a_complaint(github: GitHub, block):
    assert github.problems("workflow", block.text) == []
    assert github.problems("workflow", block.text.replace("github.", "nothing."))


def test_nothing_in_the_action_or_the_examples_helps_an_attacker(zizmor: Path, tmp_path):
    # By commit in what runs beside the code of others; in an example, releases that people know.
    policies = {"actions/*": "ref-pin", "example/*": "ref-pin"}
    config = {"rules": {"unpinned-uses": {"config": {"policies": policies}}}}
    settings = tmp_path / "zizmor.yml"
    settings.write_text(json.dumps(config), encoding="utf-8")
    examples = [block.write(tmp_path) for block in BLOCKS if ".github" in block.file]
    offline: list[str | Path] = [zizmor, "--offline", "--no-progress"]

    action = subprocess.run(
        [*offline, "--no-config", ROOT / "action.yml"],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    others = subprocess.run(
        [*offline, "--config", settings, *examples],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert examples
    assert action.returncode == 0, action.stdout
    assert others.returncode == 0, others.stdout


@pytest.mark.parametrize(("shell", "script"), SCRIPTS)
def test_every_script_is_sound(shellcheck: Path, shell, script):
    done = subprocess.run(
        [shellcheck, f"--shell={shell}", "--severity=style", "-"],
        input=script,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout


def test_the_dockerfile_is_sound(hadolint: Path):
    done = subprocess.run(
        [hadolint, "--no-color", ROOT / "Dockerfile"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")
