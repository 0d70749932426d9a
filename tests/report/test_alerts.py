"""Alerts say the same as the verdict: one is a reason for exit 1 exactly where the run fails."""

import pytest

from algocheck.report.alerts import Level, alerts
from hostile import about_the_run, covered, nothing_asked, one_of_each, variants, waived

REPORT = one_of_each()


def test_some_alert_is_an_error_exactly_where_the_manifest_does_not_pass():
    seen = set()
    for number, report in enumerate(variants(REPORT)):
        for verdict in report.verdicts[number % 3 :: 3]:
            alone = report._replace(verdicts=(verdict,))
            fails = any(alert.level is Level.ERROR for alert in alerts(alone, "en"))
            assert fails != alone.passes, (verdict.file, report.threshold, report.unknown_fails)
            seen.add(fails)

    assert seen == {True, False}


def test_a_manifest_of_which_nothing_is_asked_is_an_error():
    (alert,) = alerts(nothing_asked(), "en")

    assert (alert.name, alert.level) == ("reading/not-evaluated", Level.ERROR)


def test_a_broken_manifest_fails_even_where_its_faults_are_waived():
    broken = [each for each in REPORT.verdicts if not each.evaluated]
    report = covered(REPORT._replace(verdicts=tuple(broken)), waived)
    told = list(alerts(report, "en"))

    assert sum(alert.level is Level.ERROR for alert in told) == len(broken) > 10
    assert {a.name for a in told if a.level is Level.ERROR} == {"reading/not-evaluated"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_alerts_have_one_fingerprint(language):
    # The same manifest twice over: services drop the second finding of one fingerprint.
    twice = about_the_run(REPORT)._replace(verdicts=REPORT.verdicts * 2)
    prints = [alert.fingerprint for alert in alerts(twice, language)]

    assert len(prints) == len(set(prints)) > 1000


def test_a_question_says_what_to_state_and_what_there_is_to_choose():
    told = {alert.name: alert.remedy for alert in alerts(REPORT, "en")}

    assert told["question/decision.effect"] == (
        "add decision.effect (choose: legal | significant | factual | none)"
    )
