"""JUnit XML fits both schemas that CI servers use, whatever stands in a manifest."""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from hypothesis import HealthCheck, given, settings

from algocheck.model import Outcome, Report
from algocheck.report import Style
from hostile import (
    HOSTILE,
    about_the_run,
    covered,
    hostile,
    in_the_baseline,
    nothing_asked,
    one_of_each,
    waived,
)
from judges import junit
from reports import example_texts, report_on, thinned, told

REPORT = one_of_each()


@pytest.fixture(scope="session")
def schemas(shared_data: Path) -> list[xmlschema.XMLSchema]:
    return junit.schemas(shared_data)


def parsed(report: Report, language: str = "en") -> ET.Element:
    return junit.parsed(told(report, "junit", Style("nl" if language == "nl" else "en")))


def case_of(root: ET.Element, name: str) -> ET.Element:
    (case,) = (each for each in root.iter("testcase") if each.get("name", "").startswith(name))
    return case


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_fits_both_schemas(schemas, language):
    for report in (REPORT, about_the_run(covered(REPORT)), nothing_asked()):
        for schema in schemas:
            schema.validate(parsed(report, language))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HOSTILE)
def test_whatever_somebody_writes_it_fits_both_schemas(schemas, text):
    root = parsed(hostile(text))

    for schema in schemas:
        schema.validate(root)


@settings(max_examples=40)
@given(HOSTILE.filter(str.strip))
def test_what_can_be_shown_is_shown_as_it_is_and_the_rest_written_out(text):
    report = hostile(text)
    name = parsed(report)[0].get("name", "")

    assert told(report, "junit").isascii()
    assert name.isprintable()
    assert name == text or not text.isprintable()


def test_a_schema_does_refuse_what_is_wrong(schemas):
    assert len(schemas) == 2
    for schema in schemas:
        root = parsed(REPORT)
        del root[0].attrib["tests"]
        assert not schema.is_valid(root)


def test_the_counts_of_a_suite_are_those_of_its_cases():
    for suite in parsed(about_the_run(covered(REPORT))):
        held = Counter(each.tag for case in suite.iter("testcase") for each in case)
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == held["failure"]
        assert int(suite.get("errors", "")) == held["error"]
        assert int(suite.get("skipped", "")) == held["skipped"]


def test_no_two_cases_of_a_suite_and_no_two_suites_have_one_name():
    root = parsed(about_the_run(covered(REPORT)))
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]

    assert len(names) == len(set(names)) > 2000
    assert [suite.get("id") for suite in root] == [str(number) for number in range(len(root))]


def test_every_rule_is_a_case_but_those_that_wait_for_an_answer_and_each_question_is_one():
    report = report_on(*example_texts(), *thinned(12))
    for suite, verdict in zip(parsed(report), report.verdicts, strict=False):
        names = [case.get("name", "").partition(" ")[0] for case in suite.iter("testcase")]
        unasked = {answer.rule.id for answer in verdict.left_to_the_deployer}
        rules = {
            answer.rule.id
            for answer in verdict.answers
            if answer.outcome is not Outcome.UNKNOWN or answer.rule.id in unasked
        }
        assert sorted(names) == sorted(rules | {question.name for question in verdict.questions})


def test_an_error_is_what_could_not_be_evaluated_and_a_failure_what_could():
    root = parsed(REPORT)
    for suite, verdict in zip(root, REPORT.verdicts, strict=False):
        assert suite.get("failures") == "0" or verdict.evaluated
        assert suite.get("errors") == "0" or not verdict.evaluated

    assert sum(int(suite.get("errors", "")) for suite in root) > 10


def test_a_failure_tells_where_what_is_required_under_which_law_and_who_acts():
    text = (
        "manifest_version: 1\nkind: deployment\nalgorithm: {id: fees}\n"
        "decision: {effect: legal}\nhuman_oversight:\n  stop_procedure: none\n"
    )
    failure = case_of(parsed(report_on(text)), "human_oversight/no-stop-procedure")[0]

    assert (failure.tag, failure.get("type")) == ("failure", "high")
    assert failure.get("message", "").startswith('human_oversight.stop_procedure is "none"')
    lines = (failure.text or "").splitlines()
    assert lines[0] == '1.yaml:6:3  human_oversight.stop_procedure is "none"'
    assert [line.partition(":")[0] for line in lines[1:]] == [
        "required",
        "rests on",
        "remedy",
        "acts",
        "severity",
    ]
    assert "https://" in lines[2]


@pytest.mark.parametrize(
    ("change", "why"),
    [(waived, "waived until 2027-01-31 by as agreed: as agreed"), (in_the_baseline, "baseline")],
    ids=["waived", "in the baseline"],
)
def test_what_is_covered_is_skipped_and_says_why(change, why):
    report = covered(report_on(*thinned(3)), change)
    root = parsed(report)

    assert report.passes
    assert {suite.get("failures") for suite in root} == {"0"}
    assert sum(why in each.get("message", "") for each in root.iter("skipped")) > 20


def test_the_run_has_a_suite_of_its_own_that_tells_how_it_was_checked():
    suite = parsed(about_the_run(REPORT))[-1]

    assert suite.get("name") == "algocheck"
    assert [case.get("name") for case in suite.iter("testcase")] == [
        "reading/unreadable",
        "schema/too-long",
    ]
    assert "exit 1" in (suite.findtext("system-out") or "")
    bundle = suite.find("properties/property[@name='bundle']")
    assert bundle is not None
    assert "sha256:" in bundle.get("value", "")
