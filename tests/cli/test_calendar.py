"""algocheck calendar: exit codes, files and settings, with the real command."""

import json
import os
import re
from datetime import date

import pytest

from algocheck.calendar.json_ import schema
from algocheck.resources import examples
from calendars import manifest
from support import AT

REVIEW = "monitoring: {{next_review: {}}}\n"


@pytest.fixture
def folder(tmp_path):
    """Two manifests: one with a review to come, one with one that is overdue."""
    for name, day in (("a.yaml", "2027-01-01"), ("b.yaml", "2026-01-01")):
        (tmp_path / name).write_text(manifest(REVIEW.format(day)), encoding="utf-8")
    return tmp_path


def entries(result):
    return json.loads(result.stdout)["entries"]


def test_what_is_overdue_is_listed_and_no_judgement(algocheck, folder):
    result = algocheck("calendar", ".", *AT, cwd=folder)

    assert (result.returncode, result.stderr) == (0, "")
    assert "OVERDUE  1" in result.stdout


def test_what_cannot_be_read_is_exit_1(algocheck, folder):
    (folder / "a.yaml").write_text(manifest(REVIEW.format("soon")), encoding="utf-8")

    assert algocheck("calendar", ".", *AT, cwd=folder).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name the manifests"),
        (("nowhere",), "nowhere"),
        (("empty",), "nothing was checked"),
        ((".", *AT, "--until", "2026-11-22"), "--until 2026-11-22 comes before 2026-11-23"),
        ((".", *AT, "--until", "2046-11-24"), "more than 20 years away"),
        ((".", *AT, "--format", "sarif"), "sarif"),
        ((".", *AT, "--format", "ical", "--format", "json"), "format"),
    ],
)
def test_without_a_calendar_it_is_exit_2_and_says_why(algocheck, folder, arguments, said):
    (folder / "empty").mkdir()
    result = algocheck("calendar", *arguments, cwd=folder)

    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr


def test_several_formats_are_written_in_one_run(algocheck, folder):
    formats = ("--format", "text", "--format", "json=c.json", "--format", "ical=c.ics")
    result = algocheck("calendar", ".", *AT, *formats, cwd=folder)
    written = (folder / "c.ics").read_bytes()

    assert result.returncode == 0
    assert result.stdout.startswith("CALENDAR from 2026-11-23 to 2031-11-23\n")
    days = [each["day"] for each in json.loads((folder / "c.json").read_bytes())["entries"]]
    assert written.count(b"BEGIN:VEVENT") >= len(set(days)) >= 2
    assert written.count(b"\r\n") == written.count(b"\n")


def test_the_day_is_today_unless_it_is_told(algocheck, folder):
    before = date.today().isoformat()  # noqa: DTZ011 -- the day here, as the command means it
    said = json.loads(algocheck("calendar", ".", "--format", "json", cwd=folder).stdout)

    assert said["today"] in (before, date.today().isoformat())  # noqa: DTZ011 -- likewise


@pytest.mark.parametrize(
    ("today", "until"), [("2028-02-29", "2033-02-28"), ("9998-01-01", "9999-01-01")]
)
def test_it_looks_five_years_ahead_as_far_as_there_are_days(algocheck, folder, today, until):
    result = algocheck("calendar", ".", "--at", today, "--format", "json", cwd=folder)

    assert json.loads(result.stdout)["until"] == until


def test_standard_input_is_a_manifest_too(algocheck):
    text = manifest(REVIEW.format("2027-01-01"))
    result = algocheck("calendar", "-", *AT, "--format", "json", stdin=text)

    assert entries(result)[0]["day"] == "2027-01-01"


def test_settings_of_a_check_that_a_calendar_shares_count_and_the_others_do_no_harm(
    algocheck, folder
):
    settings = 'format = ["json"]\nfail-on = "low"\nas = "supplier"\n'
    (folder / "algocheck.toml").write_text(settings, encoding="utf-8")
    result = algocheck("calendar", ".", *AT, cwd=folder)

    assert result.returncode == 0
    assert "monitoring.next_review" not in result.stdout
    assert result.stdout.startswith("CALENDAR")


def test_the_party_that_is_asked_for_sees_its_own(algocheck, folder):
    shown = algocheck("calendar", ".", *AT, "--as", "deployer", "--format", "json", cwd=folder)
    owners = {each["owner"] for each in entries(shown)}

    assert owners
    assert "supplier" not in owners


def test_several_processes_give_the_calendar_of_one(algocheck, tmp_path):
    for number in range(2):
        for file in examples().glob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            (tmp_path / f"{file.stem}-{number}.yaml").write_text(text, encoding="utf-8")
    alone, together = (
        algocheck("calendar", ".", *AT, "--format", "json", "--jobs", jobs, cwd=tmp_path)
        for jobs in ("1", "2")
    )

    assert alone.returncode == together.returncode == 0
    assert entries(alone) == entries(together)


def test_its_schema_is_printed(algocheck):
    assert json.loads(algocheck("schema", "--calendar").stdout) == schema()
    refused = algocheck("schema", "--calendar", "--lang", "nl")
    assert (refused.returncode, "Engels" in refused.stderr) == (2, True)


def test_only_who_asks_for_a_calendar_waits_for_one(algocheck, folder):
    def imported(*arguments):
        environment = os.environ | {"PYTHONPROFILEIMPORTTIME": "1", "LC_ALL": "C.UTF-8"}
        done = algocheck(*arguments, *AT, cwd=folder, env=environment)
        return set(
            re.findall(r"\| +(algocheck\.calendar\.\w+|icalendar)$", done.stderr, re.MULTILINE)
        )

    assert imported("check", "a.yaml") == set()
    assert "icalendar" not in imported("calendar", "a.yaml")
    assert "icalendar" in imported("calendar", "a.yaml", "--format", "ical")


def test_fifty_real_records_have_a_calendar(algocheck, shared_data, tmp_path):
    records = sorted((shared_data / "register-records").rglob("*.json"))
    source = next(file for file in records if len(_records(file)) >= 50)
    (tmp_path / "records.json").write_text(json.dumps(_records(source)[:50]), encoding="utf-8")
    algocheck("register", "import", "records.json", "--to", "algorithms")
    result = algocheck("calendar", "algorithms", *AT, "--format", "json")

    assert (result.returncode, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert found["counts"]["manifests"] == 50
    assert {each["kind"] for each in found["entries"]} >= {"law"}
    assert sum(found["undated"].values()) + found["counts"]["out_of_use"] >= 50


def _records(file):
    content = json.loads(file.read_text(encoding="utf-8-sig"))
    if isinstance(content, dict):
        content = content.get("algoritmes", [])
    return content if isinstance(content, list) else []


def test_a_calendar_whose_waivers_cannot_be_read_is_not_complete(algocheck, folder):
    (folder / "waivers.yaml").write_text("<<<<<<< HEAD\n", encoding="utf-8")

    result = algocheck("calendar", ".", "--format=json", *AT, cwd=folder)

    assert result.returncode == 1
    assert json.loads(result.stdout)["complete"] is False
