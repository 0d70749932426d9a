"""algocheck as a library: one function, and the nouns that it answers with."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

import algocheck
from algocheck.errors import ConfigError, UsageError
from algocheck.report import Style, reporter
from algocheck.resources import examples
from algocheck.words import say
from support import AT, ROOT, TODAY
from waivers import FEES, file_of, waiver


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


@pytest.fixture
def project(tmp_path, algocheck):
    """Make a folder in which nothing is open: a waiver covers one point, a baseline the rest."""
    (tmp_path / "fees.yaml").write_text(FEES, encoding="utf-8")
    (tmp_path / "decided").mkdir()
    (tmp_path / "decided" / "waivers.yaml").write_bytes(file_of(waiver()))
    made = ("baseline", "create", ".", *AT, "--baseline", "decided/open.json")
    done = algocheck(*made, "--waivers", "decided/waivers.yaml")
    assert done.returncode == 0, done.stderr
    return tmp_path


def in_json(report):
    stream = io.StringIO()
    reporter("json")(report, stream, Style())
    return stream.getvalue()


@pytest.mark.parametrize(
    "covers",
    [
        {},
        {"waivers": "decided/waivers.yaml"},
        {"baseline": "decided/open.json"},
        {"waivers": "decided/waivers.yaml", "baseline": "decided/open.json"},
    ],
    ids=lambda covers: " and ".join(covers) or "nothing",
)
@pytest.mark.parametrize(
    "paths",
    [["."], ["fees.yaml"], ["fees.yaml", "decided/waivers.yaml"], ["fees.yaml", "decided"]],
    ids=" ".join,
)
def test_it_is_the_report_of_the_command(algocheck, project, covers, paths):
    unused = waiver(rule="human_oversight/no-intervention", place="human_oversight")
    (project / "decided" / "waivers.yaml").write_bytes(file_of(waiver(), unused))
    options = [f"--{name}={file}" for name, file in covers.items()]
    files = {name: Path(file) for name, file in covers.items()}

    report = call(paths, root=project, **files)
    told = algocheck("check", *paths, *AT, "--format", "json", *options, cwd=project)

    assert in_json(report) == told.stdout
    assert report.passes == (told.returncode == 0)


def call(paths, **more):
    return algocheck.check(paths, today=TODAY, **more)


def test_what_is_covered_is_covered_and_told(project):
    covers = {"waivers": Path("decided/waivers.yaml"), "baseline": Path("decided/open.json")}

    report = call(["."], root=project, **covers)
    points = [point for verdict in report.verdicts for point in verdict.points]

    assert report.passes
    assert not call(["."], root=project).passes
    assert [point.name for point in points if point.waiver] == [waiver()["rule"]]
    assert all(point.waiver or point.baseline for point in points)


def test_waivers_of_which_something_is_wrong_are_told_in_the_report(project):
    (project / "decided" / "waivers.yaml").write_bytes(file_of(waiver(expires="2026-01-31")))

    report = call(["."], root=project, waivers=Path("decided/waivers.yaml"))

    assert [finding.rule.id for finding in report.findings] == ["waiver/expired"]
    assert report.findings[0].location.file == "decided/waivers.yaml"


def test_the_example_in_the_documentation_does_what_it_says(project):
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    code = text.partition("```python\n")[2].partition("```")[0]
    (project / "algorithms").mkdir()
    (project / "fees.yaml").rename(project / "algorithms" / "fees.yaml")
    (project / "decided" / "waivers.yaml").rename(project / "waivers.yaml")
    (project / "decided" / "open.json").rename(project / "algocheck.baseline.json")

    done = subprocess.run(
        [sys.executable, "-c", code.replace("/srv/manifests", project.as_posix())],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == ""
    assert "algorithms/fees.yaml 9 human_oversight/no-stop-procedure\n" in done.stdout
    assert done.stdout.endswith("\npasses\n")


def test_files_that_lie_there_cover_nothing_unless_they_are_named(project):
    (project / "decided" / "waivers.yaml").rename(project / "waivers.yaml")
    (project / "decided" / "open.json").rename(project / "algocheck.baseline.json")

    assert not call(["."], root=project).passes


@pytest.mark.parametrize("covers", ["waivers", "baseline"])
def test_a_file_that_is_not_there_is_no_verdict(project, covers):
    with pytest.raises(UsageError, match="gone") as error:
        call(["."], root=project, **{covers: Path("gone")})

    assert "gone" in say(error.value.message, "nl")


def test_a_file_that_is_no_baseline_is_no_verdict(project):
    with pytest.raises(ConfigError, match="fees"):
        call(["."], root=project, baseline=Path("fees.yaml"))


def test_what_is_promised_is_there_and_nothing_else():
    assert all(getattr(algocheck, name) for name in algocheck.__all__)
    with pytest.raises(AttributeError):
        algocheck.audit  # noqa: B018 -- asking is what raises


@pytest.mark.parametrize(
    "module",
    [
        *("rich", "jsonschema", "jsonschema_rs", "requests", "opa_client", "wasmtime", "tomllib"),
        *("importlib.metadata", "importlib.resources", "multiprocessing", "difflib"),
        *("platformdirs", "algocheck.covering"),
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
