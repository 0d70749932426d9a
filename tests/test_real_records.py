"""The main job on real records: every one is imported and gets a verdict, and none passes unseen.

The records of the Algorithm Register and the suppliers' templates are read where
they are; the downloads of other versions below are written for this purpose, with
the oddities that real ones have.
"""

import csv
import io
import json
import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from algocheck.model import Outcome, Status
from algocheck.report.json_ import schema
from support import AT, clean_environment

# Holds no records: a list of what the register's home page shows.
NO_RECORDS = "pre_computed.json"


@dataclass(frozen=True)
class Run:
    """What one command did with all of the records."""

    imported: subprocess.CompletedProcess[str]
    checked: subprocess.CompletedProcess[str]
    report: dict[str, Any]
    expected: int  # records, counted without algocheck

    @property
    def manifests(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.report["manifests"]
        return found


@pytest.fixture(scope="session")
def files(shared_data: Path) -> list[Path]:
    found = [
        *(shared_data / "register-records").rglob("*.json"),
        *(shared_data / "supplier-templates").rglob("*.json"),
    ]
    assert len(found) > 20
    return sorted(found)


@pytest.fixture(scope="session")
def run(files: list[Path], command: str, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Import every record and check every manifest, once."""
    place = tmp_path_factory.mktemp("register")
    imported = _run(command, place, "register", "import", *files, "--to", "algorithms")
    formats = ("--format", "text", "--format", "json=report.json")
    checked = _run(command, place, "check", "algorithms", *AT, *formats)
    report = json.loads((place / "report.json").read_text(encoding="utf-8"))
    expected = sum(_records_in(file) for file in files if file.name != NO_RECORDS)
    return Run(imported, checked, report, expected)


def _run(command: str, place: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [command, *map(str, arguments)],
        cwd=place,
        env=clean_environment() | {"PYTHONWARNINGS": "error"},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def _records_in(file: Path) -> int:
    content = json.loads(file.read_text(encoding="utf-8-sig"))
    if isinstance(content, dict):
        content = content.get("algoritmes", [content])  # as the short index has them
    return len(content)


def test_every_record_becomes_a_manifest(run):
    # One file holds no records at all; the next test says which.
    assert run.imported.returncode == 1
    assert "algocheck schema" in run.imported.stderr
    assert run.imported.stderr.count("\n") == 1
    written = re.search(r"^written +([0-9]+) +([0-9]+)$", run.imported.stdout, re.MULTILINE)
    assert written
    assert int(written[1]) + int(written[2]) == run.expected
    assert run.expected > 1600


def test_a_file_without_records_is_said_to_hold_none_and_no_other_is(run):
    refused = re.findall(r"^  (.+): holds no records", run.imported.stdout, re.MULTILINE)

    assert refused == [NO_RECORDS]
    assert "not imported: 1 file or record" in run.imported.stdout


def test_every_manifest_gets_a_verdict_and_the_verdict_is_no_pass(run):
    assert run.checked.returncode == 1
    assert run.checked.stderr == ""
    assert len(run.manifests) == run.expected
    assert "Traceback" not in run.checked.stdout
    assert run.checked.stdout.splitlines()[-1].endswith("exit 1")


def test_every_rule_answers_for_every_manifest(run):
    rules = {rule for rule in run.report["rules"] if not rule.startswith(("reading/", "schema/"))}

    assert len(rules) >= 50
    for manifest in run.manifests:
        assert set(manifest["outcomes"]) == rules, manifest["file"]


def test_an_imported_manifest_is_sound_but_for_texts_that_the_register_lets_be_too_long(run):
    assert all(manifest["evaluated"] for manifest in run.manifests)
    faults = Counter(fault["rule"] for each in run.manifests for fault in each["faults"])

    assert set(faults) <= {"schema/too-long"}
    assert sum(faults.values()) < 20


def test_a_record_of_the_register_shows_too_little_to_comply(run):
    # What the register asks says nothing of reasons, objection routes or tests for bias.
    assert {manifest["status"] for manifest in run.manifests} == {Status.NOT_SHOWN}
    for manifest in run.manifests:
        outcomes = Counter(answer["outcome"] for answer in manifest["outcomes"].values())
        assert outcomes[Outcome.UNKNOWN] >= 10, manifest["file"]
        assert outcomes[Outcome.PASS] <= 5, manifest["file"]


def test_what_is_not_shown_comes_down_to_questions_that_a_person_can_answer(run):
    for manifest in run.manifests:
        waiting = {rule for question in manifest["questions"] for rule in question["rules"]}
        unknown = {
            rule
            for rule, answer in manifest["outcomes"].items()
            if answer["outcome"] == Outcome.UNKNOWN
        }
        assert 0 < len(manifest["questions"]) <= 30, manifest["file"]
        assert unknown <= waiting or manifest["kind"] == "supplier", manifest["file"]


def test_a_supplier_is_asked_far_less_than_a_municipality(run):
    asked = {
        kind: [len(each["questions"]) for each in run.manifests if each["kind"] == kind]
        for kind in ("supplier", "deployment")
    }

    assert max(asked["supplier"]) < min(asked["deployment"])


def test_the_report_on_all_of_them_fits_its_schema(run):
    jsonschema_rs.validator_for(schema(), validate_formats=True).validate(run.report)


def test_the_first_screen_of_all_of_them_is_one_that_a_person_reads(run):
    lines = run.checked.stdout.splitlines()

    assert len(lines) < 100
    assert f"{run.expected} manifests: {run.expected} not shown" in lines


FIELDS_0_2_3 = {
    "name": "Selectie parkeercontrole",
    "organization": "Gemeente Noorderhaaks",
    "department": "Handhaving",
    "description_short": "Kiest straten waar vaak niet wordt betaald.",
    "type": "Regelgebaseerd",
    "category": "Verkeer, Mobiliteit",
    "website": "n.v.t.",
    "status": "In gebruik",
    "goal": "Eerlijk verdeelde controles.",
    "impact": "",
    "proportionality": "Er is gekeken naar een lichter middel.",
    "mprd": "Nee",
    "iama": "Nee",
    "dpia": "Ja",
    "dpia_description": "Afgerond in 2022.",
    "objection_procedure": "Bezwaar is mogelijk.",
    "standard_version": "0.2.3",
    "contact_email": "algoritmes@example.nl",
    "lang": "Nederlands",
    "revision_date": "44497",
}
FIELDS_0_3_1 = {
    **{key: FIELDS_0_2_3[key] for key in ("organization", "type", "category", "goal", "impact")},
    "name": "Toewijzing van sociale huurwoningen",
    "status": "In ontwikkeling",
    "provider": "Voorbeeld Software B.V.",
    "process_index_url": "www.example.nl/processen",
    "lawful_basis": "Huisvestingswet 2014; <p>zie <a href='https://example.nl'>de site</a></p>",
    "standard_version": "0.3.1",
    "uuid": "9e4bd6f6-9d0a-4a0e-8c38-2f3c6c2a0b11",
    "contact_email": "14010",
    "tags": "wonen, huur",
    "lang": "NLD",
}


def downloaded() -> str:
    """Write a download as the register makes it: a BOM, long cells, lists in text, odd dates."""
    text = io.StringIO()
    columns = list(dict.fromkeys([*FIELDS_0_2_3, *FIELDS_0_3_1, *QUIRKS[0], "lawful_basis_link"]))
    table = csv.DictWriter(text, columns, restval="")
    table.writeheader()
    table.writerows(QUIRKS)
    return f"\ufeff{text.getvalue()}"


QUIRKS = (
    {
        "name": "Bijstand: rechtmatigheid",
        "organization": "Gemeente Noorderhaaks",
        "description_short": 'Regels, met een "citaat", een komma\nen een tweede regel.',
        "status": "In use",
        "standard_version": "1.0",
        "begin_date": "03-2021",
        "end_date": "",
        "lang": "Nld",
        "contact_email": "14010",
        "url": "n.v.t.",
        "source_data_link": "1: Basisregistratie, https://example.nl/brp 2: Kadaster, n.v.t.",
        "lawful_basis_link": "1: Participatiewet art. 53a, https://wetten.overheid.nl/x?a=1¶graaf=2",
        "provider": "Voorbeeld software bv",
    },
    {
        "name": "Kentekens",
        "organization": "Gemeente Noorderhaaks",
        "description_short": "<p>Leest <b>kentekens</b>&nbsp;&amp; vergelijkt ze.</p>",
        "status": "In gebruik",
        "standard_version": "0.4",
        "begin_date": "2019",
        "lang": "EN",
        "contact_email": "algoritmes@example.nl",
    },
    {
        "name": "Kentekens",
        "organization": "Gemeente Noorderhaaks",
        "description_short": "Een tweede met dezelfde naam.",
        "status": "Buiten gebruik",
        "standard_version": "0.1",
        "begin_date": "010719",
        "lang": "Ned",
    },
    {"name": "=1+1", "organization": "Provincie Voorbeeld", "lang": "Dutch", "status": ""},
)


@pytest.mark.parametrize(
    ("file", "content", "records"),
    [
        ("v0_2_3.json", json.dumps([FIELDS_0_2_3]), 1),
        ("v0_3_1.json", json.dumps([FIELDS_0_3_1], ensure_ascii=False), 1),
        ("mixed.json", json.dumps([FIELDS_0_2_3, FIELDS_0_3_1, QUIRKS[0]]), 3),
        ("one.json", "\ufeff" + json.dumps(FIELDS_0_3_1), 1),
        ("download.csv", downloaded(), len(QUIRKS)),
        ("windows.csv", downloaded().replace("\r\n", "\n").replace("\n", "\r\n"), len(QUIRKS)),
    ],
)
def test_downloads_of_other_versions_and_forms_get_a_verdict(
    algocheck, tmp_path, file, content, records
):
    (tmp_path / file).write_bytes(content.encode())
    imported = algocheck("register", "import", file, "--to", "algorithms")
    checked = algocheck("check", "algorithms", *AT, "--format", "json")

    assert imported.returncode == 0
    assert "algocheck schema" in imported.stderr
    assert imported.stderr.count("\n") == 1
    assert (checked.returncode, checked.stderr) == (1, "")
    manifests = json.loads(checked.stdout)["manifests"]
    assert len(manifests) == records
    assert {manifest["status"] for manifest in manifests} == {Status.NOT_SHOWN}
    assert not [fault for manifest in manifests for fault in manifest["faults"]]
    assert all(len(manifest["outcomes"]) >= 50 for manifest in manifests)


def test_the_oddities_of_a_download_become_no_facts(algocheck, tmp_path):
    (tmp_path / "download.csv").write_bytes(downloaded().encode())
    algocheck("register", "import", "download.csv", "--to", "algorithms")
    written = "\n".join(
        file.read_text(encoding="utf-8") for file in sorted(tmp_path.rglob("*.yaml"))
    )

    assert written.count("status: in_use") == 2
    assert "begin_date: 2021-03" in written or 'begin_date: "2021-03"' in written
    assert "<b>" not in written
    assert "\u00b6" not in re.sub(r"original:.*?\n\S", "", written, flags=re.DOTALL)
    assert not re.search(r"^  begin_date: .*(2019|0107)", written, re.MULTILINE)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("empty.json", "[]"),
        ("other.json", '{"name": "site", "version": "1.0.0"}'),
        ("numbers.json", "[1, 2, 3]"),
        ("other.csv", "a,b\n1,2\n"),
        ("nothing.csv", ""),
    ],
)
def test_a_download_without_records_is_said_to_be_so(algocheck, tmp_path, file, content):
    (tmp_path / file).write_text(content, encoding="utf-8")
    done = algocheck("register", "import", file, "--to", "algorithms")

    assert done.returncode == 2
    assert file in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "algorithms").exists()
