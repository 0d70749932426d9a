"""algocheck rules: which rules there are, for people and for machines."""

import json

import pytest

from algocheck.bundles import shipped
from algocheck.model import Kind, Owner, Severity
from algocheck.policy.index import rules_in
from policies import RULE, rule

RULES = shipped().rules


def listed(algocheck, *options):
    done = algocheck("rules", "--format", "json", *options)
    assert (done.returncode, done.stderr) == (0, "")
    return [rule["id"] for rule in json.loads(done.stdout)["rules"]]


def test_it_lists_every_rule_on_one_line_for_a_pipe(algocheck):
    done = algocheck("rules")

    assert done.returncode == 0
    head, *rows = done.stdout.splitlines()
    assert head.startswith("code")
    assert [row.split()[1] for row in rows] == [rule.id for rule in RULES]


def test_it_speaks_dutch(algocheck):
    told = algocheck("rules", "--lang", "nl").stdout

    assert "aan zet" in told
    assert all(rule.title["nl"] in told for rule in RULES)


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (("--theme", "privacy"), lambda rule: rule.theme == "privacy"),
        (
            ("--theme", "privacy", "--theme", "chain"),
            lambda rule: rule.theme in ("privacy", "chain"),
        ),
        (("--severity", "Critical"), lambda rule: rule.severity is Severity.CRITICAL),
        (("--kind", "contract"), lambda rule: rule.kind is Kind.CONTRACT),
        (("--owner", "both"), lambda rule: rule.owner is Owner.BOTH),
        (("--as", "supplier"), lambda rule: rule.owner is not Owner.DEPLOYER),
        (
            ("--kind", "law", "--severity", "critical", "--as", "deployer"),
            lambda rule: (
                rule.kind is Kind.LAW
                and rule.severity is Severity.CRITICAL
                and rule.owner is not Owner.SUPPLIER
            ),
        ),
    ],
)
def test_options_narrow_it_down(algocheck, options, wanted):
    expected = [rule.id for rule in RULES if wanted(rule)]

    assert expected
    assert listed(algocheck, *options) == expected


def test_machines_get_everything_that_is_known_of_a_rule_in_both_languages(algocheck):
    told = algocheck("rules", "--format", "json")
    again = algocheck("rules", "--format", "json", "--lang", "nl")
    document = json.loads(told.stdout)

    assert told.stdout == again.stdout
    assert document["rules_version"] == 1
    entries = {rule["id"]: rule for rule in document["rules"]}
    assert list(entries) == sorted(entries)
    assert rules_in({"ids": list(entries), "rules": entries}, "algocheck") == RULES


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii", "utf-16"])
def test_machines_get_the_same_bytes_whatever_the_console(algocheck, encoding):
    plain = algocheck("rules", "--format", "json")
    there = algocheck("rules", "--format", "json", env={"PYTHONIOENCODING": encoding})

    assert not plain.stdout.isascii()
    assert (there.returncode, there.stdout) == (0, plain.stdout)


def test_a_terminal_obeys_nothing_that_house_rules_say(algocheck, tmp_path):
    (tmp_path / "house" / RULE).parent.mkdir(parents=True)
    text = rule().replace("# title: It is shown", r'# title: "It is \u202e\u009b2Jshown"')
    (tmp_path / "house" / RULE).write_text(text, encoding="utf-8")
    told = algocheck("rules", "--format", "json", "--policy", "house")

    assert told.returncode == 0, told.stderr
    assert {"\u202e", "\u009b"}.isdisjoint(told.stdout)
    titles = [each["title"]["en"] for each in json.loads(told.stdout)["rules"]]
    assert "It is \u202e\u009b2Jshown" in titles


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--theme", "legal-protection"), "legal_protection"),
        (("--owner", "supplier", "--severity", "critical"), "no rule is all of that"),
        (("--severity", "severe"), "critical"),
        (("--policy", "nowhere"), "nowhere"),
    ],
)
def test_an_empty_list_is_no_answer(algocheck, options, said):
    refused = algocheck("rules", *options)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert said in refused.stderr
