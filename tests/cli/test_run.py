"""Every way out of algocheck, in real processes: the table of exit codes holds."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support import ROOT, clean_environment

PRIVACY = str(ROOT / "policies/algocheck/rules/privacy")
IDENTITY = "manifest_version: 1\nkind: deployment\nalgorithm:\n  name: Fees\n"


@pytest.fixture
def manifest(tmp_path):
    file = tmp_path / "fees.yaml"
    file.write_text(IDENTITY, encoding="utf-8")
    return file


def test_0_something_was_checked_and_nothing_counts_as_open(algocheck, manifest):
    assert algocheck("check", manifest, "--unknown", "warn").returncode == 0


def test_1_what_is_not_shown_is_not_compliant(algocheck, manifest):
    result = algocheck("check", manifest)

    assert result.returncode == 1
    assert "NOT SHOWN" in result.stdout
    assert "exit 1" in result.stdout


@pytest.mark.parametrize("options", [(), ("--unknown", "warn"), ("--fail-on", "critical")])
def test_1_what_is_unevaluated_is_open_at_every_threshold(algocheck, tmp_path, options):
    (tmp_path / "broken.yaml").write_text("manifest_version: 1\nkind: [", encoding="utf-8")

    result = algocheck("check", "broken.yaml", *options)

    assert result.returncode == 1
    assert "NOT EVALUATED" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("check",), "name the manifests to check"),
        (("check", "--skip-others"), "name the manifests to check"),
        (("check", ".", "--skip-others"), "nothing was checked"),
        (("check", ""), "one of the paths is empty"),
        (("check", "fees.yaml", "--format", "json="), "names no file"),
        (("check", "nowhere.yaml"), "nowhere.yaml"),
        (("check", "."), "nothing was checked"),
        (("check", "fees.yaml", "--fail-on", "urgent"), "critical"),
        (("check", "fees.yaml", "--at", "2026-02-30"), "no day"),
        (("check", "fees.yaml", "--rule", "LP-99"), "did you mean LP-"),
        (("check", "fees.yaml", "--format", "pdf"), "choose text"),
        (("check", "fees.yaml", "--format", "text", "--format", "json"), "two formats"),
        (("check", "fees.yaml", "--policy", "nowhere"), "no folder nowhere"),
        (("check", "fees.yaml", "--policy", "."), "there are no policies in this folder"),
        (("check", "fees.yaml", "--policy", "fees.yaml"), "fees.yaml is a file"),
        (("check", "fees.yaml", "--policy", PRIVACY), "name the folder that holds `algocheck/`"),
        (("check", "fees.yaml", "--format", "json=nowhere/report.json"), "nowhere/report.json"),
        (("check", "fees.yaml", "--frobnicate"), "--frobnicate"),
        (("chek", "fees.yaml"), "chek"),
    ],
)
def test_2_no_verdict_says_why_and_what_to_do(algocheck, tmp_path, arguments, complaint):
    if "fees.yaml" in arguments:
        (tmp_path / "fees.yaml").write_text(IDENTITY, encoding="utf-8")

    result = algocheck(*arguments)

    assert result.returncode == 2
    assert complaint in result.stderr
    assert result.stderr.startswith("algocheck: ")
    assert "Traceback" not in result.stderr


def test_2_a_reader_that_leaves_is_no_verdict(command, manifest):
    process = subprocess.Popen(
        [command, "check", str(manifest)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=clean_environment(),
    )
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    complaint = process.stderr.read()
    process.stderr.close()

    assert process.wait(60) == 2
    assert complaint == b""


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only Linux has a disk that is always full"
)
def test_2_a_full_disk_is_no_verdict(command, manifest):
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [command, "check", manifest],
            stdout=full,
            stderr=subprocess.PIPE,
            env=clean_environment(),
            check=False,
        )

    assert result.returncode == 2
    assert b"the disk is full" in result.stderr


def test_2_a_question_that_nobody_can_answer(algocheck):
    result = algocheck("init")

    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_3_a_bug_is_told_and_is_no_verdict():
    # The bug is planted: there is no other way to be sure of one.
    code = (
        "import algocheck.pipeline as p, sys\n"
        "def broken(*_, **__): raise KeyError('planted')\n"
        "p.check = broken\n"
        "from algocheck.cli.run import run\n"
        "sys.exit(run(['check', '-']))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        input="",
        capture_output=True,
        text=True,
        env=clean_environment(),
        check=False,
    )

    assert result.returncode == 3
    assert "planted" in result.stderr
    assert "bug in algocheck" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has another Ctrl-C")
def test_130_interrupted(command):
    process = subprocess.Popen(
        [command, "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=clean_environment(),
    )
    status = Path(f"/proc/{process.pid}/wchan")
    for _ in range(600):
        # It waits for standard input: from then on, Ctrl-C is an interrupt of a run.
        if not status.exists() or "pipe" in status.read_text(encoding="utf-8"):
            break
        time.sleep(0.05)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)

    assert process.returncode == 130
    assert b"Traceback" not in stderr


@pytest.mark.parametrize(
    ("locale", "word"), [("nl_NL.UTF-8", "NIET AANGETOOND"), ("de_DE", "NOT SHOWN")]
)
def test_the_locale_chooses_the_language(algocheck, manifest, locale, word):
    assert word in algocheck("check", manifest, env={"LC_ALL": locale}).stdout


def test_errors_speak_the_language_too(algocheck):
    assert "noem de manifesten" in algocheck("check", "--lang", "nl").stderr
