"""Code scanning gets every alert, with its rule, its place and a name that stays."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from algocheck.model import Law, Outcome, Report, Severity
from algocheck.report import Style
from algocheck.report.alerts import Level, alerts
from algocheck.report.sarif import write
from algocheck.report.sarif_results import FINGERPRINT
from hostile import (
    FRAME,
    HOSTILE,
    about_the_run,
    covered,
    golden_texts,
    hostile,
    in_the_baseline,
    nothing_asked,
    one_of_each,
    variants,
    waived,
)
from judges.sarif import fits, schema
from manifests import as_json, mutated
from reports import example_texts, report_on, thinned, told

REPORT = about_the_run(covered(one_of_each()))
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}


@pytest.fixture(scope="module")
def valid(shared_data: Path) -> Callable[[Any], bool]:
    """Return whether a document is SARIF, as the schema of OASIS has it."""
    return fits(shared_data)


def log(report: Report, style: Style | None = None) -> Any:
    return json.loads(told(report, "sarif", style))


def run(report: Report, style: Style | None = None) -> Any:
    (only,) = log(report, style)["runs"]
    return only


def rules(told_of: Any) -> dict[str, Any]:
    return {rule["id"]: rule for rule in told_of["tool"]["driver"]["rules"]}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_two_validators_find_nothing_wrong_with_a_report_of_everything(
    shared_data, valid, language
):
    document = log(REPORT, Style(language))

    jsonschema.Draft4Validator(schema(shared_data)).validate(document)
    assert valid(document)
    assert not valid(document | {"version": "2.0.0"})


def test_reports_at_every_threshold_and_however_covered_are_valid(valid):
    for report in variants(report_on(*example_texts()[3:6], *thinned(2))):
        assert valid(log(report))


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_a_report_on_whatever_somebody_writes_is_valid_and_each_result_has_a_name_of_its_own(
    valid, manifest
):
    document = log(report_on(as_json(manifest)))

    assert valid(document)
    prints = [each["partialFingerprints"][FINGERPRINT] for each in document["runs"][0]["results"]]
    assert len(prints) == len(set(prints))


@settings(max_examples=80)
@given(HOSTILE)
def test_no_text_of_a_manifest_or_a_waiver_breaks_it_or_reaches_a_terminal(valid, text):
    output = told(hostile(text), "sarif")

    assert valid(json.loads(output))
    assert output.replace("\n", "").isprintable()
    for result in json.loads(output)["runs"][0]["results"]:
        assert result["message"]["text"].isprintable()


def test_every_alert_is_a_result_of_a_rule_that_is_told():
    found = list(alerts(REPORT, "en"))
    only = run(REPORT)
    listed = only["tool"]["driver"]["rules"]

    assert len(only["results"]) == len(found) > 300
    for alert, result in zip(found, only["results"], strict=True):
        location = result["locations"][0]["physicalLocation"]
        assert listed[result["ruleIndex"]]["id"] == result["ruleId"] == alert.name
        assert result["kind"] == "fail"
        assert result["level"] == LEVELS[alert.level]
        assert result["partialFingerprints"] == {FINGERPRINT: alert.fingerprint}
        assert location["region"] == {
            "startLine": alert.location.line,
            "startColumn": alert.location.column,
        }
        place = only["artifacts"][location["artifactLocation"]["index"]]["location"]
        assert place["uri"] == location["artifactLocation"]["uri"] == alert.location.file
        assert result["properties"]["document"] == alert.location.document


def test_all_rules_are_told_whether_or_not_they_are_broken():
    report = report_on(FRAME)
    listed = rules(run(report))

    assert {rule.id for rule in report.rules} <= listed.keys()
    assert len(listed) > len(report.rules)
    assert len(listed) == len(run(report)["tool"]["driver"]["rules"])


def test_a_rule_says_what_people_need_to_act_on_it():
    broken = rules(run(report_on(FRAME)))["transparency/undisclosed-ai"]

    assert broken["name"] == "TransparencyUndisclosedAi"
    assert broken["shortDescription"]["text"].startswith("People are told that")
    assert broken["helpUri"].startswith("https://eur-lex.europa.eu/")
    for form in ("text", "markdown"):
        said = broken["help"][form]
        assert "Say at the start of every contact" in said  # the remedy
        assert "AI Act 50(1)" in said
        assert "https://eur-lex.europa.eu/" in said
        assert "Both act" in said
        assert "ai_act.ai_system" in said  # a fact that it reads
    assert "## The law" in broken["help"]["markdown"]
    assert "[AI Act 50(1)](https" in broken["help"]["markdown"]
    assert {"security", "transparency", "law", "TR-10"} <= set(broken["properties"]["tags"])


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_rule_is_longer_or_has_more_tags_than_github_takes(language):
    told_of = rules(run(REPORT, Style(language)))

    assert len(told_of) > 50
    for rule in told_of.values():
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert 0 < len(rule["name"]) <= 255
        assert len(rule["properties"]["tags"]) <= 10
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]


def test_severity_is_told_as_github_reads_it():
    words = {rule.id: rule.severity for rule in REPORT.rules}
    told_of = rules(run(REPORT))

    assert words.keys() & told_of.keys()
    for name, rule in told_of.items():
        score = float(rule["properties"]["security-severity"])
        read = (
            Severity.CRITICAL
            if score > 9
            else Severity.HIGH
            if score >= 7
            else Severity.MEDIUM
            if score >= 4
            else Severity.LOW
        )
        assert words.get(name, read) is read
        assert "security" in rule["properties"]["tags"]
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")


def test_an_address_that_is_none_is_left_out(valid):
    report = report_on(FRAME)
    odd = Law({"en": "Act", "nl": "Wet"}, "1", "https://example.nl/a b")
    rule = report.rules[0]._replace(laws=(odd,))
    document = log(report._replace(rules=(rule,)))

    assert valid(document)
    assert "helpUri" not in document["runs"][0]["tool"]["driver"]["rules"][0]


def test_a_question_is_a_rule_of_its_own_that_names_the_rules_that_wait():
    asked = rules(run(report_on(FRAME)))["question/decision.effect"]

    assert asked["shortDescription"]["text"] == "What can the outcome do to someone?"
    assert "legal | significant | factual | none" in asked["help"]["text"]
    assert "`legal_protection/no-complaint-route`" in asked["help"]["markdown"]
    assert asked["properties"]["security-severity"] == "9.5"


def test_a_message_is_whole_sentences_of_what_is_found_required_and_to_be_done():
    broken = next(
        each
        for each in run(report_on(*example_texts()))["results"]
        if each["ruleId"] == "transparency/undisclosed-ai"
    )

    assert broken["message"]["text"] == (
        'transparency.ai_interaction_disclosed is "no". Required: People are told that they are '
        "dealing with an AI system. Remedy: Say at the start of every contact that people are "
        "dealing with AI, and state that this is done. Acts: supplier and deployer."
    )


def test_what_somebody_wrote_is_no_link():
    name = "[click](https://evil.example) [a [b](c)"
    report = report_on(FRAME + f'"{name}": 1\n')
    (message,) = (
        each["message"]["text"]
        for each in run(report)["results"]
        if each["ruleId"] == "schema/unknown-key"
    )

    assert "\\[click](https://evil.example) [a \\[b](c)" in message


def test_a_place_has_a_name_that_moved_lines_do_not_change():
    moved = "# a comment\n\n" + example_texts()[2]
    before, after = (run(report_on(text))["results"] for text in (example_texts()[2], moved))

    def named(results: Any) -> list[Any]:
        return [
            (each["partialFingerprints"], each["locations"][0]["logicalLocations"])
            for each in results
        ]

    assert named(before) == named(after)
    assert before != after
    assert before[0]["locations"][0]["logicalLocations"] == [
        {
            "name": "ai_interaction_disclosed",
            "fullyQualifiedName": "chatbot-website#/transparency/ai_interaction_disclosed",
            "kind": "property",
        }
    ]


def test_columns_count_what_we_count():
    text = '{"manifest_version": 1, "kind": "😀", "algorithm": {"id": "x"}, "kinds": 1}'
    only = run(report_on(text))
    (result,) = (each for each in only["results"] if each["ruleId"] == "schema/unknown-key")
    region = result["locations"][0]["physicalLocation"]["region"]

    assert only["columnKind"] == "unicodeCodePoints"
    assert region["startColumn"] == text.index('"kinds"') + 1


def test_nothing_is_suppressed_and_nothing_compared_where_no_waiver_and_no_baseline_is():
    results = run(report_on(*thinned(3)))["results"]

    assert len(results) > 5
    for result in results:
        assert "suppressions" not in result
        assert "baselineState" not in result


def test_what_is_waived_is_a_note_that_is_suppressed_with_the_reason():
    results = run(covered(report_on(FRAME), waived))["results"]

    assert len(results) > 5
    for result in results:
        assert result["level"] == "note"
        assert result["message"]["text"].startswith("Waived until 2027-01-31 by as agreed: ")
        assert "baselineState" not in result
        (suppression,) = result["suppressions"]
        assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
        assert suppression["justification"] == (
            "waived until 2027-01-31 by as agreed: as agreed (as agreed)"
        )
        assert suppression["properties"] == {
            "decidedByRole": "as agreed",
            "expires": "2027-01-31",
            "reference": "as agreed",
        }
        place = suppression["location"]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "waivers.yaml"
        assert place["region"] == {"startLine": 3, "startColumn": 5}


def test_what_is_in_the_baseline_is_unchanged_and_suppressed():
    results = run(covered(report_on(FRAME), in_the_baseline))["results"]

    assert len(results) > 5
    for result in results:
        assert (result["level"], result["baselineState"]) == ("note", "unchanged")
        assert [each["justification"] for each in result["suppressions"]] == ["in the baseline"]


def test_all_results_say_whether_they_are_suppressed_and_new_or_none_does():
    results = run(REPORT)["results"]

    assert {each["baselineState"] for each in results} == {"new", "unchanged"}
    for alert, result in zip(alerts(REPORT, "en"), results, strict=True):
        assert bool(result["suppressions"]) == bool(alert.waiver or alert.baseline == "unchanged")


def test_outcomes_are_told_apart():
    found = {each["properties"]["outcome"] for each in run(REPORT)["results"]}
    upcoming = [each for each in run(REPORT)["results"] if "begins" in each["properties"]]

    assert found == {"fault", Outcome.FAIL, Outcome.UNKNOWN, Outcome.UPCOMING}
    assert upcoming
    for each in upcoming:
        assert (each["level"], each["properties"]["outcome"]) == ("note", "upcoming")
        assert each["message"]["text"].startswith("Upcoming, from ")


def test_the_run_says_how_it_was_checked_and_what_it_came_to():
    only = run(REPORT)
    (invocation,) = only["invocations"]

    assert invocation["executionSuccessful"] is True
    assert invocation["exitCode"] == 1
    assert "endTimeUtc" not in invocation
    assert only["automationDetails"] == {"id": "algocheck/"}
    (bundle,) = REPORT.bundles
    assert only["properties"]["bundles"] == [
        {"name": bundle.name, "revision": bundle.revision, "digest": f"sha256:{bundle.digest}"}
    ]
    assert only["properties"]["today"] == REPORT.today
    said = [each["message"]["text"] for each in invocation["toolExecutionNotifications"]]
    assert said[0].startswith(f"{len(REPORT.verdicts)} manifests: ")


def test_a_run_in_which_nothing_is_open_has_no_results_and_says_so():
    report = report_on(example_texts()[0])
    passing = report._replace(
        verdicts=tuple(
            each._replace(faults=(), findings=(), questions=(), answers=(), later_findings=())
            for each in report.verdicts
        )
    )
    only = run(passing)

    assert only["results"] == []
    assert only["invocations"][0]["exitCode"] == 0
    assert len(only["artifacts"]) == 1


def test_a_manifest_of_which_nothing_is_asked_is_an_error():
    (result,) = run(nothing_asked())["results"]

    assert (result["ruleId"], result["level"]) == ("reading/not-evaluated", "error")


def test_a_file_is_told_from_the_folder_of_the_run():
    def place(file: str, root: str) -> Any:
        (verdict,) = report_on(FRAME).verdicts
        moved = verdict.covering(
            lambda point: point._replace(location=point.location._replace(file=file))
        )
        report = report_on(FRAME)._replace(verdicts=(moved._replace(file=file),))
        only = run(report, Style(root=root))
        (artifact,) = only["artifacts"]
        found = only["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert {key: artifact["location"].get(key) for key in ("uri", "uriBaseId")} == {
            key: found.get(key) for key in ("uri", "uriBaseId")
        }
        return found["uri"], found.get("uriBaseId"), artifact["mimeType"]

    assert place("a b.yaml", "") == ("a%20b.yaml", "%SRCROOT%", "application/yaml")
    assert place("/repo/é.json", "/repo") == ("%C3%A9.json", "%SRCROOT%", "application/json")
    assert place("/other/a.yml", "/repo") == ("file:///other/a.yml", None, "application/yaml")
    assert place("<stdin>", "/repo") == ("stdin", None, "application/yaml")


def test_the_same_report_gives_the_same_bytes():
    assert told(REPORT, "sarif") == told(REPORT, "sarif")


def test_a_stream_that_is_not_utf_8_gets_ascii():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    write(report_on(*golden_texts()[:20]), stream, Style("nl"))
    stream.seek(0)

    assert stream.read().isascii()


def test_each_result_is_a_line_of_its_own():
    lines = told(REPORT, "sarif").splitlines()
    found = [json.loads(line.rstrip(",")) for line in lines if line.startswith('{"ruleId"')]

    assert found == run(REPORT)["results"]
