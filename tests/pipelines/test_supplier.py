"""A supplier: the gate of a release, which asks what a supplier can know and keeps its reports."""

import json
from xml.etree import ElementTree as ET

from changing import example, stating
from judges import junit, sarif
from judges.json_ import report_of
from judges.markdown import as_github
from repositories import repository

PRODUCT = example("recruitment-supplier")
GATE = ("check", "product.yaml", "--as", "supplier")
ARTIFACTS = {"json": "report.json", "sarif": "report.sarif", "junit": "report.xml"}

MISSING = {
    "equal_treatment/unjustified-proxy",
    "labour/no-recruitment-bias-test",
    "legal_protection/no-individual-explanation",
    "procurement/no-explainability-duty",
    "procurement/no-technical-access",
}
"""What the product falls short of."""

ONLY_THE_FRAME = """\
manifest_version: 1
kind: supplier
algorithm: {id: talentwijzer, name: Talentwijzer, status: in_use}
labour: {uses: [recruitment]}
"""


def delivered():
    """Return the product's manifest once everything that was missing is there."""
    text = PRODUCT.replace("justification: none", "justification: Counted once, and explained.")
    assert text != PRODUCT
    return stating(
        text,
        level="individual",
        key_factors="yes",
        groups="[sex, age, race, disability]",
        explainability_duty="yes",
        technical_access="auditor",
    )


def findings(report):
    (manifest,) = report["manifests"]
    return {finding["rule"] for finding in manifest["findings"]}


def test_a_release_waits_until_what_is_missing_is_delivered(tmp_path, run, shared_data):
    repo = repository(tmp_path / "product", {"product.yaml": PRODUCT})
    formats = [f"--format={name}=reports/{file}" for name, file in ARTIFACTS.items()]
    summary = ("--format=text", "--format=markdown=reports/summary.md")
    reports = repo.folder / "reports"
    reports.mkdir()

    def gate():
        done = run(repo.folder, *GATE, *summary, *formats)
        assert sorted(file.name for file in reports.iterdir()) == sorted(
            [*ARTIFACTS.values(), "summary.md"]
        )
        return done, report_of((reports / "report.json").read_text("utf-8"))

    refused, report = gate()
    assert refused.returncode == 1
    assert findings(report) == MISSING
    assert not report["passes"]
    for rule in MISSING:
        assert rule in refused.stdout

    repo.commit({"product.yaml": delivered()})
    released, report = gate()
    assert released.returncode == 0, released.stdout
    assert findings(report) == set()
    assert report["passes"]

    # What is kept with the release says so to whoever reads it.
    log = json.loads((reports / "report.sarif").read_text("utf-8"))
    assert sarif.fits(shared_data)(log)
    assert log["runs"][0]["invocations"][0]["exitCode"] == 0
    suites = junit.parsed((reports / "report.xml").read_text("utf-8"))
    for schema in junit.schemas(shared_data):
        schema.validate(suites)
    assert junit.failing(ET.tostring(suites, encoding="unicode")) == 0
    assert "this check passes" in as_github((reports / "summary.md").read_text("utf-8")).loose


def test_a_supplier_is_never_asked_what_only_its_customer_knows(tmp_path, run):
    repo = repository(tmp_path / "product", {"product.yaml": ONLY_THE_FRAME})

    def asked(*arguments):
        done = run(repo.folder, *arguments, "--format=json")
        assert done.returncode == 1, done.stderr
        report = report_of(done.stdout)
        (manifest,) = report["manifests"]
        owner = {rule: about["owner"] for rule, about in report["rules"].items()}
        waiting = {rule for each in manifest["questions"] for rule in each["rules"]}
        return (
            {each["fact"] for each in manifest["questions"]},
            {owner[rule] for rule in waiting},
            {owner[rule] for rule in manifest["outcomes"]},
        )

    facts, owners, of_all_rules = asked(*GATE)
    assert facts
    assert owners == of_all_rules == {"supplier", "both"}

    # Without it, what waits for a customer is told, and nobody is asked more than before.
    unlimited, owners, of_all_rules = asked("check", "product.yaml")
    assert unlimited == facts
    assert (owners, of_all_rules) == ({"supplier", "both"}, {"supplier", "both", "deployer"})
