"""ci/azure-pipelines.yml, its bash steps run as an agent runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ci.azure import TEMPLATE, Run, run, steps
from repositories import Repository
from support import TODAY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts run in a POSIX bash")

AT = f"--at={TODAY}"
OURS = {"task.logissue", "task.uploadsummary"}


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Make the folder of an agent on which algocheck is installed: that of these tests."""
    python = tmp_path / "_temp" / "algocheck" / "bin" / "python"
    _script(python, f'exec "{sys.executable}" "$@"')
    return tmp_path / "_temp"


def _script(file: Path, line: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    file.chmod(0o755)


@pytest.fixture
def check(installed: Path):
    """Run the steps after the installation."""

    def run_steps(repo: Repository, *, target: str = "", **parameters: str) -> Run:
        named = {name.rstrip("_"): value for name, value in parameters.items()}
        named["arguments"] = f"{AT}\n{named.get('arguments', '')}"
        agent = {"SYSTEM_PULLREQUEST_TARGETBRANCH": target} if target else {}
        return run(named | {"install": "-"}, repo.folder, installed, only="Check", **agent)

    return run_steps


@pytest.fixture
def changed(broken: Repository, tmp_path: Path) -> Repository:
    """Clone a repository with something broken in it, and make a change that breaks nothing."""
    clone = Repository(tmp_path / "clone")
    broken.git("clone", "--quiet", str(broken.folder), str(clone.folder))
    clone.git("switch", "--quiet", "--create", "change")
    fees = clone.folder / "algorithms" / "fees.yaml"
    fees.write_text(fees.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")
    clone.commit()
    return clone


def test_each_exit_code_is_that_of_the_step_and_is_said(check, compliant, broken, empty):
    for repo, code in (compliant, 0), (broken, 1), (empty, 2):
        done = check(repo)

        assert done.exit_code == code, done.log
        assert f"(exit {code})" in done.log
        assert set(done.commands) <= OURS


def test_what_is_open_is_an_issue_of_the_run_and_the_page_gets_a_summary(check, broken):
    done = check(broken)

    assert "##vso[task.logissue type=error;sourcepath=algorithms/chat bot.yaml;" in done.log
    assert done.commands[-1] == "task.uploadsummary"
    summary = done.log.rpartition("##vso[task.uploadsummary]")[2].splitlines()[0]
    assert "transparency/undisclosed-ai" in Path(summary).read_text(encoding="utf-8")


def test_the_results_are_published_also_where_something_is_open(check, installed, broken):
    done = check(broken)

    reports = installed / "algocheck-reports"
    results = done.tasks["PublishTestResults"]["inputs"]
    assert results["searchFolder"] == "$(Agent.TempDirectory)/algocheck-reports"
    assert "<testsuites" in (reports / results["testResultsFiles"]).read_text(encoding="utf-8")
    assert done.tasks["publish"]["publish"] == results["searchFolder"]
    assert done.tasks["publish"]["artifact"] == "algocheck"
    assert sorted(file.name for file in reports.iterdir()) == [
        "algocheck.sarif",
        "junit.xml",
        "report.json",
        "report.md",
    ]


def test_reports_of_an_earlier_check_do_not_stay(check, installed, broken, empty):
    check(broken)
    check(empty)

    assert not list((installed / "algocheck-reports").iterdir())


@pytest.mark.parametrize("target", ["refs/heads/main", "main"])
def test_a_pull_request_is_judged_by_its_change(check, installed, changed, target):
    done = check(changed, target=target)

    assert done.exit_code == 0, done.log
    report = json.loads((installed / "algocheck-reports" / "report.json").read_text())
    assert report["since"] == "origin/main"
    assert check(changed, target=target, onlyChanges="false").exit_code == 1
    assert check(changed).exit_code == 1


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"failOn": "critical"}, "(exit 0)"),
        ({"as_": "supplier", "lang": "nl"}, "leverancier"),
        ({"manifests": "algorithms/fees.yaml\nalgorithms/chat bot.yaml\n"}, "(exit 1)"),
        ({"manifests": "algorithms/fees.yaml\r\n"}, "(exit 0)"),
        ({"unknown": "warn"}, "(exit 1)"),
        ({"waivers": "no such.yaml"}, "no such.yaml"),
        ({"baseline": "no such.json"}, "no such.json"),
        ({"policy": "one house\nno such house"}, "one house"),
    ],
)
def test_a_parameter_means_what_it_says(check, broken, parameters, told):
    assert told in check(broken, **parameters).log


NASTY = "; touch owned $(touch owned) `touch owned` ' && touch owned # \" || touch owned"


@pytest.mark.parametrize(
    ("name", "hostile"),
    [
        *(("manifests", value) for value in (NASTY, "--all", "--skip-others", "*")),
        *((name, NASTY) for name in ("failOn", "unknown", "as_", "waivers", "baseline", "lang")),
        ("waivers", "##vso[task.setvariable variable=PATH]owned"),
    ],
)
def test_no_parameter_is_a_command_or_an_option(check, broken, name, hostile):
    done = check(broken, **{name: hostile})

    assert done.exit_code == 2, done.log
    assert done.commands == ["task.logissue"]
    assert not list(broken.folder.rglob("owned"))


def test_the_target_of_a_pull_request_is_a_name_and_nothing_else(check, changed):
    done = check(changed, target=f"refs/heads/{NASTY}")

    assert done.exit_code == 2, done.log
    assert not list(changed.folder.rglob("owned"))


@pytest.mark.parametrize("hashes", ["##", "###", "####"])
def test_no_command_is_obeyed_in_whatever_is_printed(check, installed, compliant, hashes):
    command = f"{hashes}vso[task.setvariable variable=PATH]owned"
    _script(
        installed / "algocheck" / "bin" / "python", f"echo '{command}' | tee /dev/stderr; exit 3"
    )

    done = check(compliant)

    assert done.exit_code == 3
    assert done.log.count("#vso[task.setvariable variable=PATH]owned") == 2
    assert done.commands == ["task.logissue"]


def test_what_the_template_is_told_to_install_is_installed_apart(wheel, tmp_path):
    temp, repo = tmp_path / "an agent", tmp_path / "hostile"
    temp.mkdir()
    repo.mkdir()
    for name in ("pip", "venv", "ensurepip", "sitecustomize"):
        (repo / f"{name}.py").write_text("raise SystemExit('imported from the repository')\n")

    done = run({"install": str(wheel)}, repo, temp, only="Install", PYTHONPATH=str(repo))

    assert done.exit_code == 0, done.log
    said = subprocess.run(
        [temp / "algocheck" / "bin" / "python", "-I", "-m", "algocheck"],
        check=True,
        capture_output=True,
    )
    assert said.stdout == b"algocheck 9.9\n"


def test_no_script_has_an_expression_or_a_macro_in_it():
    scripts = [step["bash"] for step in steps({"install": "-"}) if "bash" in step]

    assert len(scripts) == 2
    assert not [script for script in scripts if "${{" in script]
    # $(name) in a script is a macro of the agent, unless no variable has that name.
    assert not [script for script in scripts if "$(" in script]


def test_the_python_of_the_agent_is_used_where_none_is_asked_for(check, compliant):
    assert "UsePythonVersion" in check(compliant).tasks
    assert "UsePythonVersion" not in check(compliant, pythonVersion="").tasks


def test_only_what_to_install_has_to_be_said():
    assert [each["name"] for each in TEMPLATE["parameters"] if "default" not in each] == ["install"]
