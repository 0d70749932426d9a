"""The index says everything METADATA says, and is read back to the same rules."""

import json
import subprocess
import sys

from algocheck.model import Kind, Law, Owner, Rule, Severity
from algocheck.policy.index import index_of, index_text, rules_in
from policies import METADATA, RULE, look, rule, source

LAW = Law(
    name={"nl": "Awb", "en": "General Administrative Law Act"},
    article="6:4",
    url="https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=6:4",
)
EXPECTED = Rule(
    id="theme/defect",
    severity=Severity.HIGH,
    title={"en": "It is shown", "nl": "Het is getoond"},
    kind=Kind.LAW,
    owner=Owner.DEPLOYER,
    code="XX-01",
    description={"en": "Why it matters.", "nl": "Waarom het ertoe doet."},
    remedy={"en": "Show it.", "nl": "Toon het."},
    laws=(LAW,),
    applies_reads=("decision.effect",),
    requires_reads=("purpose.goal",),
)


def inspected(metadata: str) -> Rule:
    (found,) = look(source({RULE: rule(metadata=metadata)})).rules
    return found


def test_a_rule_is_what_its_metadata_say():
    assert inspected(METADATA) == EXPECTED


def test_regime_and_caveats_are_taken_over():
    found = inspected(
        METADATA.replace(
            'article: "6:4"',
            'article: "6:4", checked: memory, to_verify: a bill is pending, '
            "only_if: {decision.effect: [legal, significant]}",
        )
        + "#   regime:\n#     name: date\n#     date: 2025-02-02\n"
    )

    assert (found.regime, found.regime_date) == ("date", "2025-02-02")
    assert found.laws[0].checked == "memory"
    assert found.laws[0].to_verify == "a bill is pending"
    assert found.laws[0].only_if == {"decision.effect": ("legal", "significant")}


def test_what_is_written_is_read_back():
    index = json.loads(index_text([EXPECTED]))

    assert rules_in(index) == (EXPECTED,)
    assert rules_in(index, "house")[0].bundle == "house"


def test_the_index_has_one_text_whatever_the_order():
    other = Rule(id="a/b", severity=Severity.LOW, title={"en": "é", "nl": "ë"})

    assert index_text([EXPECTED, other]) == index_text([other, EXPECTED])
    assert index_of([EXPECTED, other])["ids"] == ["a/b", "theme/defect"]
    assert "é" in index_text([other])


def test_reading_the_index_imports_no_yaml():
    # It is on the way of every check, and pre-commit waits for it.
    code = "import sys, algocheck.policy.index; sys.exit('yaml' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
