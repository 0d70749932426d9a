"""All formats of one run, each read by its judge, and one exit code under every format.

There is a repository for each way in which a check can end.
"""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from algocheck.report import FORMATS
from changing import example, stating
from judges import (
    azure,
    csv_,
    github,
    gitlab,
    ical,
    json_,
    jsonl,
    junit,
    markdown,
    oscal,
    sarif,
    tap,
)
from repositories import Repository, repository
from support import AT, ran

PARKING = example("parking-permits")
WAIVERS = """\
waivers_version: 1
waivers:
  - rule: HO-09
    manifest: parkeervergunningen
    place: human_oversight.stop_procedure
    reason: De procedure wordt geschreven.
    decided_by_role: gemeentesecretaris
    expires: "2027-01-31"
    reference: Z-2026-0417
"""
FILES = {
    "compliant": {"parking.yaml": PARKING, "fees.yaml": example("fee-calculation")},
    "waived": {
        "parking.yaml": stating(PARKING, stop_procedure="none"),
        "waivers.yaml": WAIVERS,
    },
    "baselined": {"youth.yaml": example("youth-care-triage"), "chatbot.yaml": example("chatbot")},
    "failing": {
        "broken.yaml": "manifest_version: 1\nkind: deployment\nalgorithm: [\n",
        "parking.yaml": stating(PARKING, remedy="none"),  # and its waiver covers nothing
        "welfare.yaml": example("welfare-reexamination"),
        "youth.yaml": example("youth-care-triage"),
        "waivers.yaml": WAIVERS,
    },
    "none": {"notes.yaml": "title: no manifest\n"},
}
EXITS = {"compliant": 0, "waived": 0, "baselined": 0, "failing": 1, "none": 2}
STATUSES = {
    "compliant": {"compliant"},
    "waived": {"waived"},
    "baselined": {"baselined"},
    "failing": {"not_compliant", "not_shown", "unevaluated"},
}
# What is told to people is shorter on a screen than in a file.
FOR_PEOPLE = {"text", "markdown"}


@dataclass(frozen=True)
class Checked:
    """A repository, and what one run of all formats came to."""

    command: str
    repo: Repository
    reports: Path  # a folder with a file for each format, named by it
    code: int

    def run(self, *arguments: str) -> Any:
        """Run the command in the repository."""
        return ran(self.command, *arguments, *AT, cwd=self.repo.folder)

    def text(self, name: str) -> str:
        return (self.reports / name).read_bytes().decode("utf-8")

    @property
    def report(self) -> Any:
        return json_.report_of(self.text("json"))


def to_files(folder: Path) -> list[str]:
    return [f"--format={name}={folder / name}" for name in FORMATS]


@pytest.fixture(scope="module")
def all_checked(command: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Checked]:
    """Make the repositories, and write all formats in one run in each of them."""
    found = {}
    for name, files in FILES.items():
        repo = repository(tmp_path_factory.mktemp(name) / "repository", files)
        reports = repo.folder.with_name("reports")
        reports.mkdir()
        if name == "baselined":
            created = ran(command, "baseline", "create", ".", *AT, cwd=repo.folder)
            assert created.returncode == 0, created.stderr
        done = ran(command, "check", ".", *to_files(reports), *AT, cwd=repo.folder)
        assert done.stdout == ""
        found[name] = Checked(command, repo, reports, done.returncode)
    return found


@pytest.fixture(params=STATUSES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def checked(all_checked: dict[str, Checked], name: str) -> Checked:
    return all_checked[name]


# One run, and what the judges make of it.


def test_each_repository_is_what_it_is_called_and_its_reports_are_all_there(checked, name):
    assert checked.code == EXITS[name]
    assert {each["status"] for each in checked.report["manifests"]} == STATUSES[name]
    assert {file.name for file in checked.reports.iterdir()} == set(FORMATS)


def test_people_read_the_verdict(checked):
    report = checked.report
    lines = checked.text("text").splitlines()
    assert lines[-1].startswith("bundle algocheck ")
    assert lines[-1].endswith(f" exit {checked.code}")

    linked = {
        unquote(law["url"])
        for manifest in report["manifests"]
        for finding in manifest["findings"]
        for law in finding["laws"]
    }
    for read in (markdown.as_github, markdown.as_others):
        page = read(checked.text("markdown"))
        markdown.assert_ours(page, linked)
        assert len(page.rows) == len(report["manifests"]) + 1
        assert ("this check passes" in page.loose) == report["passes"]


def test_programs_read_the_same_report_line_by_line(checked):
    assert checked.report["passes"] == (checked.code == 0)
    assert jsonl.put_together(jsonl.read(checked.text("jsonl"))) == checked.report


def test_code_scanning_takes_it(checked, shared_data, sarif_multitool, tmp_path):
    log = json.loads(checked.text("sarif"))
    given = tmp_path / "report.sarif"
    given.write_text(checked.text("sarif"), encoding="utf-8")

    assert sarif.fits(shared_data)(log)
    assert set(sarif.judged(sarif_multitool, given)) == sarif.TOLERATED
    (run,) = log["runs"]
    assert run["invocations"][0]["exitCode"] == checked.code
    assert any(each["level"] == "error" for each in run["results"]) == (checked.code == 1)


def test_test_results_fit_the_schemas_and_the_parsers(checked, shared_data, tap_parser):
    for schema in junit.schemas(shared_data):
        schema.validate(junit.parsed(checked.text("junit")))
    assert (junit.failing(checked.text("junit")) > 0) == (checked.code == 1)

    complete, satisfied = tap.read_as_14(tap_parser, checked.text("tap"))
    as_13, plan = tap.read_as_13(checked.text("tap"))
    assert plan.expected_tests == complete["count"] == as_13.total()
    assert satisfied == (checked.code == 0)


@pytest.mark.parametrize("service", [azure, github, gitlab], ids=["azure", "github", "gitlab"])
def test_each_service_understands_it_and_shows_an_error_where_there_is_one(checked, service):
    text = checked.text(service.__name__.rpartition(".")[2])
    if service is gitlab:
        assert gitlab.issues(text) or checked.code == 0

    assert (service.failing(text) > 0) == (checked.code == 1)


def test_a_spreadsheet_opens_it_and_has_a_row_for_every_manifest(checked, duckdb):
    of_the_run, *rows = csv_.opened(duckdb, checked.reports / "csv")

    assert of_the_run["status"] == ("passes" if checked.code == 0 else "does_not_pass")
    manifests = [(row["file"], row["status"]) for row in rows if row["record"] == "manifest"]
    assert manifests == [(each["file"], each["status"]) for each in checked.report["manifests"]]


def test_auditors_can_import_it(all_checked, trestle, oscal_python, tmp_path):
    files = []
    for name in STATUSES:
        files.append(tmp_path / f"{name}.json")
        files[-1].write_bytes((all_checked[name].reports / "oscal").read_bytes())
    workspace = tmp_path / "workspace"
    workspace.mkdir()

    said = oscal.validated(trestle, workspace, files)
    assert said.count("VALID: Model") == len(files)
    assert "INVALID" not in said
    assert oscal.refused_by_nist(oscal_python, *files) == ""


def test_its_calendar_is_read_by_programs_and_by_calendars(checked, name, ical_parser, tmp_path):
    files = {"json": tmp_path / "days.json", "ical": tmp_path / "days.ics"}
    done = checked.run("calendar", ".", *(f"--format={key}={file}" for key, file in files.items()))

    days = json.loads(files["json"].read_text("utf-8"))
    events = ical.read(ical_parser, files["ical"].read_text("utf-8"))["events"]
    assert not json_.faults_of(days, json_.CALENDAR)
    # Nothing can be said of the days of a manifest that cannot be read.
    assert (done.returncode == 0) == days["complete"] == (name != "failing")
    assert {each["day"] for each in events} == {each["day"] for each in days["entries"]}


# A format by itself, and the exit code.


def alone(every: dict[str, Checked], folder: Path) -> Iterator[tuple[str, str, Any, Any]]:
    """Yield a repository, a format, and the runs that wrote it alone: to the screen, to a file."""
    pairs = [(name, form) for name in every for form in FORMATS]
    with ThreadPoolExecutor(2) as pool:
        screens = [pool.submit(every[n].run, "check", ".", f"--format={f}") for n, f in pairs]
        files = [
            pool.submit(every[n].run, "check", ".", f"--format={f}={folder / f'{n}.{f}'}")
            for n, f in pairs
        ]
    for (name, form), screen, file in zip(pairs, screens, files, strict=True):
        yield name, form, screen.result(), file.result()


def test_a_format_alone_has_the_same_exit_code_and_says_the_same(all_checked, tmp_path):
    for name, form, screen, file in alone(all_checked, tmp_path):
        where = f"{name}, {form}"
        assert screen.returncode == file.returncode == EXITS[name], where
        assert file.stdout == "", where
        if name == "none":
            assert screen.stdout == "", where
            assert not (tmp_path / f"{name}.{form}").exists(), where
            continue
        written = (tmp_path / f"{name}.{form}").read_bytes().decode("utf-8")
        assert written == all_checked[name].text(form), where
        if form in FOR_PEOPLE:
            assert screen.stdout.strip(), where
        else:
            assert screen.stdout == written.replace("\r\n", "\n"), where


# No verdict, no report.

STALE = "an older report of algocheck, on which everything is compliant"


def test_where_there_is_no_verdict_no_older_report_is_left(all_checked, tmp_path):
    nothing = all_checked["none"]
    files = [tmp_path / form for form in FORMATS]
    for arguments in (["."], ["gone.yaml"], [".", "--waivers=gone.yaml"], [".", "--since=gone"]):
        for file in files:
            file.write_text(STALE, encoding="utf-8")

        done = nothing.run("check", *arguments, *to_files(tmp_path))

        assert (done.returncode, done.stdout) == (2, ""), arguments
        assert done.stderr.startswith("algocheck: ")
        assert not [file for file in files if file.exists()], arguments
    calendar = tmp_path / "days.ics"
    calendar.write_text(STALE, encoding="utf-8")
    assert nothing.run("calendar", ".", f"--format=ical={calendar}").returncode == 2
    assert not calendar.exists()


def test_where_one_report_cannot_be_written_the_others_are_no_verdict_either(all_checked, tmp_path):
    formats = (f"--format=json={tmp_path / 'r.json'}", f"--format=csv={tmp_path / 'no' / 'r.csv'}")

    done = all_checked["compliant"].run("check", ".", *formats)

    assert done.returncode == 2
    assert "no/r.csv" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_is_left_alone(all_checked, tmp_path):
    older, link = tmp_path / "older.json", tmp_path / "link.json"
    older.write_text(STALE, encoding="utf-8")
    link.symlink_to(older)

    done = all_checked["none"].run("check", ".", f"--format=json={link}")

    assert done.returncode == 2
    assert link.is_symlink()
    assert older.read_text(encoding="utf-8") == STALE
