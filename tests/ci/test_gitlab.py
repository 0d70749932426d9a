"""ci/gitlab.yml, its scripts run as GitLab's runner runs them."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from ci.gitlab import job, run
from repositories import Repository
from support import ROOT, TODAY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts run in a POSIX bash")

REPORTS = ".algocheck-reports"
SHELLS = [shell for shell in ("bash", "dash", "busybox") if shutil.which(shell)]


@pytest.fixture
def image(command: str) -> str:
    """Return the PATH of an image that has algocheck, as of 23 November 2026."""
    return os.pathsep.join([str(Path(command).parent), os.environ["PATH"]])


@pytest.fixture
def pipeline(image: str, tmp_path: Path):
    """Run the job in a repository, on the day on which the examples are what they say."""
    # No variable sets the day: it belongs to a run. So a command that adds it stands in front.
    dated = tmp_path / "dated" / "algocheck"
    dated.parent.mkdir()
    lines = ("#!/bin/sh", "command=$1; shift", "PATH=${PATH#*:}")
    dated.write_text("\n".join((*lines, f'exec algocheck "$command" --at={TODAY} "$@"', "")))
    dated.chmod(0o755)

    def run_job(repo: Repository, *, sh: str = "bash", **variables: str):
        path = os.pathsep.join([str(dated.parent), image])
        return run(job("algocheck"), repo.folder, sh=sh, PATH=path, **variables)

    return run_job


@pytest.fixture
def merge_request(broken: Repository) -> dict[str, str]:
    """Make a change that breaks nothing, in a repository where something else is broken."""
    base = broken.git("rev-parse", "HEAD")
    broken.git("switch", "--quiet", "--create", "change")
    fees = broken.folder / "algorithms" / "fees.yaml"
    fees.write_text(fees.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")
    broken.commit()
    return {
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
    }


def _quality(repo: Repository) -> list[str]:
    found = json.loads((repo.folder / REPORTS / "code-quality.json").read_text(encoding="utf-8"))
    return [issue["check_name"] for issue in found]


@pytest.mark.parametrize("sh", SHELLS)
def test_each_exit_code_is_that_of_the_job_and_is_said(pipeline, compliant, broken, empty, sh):
    for repo, code in (compliant, 0), (broken, 1), (empty, 2):
        done = pipeline(repo, sh=sh)

        assert done.returncode == code, done.stdout
        assert f"(exit {code})" in done.stdout


def test_every_report_that_the_job_keeps_is_written(pipeline, broken):
    pipeline(broken)

    told = job("algocheck")["artifacts"]
    assert "<testsuites" in (broken.folder / told["reports"]["junit"]).read_text(encoding="utf-8")
    assert "transparency/undisclosed-ai" in _quality(broken)
    assert Path(told["reports"]["codequality"]) == Path(REPORTS, "code-quality.json")
    assert sorted(file.name for file in (broken.folder / REPORTS).iterdir()) == [
        "code-quality.json",
        "junit.xml",
        "report.json",
        "report.md",
    ]


def test_a_merge_request_is_judged_by_its_change_and_compared_as_a_whole(
    pipeline, broken, merge_request
):
    done = pipeline(broken, **merge_request)

    assert done.returncode == 0, done.stdout
    report = json.loads((broken.folder / REPORTS / "report.json").read_text(encoding="utf-8"))
    assert report["since"]
    assert "transparency/undisclosed-ai" in _quality(broken)


def test_a_merge_request_that_breaks_something_fails(pipeline, broken, merge_request):
    chatbot = broken.folder / "algorithms" / "chat bot.yaml"
    chatbot.write_text(chatbot.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")

    assert pipeline(broken, **merge_request).returncode == 1


def test_a_history_that_is_not_there_is_no_verdict(pipeline, broken, merge_request):
    gone = merge_request | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "0" * 39 + "1"}

    done = pipeline(broken, **gone)

    assert done.returncode == 2, done.stdout
    assert not (broken.folder / REPORTS / "code-quality.json").exists()


def test_reports_of_an_earlier_run_do_not_stay(pipeline, broken, empty):
    pipeline(broken)
    shutil.copytree(broken.folder / REPORTS, empty.folder / REPORTS)

    pipeline(empty)

    assert not list((empty.folder / REPORTS).iterdir())


def test_a_link_in_place_of_the_reports_leads_nowhere(pipeline, compliant, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (compliant.folder / REPORTS).symlink_to(tmp_path / "elsewhere")

    assert pipeline(compliant).returncode == 0
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("sh", SHELLS)
def test_manifests_are_paths_and_nothing_else(pipeline, broken, sh):
    hostile = "; touch owned $(touch owned) `touch owned` ' && touch owned # \" || touch owned"

    fine = pipeline(broken, sh=sh, MANIFESTS="algorithms/fees.yaml\n")
    spaced = pipeline(broken, sh=sh, MANIFESTS="algorithms/fees.yaml\nalgorithms/chat bot.yaml")
    for each in hostile, "--all", "*", "a\nEND\ntouch owned":
        assert pipeline(broken, sh=sh, MANIFESTS=each).returncode == 2

    assert (fine.returncode, spaced.returncode) == (0, 1)
    assert not list(broken.folder.rglob("owned"))


def test_settings_are_variables(pipeline, broken):
    assert pipeline(broken, ALGOCHECK_FAIL_ON="critical").returncode == 0
    assert "beantwoord" in pipeline(broken, ALGOCHECK_LANG="nl", ALGOCHECK_FAIL_ON="low").stdout


def test_an_image_without_algocheck_gets_what_pip_is_told_to_install(wheel, tmp_path, compliant):
    of = job(".algocheck-installed") | {"script": ["algocheck --version", "command -v algocheck"]}
    bare = tmp_path / "bare"
    bare.mkdir()
    # The Python itself: what is called python3 may be a script, which needs more than is there.
    (bare / "python3").symlink_to(Path(sys.executable).resolve())
    for program in ("git", "mktemp", "sh"):
        found = shutil.which(program)
        assert found
        (bare / program).symlink_to(found)
    (compliant.folder / "pip.py").write_text("raise SystemExit('imported from the repository')\n")

    nothing = run(of, compliant.folder, PATH=str(bare), sh="/bin/sh")
    done = run(of, compliant.folder, PATH=str(bare), sh="/bin/sh", INSTALL_ALGOCHECK=str(wheel))

    assert nothing.returncode == 2
    assert "INSTALL_ALGOCHECK" in nothing.stdout
    assert done.returncode == 0, done.stdout
    version, where = done.stdout.splitlines()
    assert version == "algocheck 9.9"
    assert not Path(where).is_relative_to(compliant.folder)


def test_no_variable_of_the_template_is_taken_for_a_setting():
    text = (ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8")

    assert not [name for name in job("algocheck")["variables"] if name.startswith("ALGOCHECK_")]
    assert "$ALGOCHECK" not in text
    assert "${ALGOCHECK" not in text


def test_the_ready_job_runs_once_for_a_change_and_for_the_main_branch():
    rules = [
        rule["if"]
        for rule in yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text())["algocheck"]["rules"]
    ]

    assert rules == [
        '$CI_PIPELINE_SOURCE == "merge_request_event"',
        "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
    ]
