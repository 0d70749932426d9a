"""JSON for machines: it fits its published schema, and the schema lets nothing else pass."""

import copy
import io
import itertools
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algocheck.baseline.applying import compared
from algocheck.baseline.keep import created
from algocheck.manifest.schema import fields
from algocheck.model import Outcome, Owner, Report, Severity, Status
from algocheck.report import Style
from algocheck.report.json_ import SCHEMA, VERSION, document, schema, write
from algocheck.verdict.select import Selection
from hostile import covered, in_the_baseline, waived
from judges.json_ import faults_of
from manifests import as_json, mutated
from reports import example_texts, report_on, thinned, told
from support import clean_environment
from waivers import FEES, GOOD, applied, waiver

FAST = jsonschema_rs.validator_for(schema(), validate_formats=True)
GOLDEN = [
    file
    for file in sorted((Path(__file__).parents[1] / "golden").glob("*/expected/*.json"))
    if '"report_version"' in file.read_text(encoding="utf-8")  # not a baseline, nor another format
]
HOSTILE = "\x1b[31m \x9b2J \x7f \x00 \u202e \u2066 \u2028 \ufeff [b]x[/] \U0001f600 é ##vso[x] ##"


def named(name: str) -> str:
    """Return a manifest of an algorithm called *name*, every character of it escaped."""
    escaped = "".join(f"\\U{ord(each):08X}" for each in name)
    return f'manifest_version: 1\nkind: deployment\nalgorithm:\n  name: "{escaped}"\n'


def test_the_schema_is_a_schema_and_has_the_version_of_the_report():
    jsonschema.Draft202012Validator.check_schema(schema())

    assert schema()["properties"]["report_version"] == {
        "const": VERSION,
        "description": schema()["properties"]["report_version"]["description"],
    }
    assert SCHEMA.name == f"report-v{VERSION}.json"


def objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "properties" in node and "required" in node:
            yield node
        for part in node.values():
            yield from objects(part)
    elif isinstance(node, list):
        for part in node:
            yield from objects(part)


def test_every_object_of_the_schema_is_closed_and_asks_for_all_its_keys():
    found = list(objects(schema()))

    assert len(found) > 8
    for each in found:
        assert each["additionalProperties"] is False
        assert set(each["required"]) == set(each["properties"])


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: f"{file.parents[1].name}/{file.name}")
def test_the_report_of_every_golden_case_fits(file):
    assert not faults_of(json.loads(file.read_text(encoding="utf-8")))


def test_the_reports_on_the_examples_fit():
    assert not faults_of(document(report_on(*example_texts())))


@pytest.mark.parametrize("change", [None, waived, in_the_baseline])
def test_a_report_that_is_covered_fits_and_counts_what_is(change):
    report = report_on(*example_texts(), *thinned(3))
    report = covered(report, change) if change else covered(report)
    told = document(report)
    points = [
        point
        for manifest in told["manifests"]
        for kind in ("faults", "findings", "questions")
        for point in manifest[kind]
    ]

    assert not faults_of(told)
    assert told["counts"]["waived"] == sum(point["waiver"] is not None for point in points)
    assert told["counts"]["waived"] + told["counts"]["in_baseline"] == sum(
        point["covered"] for point in points
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_the_report_on_whatever_somebody_writes_fits(manifest):
    assert not faults_of(document(report_on(as_json(manifest))))


def test_another_validator_agrees(tmp_path):
    examples = tmp_path / "examples.json"
    examples.write_text(told(report_on(*example_texts()), "json"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", SCHEMA, examples, *GOLDEN],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert len(GOLDEN) > 50


def places(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, dict | list):
        for step in node if isinstance(node, dict) else range(len(node)):
            yield (*path, step)
            yield from places(node[step], (*path, step))


FREE = ("found", "shown", "outcomes", "rules")
"""What holds any value, and what has keys of its own: rules by id."""


def test_a_report_that_lacks_a_key_has_one_more_or_another_kind_of_value_does_not_fit():
    sound = document(report_on(*example_texts()[:3], *thinned(3)))
    chance = random.Random(0)  # noqa: S311 -- the same changes at every run
    everywhere = [path for path in places(sound) if "found" not in path]
    for path in chance.sample(everywhere, 120):
        for how in ("remove", "add", "replace"):
            changed = copy.deepcopy(sound)
            node: Any = changed
            for step in path[:-1]:
                node = node[step]
            if isinstance(node, list) and how != "replace":
                continue
            if how == "remove" and path[-2:-1] not in [(name,) for name in FREE]:
                del node[path[-1]]
            elif how == "add" and path[-2:-1] not in [(name,) for name in FREE]:
                node["another"] = "value"
            elif how == "replace":
                node[path[-1]] = {"another": ["value"]}
            else:
                continue
            assert not FAST.is_valid(changed), (path, how)


def test_neither_language_nor_width_nor_colour_changes_a_byte():
    report = report_on(*thinned(4))
    styles = (Style(), Style("nl"), Style(width=40, colour=True), Style(everything=True))

    assert len({told(report, "json", style) for style in styles}) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252", "utf-16"])
def test_a_stream_of_another_encoding_gets_the_same_report(encoding):
    report = report_on(named(HOSTILE))
    stream = io.TextIOWrapper(io.BytesIO(), encoding, errors="backslashreplace")
    write(report, stream, Style())
    stream.flush()

    text = stream.buffer.getvalue().decode(encoding)
    assert json.loads(text) == json.loads(json.dumps(document(report)))


@given(st.text(max_size=80))
def test_a_terminal_gets_no_command_from_a_value(name):
    written = told(report_on(named(f"x{name}")), "json")

    assert all(each.isprintable() or each == "\n" for each in written)
    assert json.loads(written)["manifests"]


def test_hostile_values_come_through_the_command_as_they_are(algocheck, tmp_path):
    (tmp_path / "m.yaml").write_text(named(HOSTILE), encoding="utf-8")
    done = algocheck("check", "m.yaml", "--format", "json")

    assert all(each.isprintable() or each == "\n" for each in done.stdout)
    assert "##" not in done.stdout
    assert json.loads(done.stdout)["manifests"][0]["title"] == HOSTILE


def test_the_command_prints_the_schema(algocheck):
    done = algocheck("schema", "--report")

    assert json.loads(done.stdout) == schema()
    assert (done.returncode, done.stderr) == (0, "")


def test_a_schema_in_a_language_that_it_is_not_in_is_refused(algocheck):
    done = algocheck("schema", "--report", "--lang", "nl")

    assert (done.returncode, done.stdout) == (2, "")
    assert "Engels" in done.stderr


def test_the_schema_is_there_in_a_shell_of_another_encoding(command):
    done = subprocess.run(
        [command, "schema", "--report"],
        capture_output=True,
        env=clean_environment() | {"PYTHONIOENCODING": "ascii"},
        check=True,
    )

    assert json.loads(done.stdout.decode("ascii")) == schema()


AS_SUPPLIER = Selection(party=Owner.SUPPLIER)


@pytest.mark.parametrize("selection", [Selection(), AS_SUPPLIER], ids=["all", "as supplier"])
def test_every_rule_that_is_not_shown_waits_for_a_question(selection):
    unknown = 0
    for verdict in report_on(*example_texts(), *thinned(150), selection=selection).verdicts:
        asked = {rule.id for question in verdict.questions for rule in question.rules}
        later = asked | {rule.id for each in verdict.later_questions for rule in each.rules}
        for answer in verdict.answers:
            if answer.outcome is Outcome.UNKNOWN:
                unknown += 1
                assert answer.rule.id in asked or only_for_the_deployer(verdict, answer.rule)
            elif answer.outcome is Outcome.UPCOMING and answer.undecided:
                assert answer.rule.id in later or only_for_the_deployer(verdict, answer.rule)
    assert unknown > 500


def only_for_the_deployer(verdict: Any, rule: Any) -> bool:
    """Tell whether a supplier is told, and all that is unknown of *rule* is the deployer's."""
    if verdict.kind != "supplier":
        return False
    reads = (*rule.applies_reads, *rule.requires_reads)
    return any(fields()[fact].asked_of == "deployer" for fact in reads)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_whatever_somebody_writes_what_is_not_shown_is_asked(manifest):
    for verdict in report_on(as_json(manifest)).verdicts:
        asked = {rule.id for question in verdict.questions for rule in question.rules}
        unknown = {each.rule.id for each in verdict.answers if each.outcome is Outcome.UNKNOWN}
        assert unknown <= asked or verdict.kind == "supplier"


def test_nobody_is_asked_what_nothing_waits_for():
    verdicts = report_on(*thinned(40)).verdicts

    assert sum(len(verdict.questions) for verdict in verdicts) > 500
    for verdict in verdicts:
        open_ = {
            each.rule.id
            for each in verdict.answers
            if each.outcome in (Outcome.UNKNOWN, Outcome.FAIL)
        }
        for question in verdict.questions:
            assert {rule.id for rule in question.rules} <= open_
            assert question.severity is max(rule.severity for rule in question.rules)


NOTHING_OPEN = (Status.COMPLIANT, Status.WAIVED, Status.BASELINED)
NOT_EVALUATED = "manifest_version: 7\nkind: deployment\nalgorithm: {id: fees}\n"
FAULTY = "manifest_version: 1\nkind: deployment\nalgorithm: {id: fees}\norganization: 3\n"


def one_by_one() -> Iterator[Report]:
    """Yield reports of one manifest each; among them is every status, as a check comes to it."""
    as_found = report_on(*example_texts(), *thinned(10), NOT_EVALUATED, FAULTY)
    in_baseline = compared(as_found, created(as_found).baseline)
    only = Selection(rules=frozenset({GOOD["rule"]}))
    by_waiver = applied(report_on(FEES, selection=only), waiver())
    for report in (as_found, in_baseline, by_waiver):
        for verdict in report.verdicts:
            yield report._replace(verdicts=(verdict,))


def test_passing_and_the_status_of_each_manifest_agree():
    seen = set()
    for each, threshold in itertools.product(one_by_one(), Severity):
        report = each._replace(threshold=threshold)
        told_of = document(report)
        (status,) = (manifest["status"] for manifest in told_of["manifests"])
        seen.add(status)
        assert report.passes is told_of["passes"] is (status in NOTHING_OPEN)

    assert seen == set(Status)


def test_without_counting_what_is_not_shown_only_what_fails_or_is_broken_stands_in_the_way():
    seen = set()
    for each in one_by_one():
        report = each._replace(unknown_fails=False)
        (verdict,) = report.verdicts
        (status,) = (manifest["status"] for manifest in document(report)["manifests"])
        is_broken = any(map(report.fails, verdict.faults))
        seen.add((status, is_broken))
        assert report.passes is (status in (*NOTHING_OPEN, Status.NOT_SHOWN) and not is_broken)

    assert {status for status, _ in seen} == set(Status)
    assert {(Status.NOT_SHOWN, True), (Status.NOT_SHOWN, False)} <= seen
