"""The examples: each is a sound manifest, and algocheck says of it what its comment says."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from algocheck.manifest.discover import Source
from algocheck.manifest.document import Document
from algocheck.manifest.load import load
from algocheck.manifest.schema import schema
from algocheck.manifest.shape import check_shape
from algocheck.model import Outcome
from support import AT, ROOT, Algocheck

EXAMPLES = ROOT / "manifests" / "examples"
MODELINE = "# yaml-language-server: $schema=algocheck.schema.json"
LINK = re.compile(r"https?://(?:[a-z]+\.)*(example\.(?:nl|org|com)|wetten\.overheid\.nl)/")

# What a comment says of the verdict, in the language of the manifest.
SAID = {
    "algocheck zegt: VOLDOET NIET": "not_compliant",
    "algocheck zegt: VOLDOET": "compliant",
    "algocheck zegt: NIET AANGETOOND": "not_shown",
    "algocheck says: NOT COMPLIANT": "not_compliant",
    "algocheck says: COMPLIANT": "compliant",
}


@dataclass(frozen=True)
class Expected:
    """What algocheck says of an example on that day, by code."""

    status: str
    fails: str = ""
    strictest: int = 1  # exit code with --fail-on low

    @property
    def exit_code(self) -> int:
        return 0 if self.status == "compliant" else 1


EXPECTED = {
    "anonymisation-municipality": Expected("compliant", strictest=0),
    "anonymisation-supplier": Expected("compliant", strictest=0),
    "chatbot": Expected("not_compliant", "TR-10"),
    "fee-calculation": Expected("compliant", strictest=0),
    "from-register": Expected("not_shown", "TR-04"),
    "joint-body-property-values": Expected("not_compliant", "CH-02 CH-05 CH-06"),
    "out-of-use-housing-checks": Expected("compliant", "PC-05"),
    "parking-permits": Expected("compliant", strictest=0),
    "recruitment-screening": Expected(
        "not_compliant",
        "DI-01 DI-02 EQ-04 EQ-07 LM-05 LM-06 LP-05 PC-01 PC-02 PC-05 PC-06 PC-23 PR-04",
    ),
    "recruitment-supplier": Expected("not_compliant", "EQ-04 LM-06 LP-05 PC-02 PC-06"),
    "welfare-reexamination": Expected(
        "not_compliant",
        "CH-19 EQ-01 EQ-03 EQ-04 EQ-05 EQ-07 EQ-08 GV-09 GV-26 HO-09"
        " LP-02 LP-07 LP-24 LP-25 TR-01 TR-13 TR-25",
    ),
    "youth-care-triage": Expected("not_shown"),
    "zero-emission-cameras": Expected("compliant", "TR-25"),
}

each_example = pytest.mark.parametrize("name", EXPECTED)


@cache
def text_of(name: str) -> str:
    return (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def document_of(name: str) -> Document:
    path = EXAMPLES / f"{name}.yaml"
    (document,) = load(Source(path.name, path, named=True, content=None)).documents
    return document


def report_on(algocheck: Algocheck, *arguments: str) -> tuple[int, dict[str, Any]]:
    done = algocheck("check", *arguments, *AT, "--format", "json", cwd=EXAMPLES)
    assert not done.stderr
    return done.returncode, json.loads(done.stdout)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def test_the_table_above_and_the_one_people_read_name_every_example():
    files = {path.stem for path in EXAMPLES.glob("*.yaml")}
    read_by_people = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert set(EXPECTED) == files
    assert set(re.findall(r"^\| \[([a-z-]+)\]\(\1\.yaml\)", read_by_people, re.MULTILINE)) == files


@each_example
def test_an_example_reads_back_with_no_faults(name: str):
    document = document_of(name)
    assert (document.faults, check_shape(document).faults) == ((), ())


@each_example
def test_the_command_says_of_an_example_what_the_table_says(algocheck: Algocheck, name: str):
    exit_code, report = report_on(algocheck, f"{name}.yaml")
    (manifest,) = report["manifests"]
    fails = {
        report["rules"][rule]["code"]
        for rule, answer in manifest["outcomes"].items()
        if answer["outcome"] == Outcome.FAIL
    }
    expected = EXPECTED[name]
    assert (exit_code, manifest["status"]) == (expected.exit_code, expected.status)
    assert fails == set(expected.fails.split())


@each_example
def test_only_an_example_without_a_blemish_passes_the_strictest_threshold(
    algocheck: Algocheck, name: str
):
    exit_code, _ = report_on(algocheck, f"{name}.yaml", "--fail-on", "low")
    assert exit_code == EXPECTED[name].strictest


def test_a_supplier_is_told_the_same_with_and_without_saying_who_it_is(algocheck: Algocheck):
    names = [name for name in EXPECTED if name.endswith("-supplier")]

    assert names
    for name in names:
        assert document_of(name).value["kind"] == "supplier"
        exit_code, report = report_on(algocheck, f"{name}.yaml", "--as", "supplier")
        (manifest,) = report["manifests"]
        assert (exit_code, manifest["status"]) == (EXPECTED[name].exit_code, EXPECTED[name].status)


def test_together_the_examples_show_every_outcome(algocheck: Algocheck):
    _, report = report_on(algocheck, ".")
    shown = {a["outcome"] for m in report["manifests"] for a in m["outcomes"].values()}
    assert shown == {"pass", "fail", "unknown", "not_applicable", "upcoming"}


def test_the_duty_to_tell_workers_begins_in_2030_for_a_system_from_before_it(algocheck: Algocheck):
    _, report = report_on(algocheck, "recruitment-screening.yaml")
    answer = report["manifests"][0]["outcomes"]["labour/workers-not-informed"]
    assert (answer["outcome"], answer["begins"]) == ("upcoming", "2030-08-02")


@each_example
def test_an_example_opens_with_a_modeline_and_says_what_it_shows(name: str):
    first, *lines = text_of(name).split("manifest_version:")[0].splitlines()
    assert first == MODELINE
    comment = " ".join(line.removeprefix("#").strip() for line in lines)
    said = next(status for words, status in SAID.items() if words in comment)
    assert said == EXPECTED[name].status


@each_example
def test_the_blocks_of_an_example_stand_in_the_order_of_the_schema(name: str):
    order = list(schema()["properties"])
    blocks = list(document_of(name).value)
    assert blocks == sorted(blocks, key=order.index)


@each_example
def test_an_example_links_to_nobody_but_the_law(name: str):
    for text in texts(document_of(name).value):
        if "://" in text:
            assert LINK.match(text), text


def test_the_municipality_refers_to_the_very_manifest_of_its_supplier():
    file, _, digest = (
        document_of("anonymisation-municipality").value["supplier"]["manifest_ref"].partition("#")
    )
    assert hashlib.sha256((EXAMPLES / file).read_bytes()).hexdigest() == digest
