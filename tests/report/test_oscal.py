"""OSCAL: two judges accept it, and it says neither more nor less than the report."""

import io
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algocheck.model import BaselineState, Outcome, Report
from algocheck.report import Style
from algocheck.report.alerts import alerts
from algocheck.report.oscal import write
from algocheck.report.oscal_parts import objective, token
from hostile import (
    HOSTILE,
    about_the_run,
    covered,
    golden_texts,
    hostile,
    in_the_baseline,
    nothing_asked,
    variants,
    waived,
)
from judges.oscal import refused_by_nist, validated
from reports import example_texts, report_on, thinned, told

UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def results_of(report: Report, style: Style | None = None) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(told(report, "oscal", style or Style()))
    assert whole.keys() == {"assessment-results"}
    results: dict[str, Any] = whole["assessment-results"]
    return results


@cache
def some_of_each() -> Report:
    """Check fewer than `one_of_each`, of as many kinds: OSCAL says everything at length."""
    return report_on(*example_texts(), *thinned(8), *golden_texts()[::5])


def many_kinds() -> Iterator[tuple[str, Report, Style]]:
    whole = some_of_each()
    yield "each", about_the_run(covered(whole)), Style()
    yield "dutch", covered(whole), Style("nl")
    yield "waived", covered(report_on(*example_texts(), *thinned(4)), waived), Style()
    yield "baselined", covered(report_on(*thinned(3)), in_the_baseline), Style()
    yield "not-asked", nothing_asked(), Style()
    yield "nothing", whole._replace(verdicts=()), Style()
    for number, text in enumerate(HOSTILE_TEXTS):
        yield f"hostile{number}", hostile(text), Style("nl")


HOSTILE_TEXTS = ("", " \t", "\ud800", "a\nb\r\u2028", "{{ insert: param, x }} <script>", "*_`[](x)")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write reports of many kinds, as files."""
    folder = tmp_path_factory.mktemp("oscal")
    made = []
    for name, report, style in many_kinds():
        made.append(folder / f"{name}.json")
        with made[-1].open("w", encoding="utf-8", newline="\n") as stream:
            write(report, stream, style)
    return made


def test_trestle_imports_and_validates_reports_of_many_kinds(trestle, files, tmp_path):
    said = validated(trestle, tmp_path, files)

    assert said.count("VALID: Model") == len(files)
    assert "INVALID" not in said


def test_nists_own_models_accept_reports_of_many_kinds(oscal_python, files):
    assert refused_by_nist(oscal_python, *files) == ""


@pytest.mark.parametrize(
    ("wrong", "change"),
    [
        ("'maybe'", lambda whole: set_at(whole, "findings", "target", "status", state="maybe")),
        ("start", lambda whole: whole["results"][0].pop("start")),
        ("'a/b'", lambda whole: set_at(whole, "findings", "target", **{"target-id": "a/b"})),
        ("last-modified", lambda whole: whole["metadata"].update({"last-modified": "2026"})),
    ],
)
def test_that_judge_refuses_what_is_wrong(
    oscal_python: Path, tmp_path: Path, wrong: str, change: Callable[[Any], Any]
):
    whole = results_of(report_on(example_texts()[0]))
    change(whole)
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps({"assessment-results": whole}), encoding="utf-8")

    assert wrong in refused_by_nist(oscal_python, file)


def set_at(whole: dict[str, Any], key: str, *steps: str, **values: str) -> None:
    part = whole["results"][0][key][0]
    for step in steps:
        part = part[step]
    part.update(values)


def test_each_manifest_is_a_result_and_so_is_the_run_where_it_has_findings():
    report = some_of_each()
    plain, with_findings = results_of(report), results_of(about_the_run(report))

    assert len(plain["results"]) == len(report.verdicts)
    assert len(with_findings["results"]) == len(report.verdicts) + 1
    statuses = [prop(result, "status") for result in plain["results"]]
    assert statuses == [report.status(verdict) for verdict in report.verdicts]


def prop(part: dict[str, Any], name: str) -> str:
    found = [each["value"] for each in part.get("props", ()) if each["name"] == name]
    return found[0] if found else ""


STATUS = {
    Outcome.FAIL: ("not-satisfied", "fail"),
    Outcome.UNKNOWN: ("not-satisfied", "other"),
    Outcome.PASS: ("satisfied", "pass"),
}


def test_a_rule_is_satisfied_where_it_passes_and_nowhere_else():
    report = covered(some_of_each())
    for verdict, result in zip(report.verdicts, results_of(report)["results"], strict=True):
        told_states = {
            each["target"]["target-id"]: tuple(
                each["target"]["status"][key] for key in ("state", "reason")
            )
            for each in result.get("findings", ())
        }
        expected = {
            objective(answer.rule.id): STATUS[answer.outcome]
            for answer in verdict.answers
            if answer.outcome in STATUS
        }
        faults = {objective(fault.rule.id): STATUS[Outcome.FAIL] for fault in verdict.faults}
        assert told_states.items() >= (expected | faults).items()
        assert not {state for state, _ in told_states.values()} - {"satisfied", "not-satisfied"}
        others = told_states.keys() - expected.keys()
        assert all(told_states[name][0] == "not-satisfied" for name in others)


def test_a_rule_is_reviewed_or_excluded_and_never_both():
    report = some_of_each()
    for verdict, result in zip(report.verdicts, results_of(report)["results"], strict=True):
        (selection,) = result["reviewed-controls"]["control-selections"]
        included, excluded = (
            {each["control-id"] for each in selection.get(key, ())}
            for key in ("include-controls", "exclude-controls")
        )
        assert not included & excluded
        assert included | excluded >= {token(answer.rule.id) for answer in verdict.answers}
        assert excluded == {
            token(answer.rule.id)
            for answer in verdict.answers
            if answer.outcome in (Outcome.NOT_APPLICABLE, Outcome.UPCOMING)
        }


def test_every_alert_is_an_observation_with_its_place_and_a_risk_with_its_status():
    for report in islice(variants(some_of_each()), 0, 64, 17):
        results = results_of(report)["results"]
        expected = {alert.fingerprint: alert for alert in alerts(report, "en")}
        observations = {
            prop(each, "fingerprint"): each
            for result in results
            for each in result.get("observations", ())
        }
        assert observations.keys() - {""} == expected.keys()
        risks = {
            each["related-observations"][0]["observation-uuid"]: each
            for result in results
            for each in result.get("risks", ())
            if "related-observations" in each
        }
        for fingerprint, alert in expected.items():
            observation = observations[fingerprint]
            (evidence,) = observation["relevant-evidence"]
            assert evidence["href"].endswith(f"#L{alert.location.line}")
            risk = risks[observation["uuid"]]
            question = alert.name.startswith("question/")
            plain = "investigating" if question else "open"
            assert risk["status"] == ("deviation-approved" if alert.waiver else plain)
            day = alert.waiver.expires if alert.waiver else alert.begins.replace("undecided", "")
            assert risk.get("deadline", "") == (f"{day}T00:00:00Z" if day else "")
            assert prop(risk, "baseline") == (alert.baseline or "")


def test_a_waiver_approves_the_risk_and_leaves_the_finding_not_satisfied():
    report = covered(report_on(*example_texts()), waived)
    findings = [
        each for result in results_of(report)["results"] for each in result.get("findings", ())
    ]
    failed = [each for each in findings if prop(each, "outcome") == Outcome.FAIL]

    assert failed
    for each in failed:
        assert each["target"]["status"]["state"] == "not-satisfied"
        assert "a waiver or the baseline covers it" in each["target"]["status"]["remarks"]


def test_what_a_baseline_holds_stays_an_open_risk():
    report = covered(report_on(*example_texts()), in_the_baseline)
    risks = [each for result in results_of(report)["results"] for each in result.get("risks", ())]
    held = [each for each in risks if prop(each, "baseline") == BaselineState.UNCHANGED]

    assert held
    assert {each["status"] for each in held} <= {"open", "investigating"}


def test_every_rule_that_is_not_yet_in_force_and_not_shown_is_a_risk_with_its_day():
    report = some_of_each()
    seen = 0
    for verdict, result in zip(report.verdicts, results_of(report)["results"], strict=True):
        risks = {prop(each, "alert"): each for each in result.get("risks", ())}
        for answer in verdict.answers:
            if answer.outcome is Outcome.UPCOMING:
                seen += 1
                risk = risks[answer.rule.id]
                assert risk.get("deadline", "")[:10] == answer.begins
                assert prop(risk, "begins") == (answer.begins or "undecided")
    assert seen > 10


def identifiers(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "uuid" in node:
            yield node["uuid"]
        for part in node.values():
            yield from identifiers(part)
    elif isinstance(node, list):
        for part in node:
            yield from identifiers(part)


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, part in node.items():
            if key.endswith("-uuid"):
                yield part
            elif key == "href" and part.startswith("#"):
                yield part[1:]
            else:
                yield from references(part)
    elif isinstance(node, list):
        for part in node:
            yield from references(part)


def test_no_identifier_is_there_twice_and_none_refers_to_nothing():
    for report in islice(variants(some_of_each()), 0, 64, 21):
        whole = results_of(report)
        found = list(identifiers(whole))
        assert len(found) == len(set(found))
        assert all(UUID.fullmatch(each) for each in found)
        assert set(references(whole)) <= set(found)
        objectives = {
            part["id"]
            for each in whole["local-definitions"]["objectives-and-methods"]
            for part in each["parts"]
        }
        targets = {
            each["target"]["target-id"]
            for result in whole["results"]
            for each in result.get("findings", ())
        }
        assert targets <= objectives


def test_the_same_report_gives_the_same_bytes_and_another_another_identifier():
    report = some_of_each()
    another = report._replace(today="2026-11-24")

    assert told(report, "oscal") == told(report, "oscal")
    assert results_of(report)["uuid"] != results_of(another)["uuid"]
    risks = [
        {each["uuid"] for result in results_of(each_report)["results"] for each in result["risks"]}
        for each_report in (report_on(example_texts()[2]), about_another_day())
    ]
    assert risks[0] == risks[1], "a risk is the same from one day to the next"


def about_another_day() -> Report:
    return report_on(example_texts()[2])._replace(today="2026-12-01")


MARKUP = re.compile(r"(?<!\\)(?:\\\\)*[*`\[\]<>{}]")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(HOSTILE, st.sampled_from(HOSTILE_TEXTS), st.text()))
def test_no_text_holds_markup_and_no_value_is_empty_or_of_two_lines(text):
    whole = results_of(about_the_run(hostile(text)))
    for key, part in texts(whole):
        assert part.strip()
        assert part.isprintable()
        if key in ("title", "description", "statement", "remarks", "prose", "text"):
            assert not MARKUP.search(part), part
        if key in ("value", "name"):
            assert part == part.strip()


def texts(node: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield key, node
    elif isinstance(node, dict):
        for name, part in node.items():
            yield from texts(part, name)
    elif isinstance(node, list):
        assert node, f"{key} is an empty list, which OSCAL does not know"
        for part in node:
            yield from texts(part, key)


def test_both_languages_say_the_same_in_other_words():
    report = some_of_each()
    english, dutch = (results_of(report, Style(language)) for language in ("en", "nl"))

    assert english["results"][0]["uuid"] == dutch["results"][0]["uuid"]
    assert english["uuid"] != dutch["uuid"]
    assert prop(dutch["metadata"], "language") == "nl"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_stream_of_another_encoding_gets_the_same_document(encoding):
    report = some_of_each()
    stream = io.TextIOWrapper(io.BytesIO(), encoding, errors="backslashreplace")
    write(report, stream, Style())
    stream.flush()

    assert json.loads(stream.buffer.getvalue()) == json.loads(told(report, "oscal"))
