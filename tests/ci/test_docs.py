"""What docs/ci.md tells people to do, done."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from ci import azure, gitlab
from ci.conftest import COMPLIANT, EXAMPLES
from ci.documented import BLOCKS, TEXT, block, commands
from repositories import GIT, Repository, repository
from support import AT, ROOT, Algocheck

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts run in a POSIX bash")

NOT_RUN = {
    "docker build --pull --tag algocheck .",
    "python3 -m venv .venv-algocheck",
    ".venv-algocheck/bin/pip install git+https://git.example.nl/tools/algocheck.git@v0.1.0",
}
"""What needs Docker, or an address that is an example."""

MUNICIPALITY = block(".gitlab-ci.yml", -1)


def _arguments(command: str) -> list[str]:
    """Return the arguments of the algocheck in a command, which may be in a container."""
    _, found, arguments = re.split(r"(\balgocheck (?=check|calendar|waive))", command, maxsplit=1)
    assert found, command
    return shlex.split(arguments)


@pytest.mark.parametrize("typed", [each for each in commands() if each not in NOT_RUN])
def test_each_command_does_what_it_says(typed, algocheck: Algocheck, tmp_path):
    product = (EXAMPLES / "recruitment-supplier.yaml").read_text(encoding="utf-8")
    repo = repository(
        tmp_path / "work", {"product.yaml": product, "algorithms/fees.yaml": COMPLIANT}
    )

    arguments = _arguments(typed)
    done = algocheck(*arguments, *AT, cwd=repo.folder)

    open_ = arguments[:2] == ["check", "product.yaml"]
    assert done.returncode == int(open_), done.stdout + done.stderr
    for argument in arguments:
        _, equals, file = argument.partition("=")
        assert not equals or (repo.folder / file).stat().st_size
    if arguments[0] == "waive":
        checked = algocheck("check", "product.yaml", "--rule", "LM-06", *AT, cwd=repo.folder)
        assert checked.returncode == 0, checked.stdout


def test_what_is_not_run_is_still_told():
    assert set(commands()) >= NOT_RUN


def test_the_examples_name_one_release_and_that_is_this_one():
    version = re.search(r'^version = "(.*)"$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)

    assert version
    assert set(re.findall(r"\bv(\d+\.\d+\.\d+)\b", TEXT)) == {version[1]}


def test_every_place_that_the_text_refers_to_is_there():
    targets = re.findall(r"\]\(([^)#]+)", TEXT)

    assert targets
    for target in targets:
        assert (ROOT / "docs" / target).exists(), target


def test_the_example_for_azure_has_parameters_that_the_template_has():
    (*_, used) = block("azure-pipelines.yml").value["steps"]

    assert used["template"] == "ci/azure-pipelines.yml@algocheck"
    assert azure.steps(used["parameters"])


def test_an_example_for_gitlab_changes_jobs_that_there_are():
    examples = [each for each in BLOCKS if each.file == ".gitlab-ci.yml"]
    extended = [
        job["extends"]
        for each in examples
        for job in each.value.values()
        if isinstance(job, dict) and "extends" in job
    ]

    assert extended
    assert set(extended) <= gitlab.TEMPLATE.keys()
    for each in examples:
        assert each.value["include"][0]["file"] == "ci/gitlab.yml"
        for name in set(each.value) - {"include", "variables"}:
            assert "script" in gitlab.job(name, each.jobs), name


# --- The municipality's nightly jobs ---


@pytest.fixture
def nightly(command: str):
    """Run a nightly job of the municipality, with its own variables, on the machine's day."""

    def run(name: str, repo: Repository) -> subprocess.CompletedProcess[str]:
        job = gitlab.job(name, MUNICIPALITY.jobs)
        path = os.pathsep.join([str(Path(command).parent), os.environ["PATH"]])
        variables = MUNICIPALITY.value["variables"] | GIT | {"PATH": path}
        return gitlab.run(job, repo.folder, **variables)

    return run


@pytest.fixture
def municipality(algocheck: Algocheck, tmp_path: Path) -> Repository:
    """Make a repository with what is open in a baseline."""
    unanswered = "manifest_version: 1\nkind: deployment\nalgorithm: {id: %s}\n"
    files = {f"algorithms/{name}.yaml": unanswered % name for name in ("parking", "fees")}
    repo = repository(tmp_path / "municipality", files)
    assert algocheck("baseline", "create", "algorithms", cwd=repo.folder).returncode == 0
    repo.commit()
    return repo


def test_the_calendar_is_kept_as_the_job_says(nightly, municipality):
    done = nightly("calendar", municipality)

    assert done.returncode == 0, done.stdout
    (kept,) = gitlab.job("calendar", MUNICIPALITY.jobs)["artifacts"]["paths"]
    assert (municipality.folder / kept).read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


def test_a_baseline_that_can_shrink_fails_its_job_until_the_smaller_one_is_committed(
    nightly, municipality
):
    manifest = municipality.folder / "algorithms" / "parking.yaml"
    baseline = municipality.folder / "algocheck.baseline.json"
    before = baseline.read_text(encoding="utf-8")

    as_it_was = nightly("baseline", municipality)
    manifest.write_text(f"{manifest.read_text()}purpose: {{public_task: yes}}\n", encoding="utf-8")
    municipality.commit()
    solved = nightly("baseline", municipality)
    municipality.commit()
    committed = nightly("baseline", municipality)

    assert as_it_was.returncode == 0, as_it_was.stdout
    assert solved.returncode == 1, solved.stdout
    assert len(baseline.read_text(encoding="utf-8")) < len(before)
    assert committed.returncode == 0, committed.stdout


def test_what_got_worse_is_not_for_the_job_of_the_baseline_to_say(nightly, municipality):
    worse = "manifest_version: 1\nkind: deployment\nalgorithm: {id: new}\n"
    municipality.commit({"algorithms/new.yaml": worse})

    assert nightly("baseline", municipality).returncode == 0
    assert municipality.git("status", "--porcelain") == ""


def test_a_baseline_that_is_not_there_fails_its_job(nightly, municipality):
    municipality.git("rm", "--quiet", "algocheck.baseline.json")

    assert nightly("baseline", municipality).returncode != 0
