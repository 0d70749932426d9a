"""A regulator: a rule of its own, what it would change, its limits, and policies that changed."""

import shutil
import subprocess
import sys

import pytest

from changing import EXAMPLES
from judges.json_ import report_of
from policies import METADATA
from repositories import GIT, repository
from support import ROOT, TODAY

NAME = "records/no-selection-list"
CODE = "XX-01"  # as in METADATA
SHIPPED = "algocheck/rules/human_oversight/no-stop-procedure/no-stop-procedure.rego"

RULE = f"""{METADATA}package algocheck.rules.records["no-selection-list"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.one_of(m.kind, {{"deployment"}})

requires := [{{
	"path": ["records", "selection_list"],
	"met": logic.stated(m.records.selection_list),
}}]
""".replace("severity: high", "severity: medium")

TESTS = """\
package algocheck.tests.records["no-selection-list"]

import data.algocheck.rules.records["no-selection-list"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

said(met) := {
	"applies": "yes",
	"requires": [{"path": ["records", "selection_list"], "met": met}],
}

of(list) := {"kind": "deployment", "records": {"selection_list": list}}

test_a_list_passes if answer == said("yes") with input as of("Selectielijst gemeenten 2020")

test_none_fails if answer == said("no") with input as of("none")

test_what_is_not_stated_is_unknown if answer == said("unknown") with input as {"kind": "deployment"}

test_a_supplier_is_not_asked if rule.applies == "no" with input as {"kind": "supplier"}
"""

BREAKS_IT = """\
manifest_version: 1
kind: deployment
algorithm: {id: fees, name: Fees, status: in_use}
records: {selection_list: none}
"""
WAIVER = {
    "rule": CODE,
    "manifest": "fees",
    "place": "records.selection_list",
    "reason": "The archive decides about it in January.",
    "role": "gemeentesecretaris",
    "reference": "Z-2026-0417",
}


@pytest.fixture
def office(tmp_path, run):
    """Make a repository with a house rule: made, filled in, linted and tested."""
    repo = repository(tmp_path / "office")

    def policy(*words):
        return run(repo.folder, "policy", *words, at=None)

    assert policy("new", NAME, "--to", "house").returncode == 0
    for word in ("lint", "test"):
        assert policy(word, "house").returncode > 0, "what was not filled in is refused"

    folder = f"house/algocheck/rules/{NAME}/no-selection-list"
    repo.write({f"{folder}.rego": RULE, f"{folder}_test.rego": TESTS})
    linted, tested = policy("lint", "house"), policy("test", "house")
    assert (linted.returncode, linted.stdout) == (0, "")
    assert (tested.returncode, "4 tests" in tested.stdout + tested.stderr) == (0, True)
    repo.commit()
    return repo


def by_file(report):
    return {manifest["file"]: manifest for manifest in report["manifests"]}


def name(file):
    return file.removeprefix("corpus/").removesuffix(".yaml")


def test_two_reports_tell_what_a_rule_would_change_before_it_counts(office, run):
    shutil.copytree(EXAMPLES, office.folder / "corpus")
    check = ("check", "corpus", "--format=json", "--fail-on=medium")

    today = report_of(run(office.folder, *check).stdout)
    tomorrow = report_of(run(office.folder, *check, "--policy=house").stdout)

    assert [each["name"] for each in tomorrow["bundles"]] == ["algocheck", "house"]
    assert tomorrow["bundles"][0] == today["bundles"][0]
    said = {}
    for file, after in by_file(tomorrow).items():
        before = by_file(today)[file]
        said[name(file)] = after["outcomes"].pop(NAME)["outcome"]
        # What was said before is still said, of every manifest.
        assert after["outcomes"] == before["outcomes"]
        assert [each for each in after["findings"] if each["rule"] != NAME] == before["findings"]
    assert said["parking-permits"] == "pass"
    assert said["anonymisation-supplier"] == "not_applicable"
    assert set(said.values()) == {"pass", "not_applicable", "unknown"}
    # Whoever was compliant and did not say is asked now; nobody else's status is another.
    changed = {
        (was, is_now["status"], said[name(file)])
        for file, is_now in by_file(tomorrow).items()
        if (was := by_file(today)[file]["status"]) != is_now["status"]
    }
    assert changed == {("compliant", "not_shown", "unknown")}


def test_the_limits_of_the_house_hold_for_its_own_rules(office, run):
    office.write(
        {
            "fees.yaml": BREAKS_IT,
            "house/algocheck/house/waivers/data.yaml": "longest_days: {medium: 30}\n",
        }
    )
    check = ("check", "fees.yaml", "--policy=house", "--theme=records", "--fail-on=medium")
    assert run(office.folder, *check).returncode == 1

    def waive(expires):
        options = [f"--{key}={value}" for key, value in WAIVER.items()]
        return run(office.folder, "waive", ".", "--policy=house", *options, f"--expires={expires}")

    too_long = waive("2027-01-31")
    assert too_long.returncode == 2
    assert "30 days from now at most, until 2026-12-23 (bundle house" in too_long.stderr
    assert waive("2026-12-23").returncode == 0
    assert run(office.folder, *check).returncode == 0

    # By hand nobody gets further.
    waivers = office.folder / "waivers.yaml"
    text = waivers.read_text("utf-8").replace("2026-12-23", "2027-01-31")
    office.write({waivers.name: text})
    refused = run(office.folder, *check)
    assert refused.returncode == 1
    assert "waiver/too-long" in refused.stdout


def test_policies_that_somebody_changed_are_not_taken_for_those_that_ship(tmp_path):
    folder = tmp_path / "algocheck"
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("policies", "manifests/passes"):
        shutil.copytree(ROOT / part, folder / part)
    (tmp_path / "fees.yaml").write_text(BREAKS_IT, encoding="utf-8")

    def copied(*arguments):
        done = subprocess.run(
            [sys.executable, "-m", "algocheck", *arguments],
            cwd=tmp_path,
            env=GIT | {"PYTHONPATH": str(folder / "src")},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    check = ("check", "fees.yaml", f"--at={TODAY}", "--lang=en")
    said = "the rules in bundle algocheck were changed since algocheck was released"
    before, version = report_of(copied(*check, "--format=json")), copied("--version")
    assert "changed" not in version
    assert said not in _on_one_line(copied(*check))

    rule = folder / "policies" / SHIPPED
    text = rule.read_text("utf-8")
    rule.write_text(text.replace("severity: high", "severity: low"), encoding="utf-8")
    assert rule.read_text("utf-8") != text
    after, changed = report_of(copied(*check, "--format=json")), copied("--version")

    assert "changed" in changed
    for format_ in ("text", "markdown", "csv", "github", "sarif", "oscal"):
        assert said in _on_one_line(copied(*check, f"--format={format_}")), format_
    assert (before["bundles"][0]["origin"], after["bundles"][0]["origin"]) == (
        "released",
        "changed",
    )
    (was,), (is_now,) = before["bundles"], after["bundles"]
    assert (was["name"], was["revision"]) == (is_now["name"], is_now["revision"])
    assert was["digest"] != is_now["digest"]
    assert is_now["digest"].removeprefix("sha256:")[:12] in changed


def _on_one_line(text):
    return " ".join(text.split())
