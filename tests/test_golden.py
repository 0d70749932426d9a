"""What a user sees: each folder under golden/ is a command, its files, and all that it prints.

A case is a folder with a ``case.toml``, the files that the command reads, and under
``expected/`` what comes of it: ``en.txt`` and ``nl.txt`` hold the command, standard
output, standard error and the exit code; every other file is one that the command
wrote. Unless a case chooses its own formats, ``report.json`` is the same report
for machines. A new case needs a folder alone.
"""

import json
import os
import re
import shlex
import shutil
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from algocheck.baseline.rules import SEVERITIES as OF_BASELINES
from algocheck.manifest.faults import SEVERITIES
from algocheck.model import Kind, Outcome, Owner, Severity, Status
from algocheck.waiver.rules import SEVERITIES as OF_WAIVERS
from support import AT, ROOT, Algocheck, Golden

GOLDEN = Path(__file__).parent / "golden"
LOCALES = {"en": "C.UTF-8", "nl": "nl_NL.UTF-8"}
JSON = "report.json"

# What changes with every edit of a policy or of the engine, and is no part of what is told.
DIGEST = re.compile(r"(?<=sha256:)[0-9a-f]{12,64}")
OSCAL = re.compile(r'(?<={\n "assessment-results": {\n  "uuid": ")[0-9a-f-]{36}')
ENGINE = re.compile(r"\b[a-z]+ [0-9]+\.[0-9]+\.[0-9]+\b")


@dataclass(frozen=True)
class Case:
    """One run of the command, as its case.toml has it."""

    folder: Path
    about: str  # what it shows, in a sentence
    command: str  # as typed: algocheck check manifest.yaml
    stdin: str = ""  # the file that comes in on standard input
    environment: dict[str, str] = field(default_factory=dict)
    # Files that no editor keeps as they are: what they hold, escapes written out.
    files: dict[str, str] = field(default_factory=dict)
    encodings: dict[str, str] = field(default_factory=dict)  # of those that are not in UTF-8
    copies: str = ""  # a folder of the project to run on
    own_formats: bool = False  # it is about the formats, or there is nothing to report

    @property
    def arguments(self) -> list[str]:
        """What follows `algocheck`; a check of no day of its own is of the same day for ever."""
        program, *arguments = shlex.split(self.command)
        assert program == "algocheck"
        dated = arguments[:1] != ["check"] or "--at" in arguments
        return arguments if dated else [*arguments, *AT]

    @property
    def expected(self) -> set[str]:
        """The files that hold what comes of it, relative to expected/."""
        folder = self.folder / "expected"
        return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}

    def lay_out(self, place: Path) -> set[str]:
        """Put the files of the case in *place*; return which ones."""
        if self.copies:
            shutil.copytree(ROOT / self.copies, place, dirs_exist_ok=True)
        ignored = shutil.ignore_patterns("case.toml", "expected")
        shutil.copytree(self.folder, place, dirs_exist_ok=True, ignore=ignored)
        for name, content in self.files.items():
            file = place / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode(self.encodings.get(name, "utf-8")))
        return _files(place)


def _load(file: Path) -> Case:
    return Case(file.parent, **tomllib.loads(file.read_text(encoding="utf-8")))


CASES = [_load(file) for file in sorted(GOLDEN.glob("*/case.toml"))]


def _files(place: Path) -> set[str]:
    return {file.relative_to(place).as_posix() for file in place.rglob("*") if file.is_file()}


def _normalised(text: str, place: Path) -> str:
    """Replace digests, an identifier made of one, the engine's version, and where the case was."""
    text = text.replace(f"{place}{os.sep}", "/somewhere/")
    text = OSCAL.sub(lambda found: re.sub("[0-9a-f]", "0", found[0]), text)
    text = DIGEST.sub(lambda found: "0" * len(found[0]), text)
    return ENGINE.sub(lambda found: re.sub("[0-9]", "0", found[0]), text)


def _outputs(case: Case, language: str, algocheck: Algocheck, place: Path) -> dict[str, str]:
    """Run *case* in *language*; return what it printed and what it wrote, by file."""
    before = case.lay_out(place)
    extra = [] if case.own_formats else ["--format", "text", "--format", f"json={JSON}"]
    stdin = (place / case.stdin).read_bytes() if case.stdin else b""
    environment = {"LC_ALL": LOCALES[language], **case.environment}
    done = algocheck(*case.arguments, *extra, cwd=place, env=environment, stdin=stdin)
    said = f"$ {case.command}\n{done.stdout}"
    if done.stderr:
        said += f"[standard error]\n{done.stderr}"
    said = f"{said}[exit {done.returncode}]\n"
    written = {name: (place / name).read_text(encoding="utf-8") for name in _files(place) - before}
    outputs = {f"{language}.txt": said, **written}
    return {name: _normalised(text, place) for name, text in outputs.items()}


each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.folder.name)


@each_case
def test_the_command_says_what_is_on_file(
    case: Case, algocheck: Algocheck, golden: Golden, tmp_path: Path
) -> None:
    english = _outputs(case, "en", algocheck, tmp_path / "en")
    dutch = _outputs(case, "nl", algocheck, tmp_path / "nl")
    outputs = english | dutch

    for name, text in outputs.items():
        golden(text, case.folder / "expected" / name)
    assert set(outputs) == case.expected, "what is expected and did not come is to be removed"


@each_case
def test_both_languages_reach_the_same_verdict(case: Case) -> None:
    exits = {
        (case.folder / "expected" / f"{language}.txt").read_text(encoding="utf-8").splitlines()[-1]
        for language in LOCALES
    }

    assert len(exits) == 1
    assert case.own_formats or (JSON in case.expected) == (exits != {"[exit 2]"})


@each_case
def test_nothing_is_wider_than_the_page_but_what_has_no_place_to_break(case: Case) -> None:
    for language in LOCALES:
        text = (case.folder / "expected" / f"{language}.txt").read_text(encoding="utf-8")
        report = text.partition("\n")[2].partition("[standard error]")[0]
        for line in [] if report.startswith("{") else report.splitlines():
            assert len(line) <= 80 or len(line.split()) == 1, line


def test_every_folder_is_a_case() -> None:
    folders = {each.name for each in GOLDEN.iterdir() if each.is_dir()}

    assert folders == {case.folder.name for case in CASES}
    assert all(case.about for case in CASES)


WRITTEN = [
    json.loads((case.folder / "expected" / name).read_text(encoding="utf-8"))
    for case in CASES
    for name in sorted(case.expected)
    if name.endswith(".json")
]
REPORTS = [document for document in WRITTEN if "report_version" in document]
MANIFESTS = [manifest for report in REPORTS for manifest in report["manifests"]]


def _told(*keys: str) -> set[Any]:
    found: list[Any] = list(MANIFESTS)
    for key in keys:
        found = [
            part
            for each in found
            for part in (each[key] if isinstance(each[key], list) else [each[key]])
        ]
    return set(found)


def test_every_outcome_has_a_case() -> None:
    answers = [answer for each in MANIFESTS for answer in each["outcomes"].values()]

    assert {answer["outcome"] for answer in answers} == set(Outcome)


def test_every_status_of_a_manifest_has_a_case() -> None:
    assert _told("status") == set(Status)


def test_every_fault_of_reading_and_shape_has_a_case() -> None:
    # It takes a thousand faults to say that there are more: nobody reads a case of that size.
    # And what cannot be opened is no file that a case could hold.
    impossible = {"schema/too-many", "reading/cannot-open"}
    assert _told("faults", "rule") == SEVERITIES.keys() - impossible


def test_everything_that_is_said_of_a_waiver_has_a_case() -> None:
    told = {finding["rule"] for report in REPORTS for finding in report["findings"]}

    assert {rule for rule in told if rule.startswith("waiver/")} == OF_WAIVERS.keys()


def test_everything_that_is_said_of_a_baseline_has_a_case() -> None:
    told = {finding["rule"] for report in REPORTS for finding in report["findings"]}

    assert {rule for rule in told if rule.startswith("baseline/")} == OF_BASELINES.keys()


def test_every_kind_every_severity_and_every_owner_has_a_finding() -> None:
    rules = [
        report["rules"][finding["rule"]]
        for report in REPORTS
        for manifest in report["manifests"]
        for finding in manifest["findings"]
    ]

    assert {rule["kind"] for rule in rules} == set(Kind)
    assert {rule["owner"] for rule in rules} == set(Owner)
    assert {rule["severity"] for rule in rules} == {severity.word for severity in Severity}


def test_every_exit_code_of_a_verdict_has_a_case() -> None:
    ends = {
        (case.folder / "expected" / "en.txt").read_text(encoding="utf-8").splitlines()[-1]
        for case in CASES
    }

    assert ends == {"[exit 0]", "[exit 1]", "[exit 2]"}
