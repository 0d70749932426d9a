"""algocheck as a library: one function, and the nouns that it answers with."""

import subprocess
import sys

import pytest

import algocheck
from algocheck.errors import UsageError
from algocheck.resources import examples

TODAY = "2026-11-23"


def test_a_check_gives_a_report():
    report = algocheck.check(["welfare-reexamination.yaml"], today=TODAY, root=examples())

    (verdict,) = report.verdicts
    assert isinstance(report, algocheck.Report)
    assert not report.passes
    assert all(isinstance(finding, algocheck.Finding) for finding in verdict.findings)
    assert verdict.findings[0].rule.severity is algocheck.Severity.CRITICAL


def test_without_a_verdict_it_raises(tmp_path):
    with pytest.raises(UsageError, match="nothing was checked"):
        algocheck.check(["."], today=TODAY, root=tmp_path)


def test_what_is_promised_is_there_and_nothing_else():
    assert all(getattr(algocheck, name) for name in algocheck.__all__)
    with pytest.raises(AttributeError):
        algocheck.audit  # noqa: B018 -- asking is what raises


@pytest.mark.parametrize(
    "module",
    [
        *("rich", "jsonschema", "jsonschema_rs", "requests", "opa_client", "wasmtime", "tomllib"),
        *("importlib.metadata", "importlib.resources", "multiprocessing", "difflib"),
        "platformdirs",
    ],
)
def test_one_sound_manifest_waits_for_nothing_heavy(module, tmp_path):
    code = (
        "import sys; from algocheck.cli.run import run;"
        f"run(['check', {str(examples() / 'fee-calculation.yaml')!r}, '--at', '{TODAY}']);"
        f"sys.exit({module!r} in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.DEVNULL, cwd=tmp_path, check=False
    )

    assert done.returncode == 0, f"{module} was imported"
