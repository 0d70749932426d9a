"""A rule to fill in: it parses, and fails the lint until it says what it is."""

import re
from collections.abc import Mapping

from algocheck.errors import UsageError

_RULE = re.compile(r"[a-z][a-z0-9_]*/[a-z][a-z0-9-]*")

_REGO = """\
# METADATA
# title: TODO what is so when this rule is kept
# description: |
#   TODO why that matters to the people whom it protects.
# custom:
#   code: TODO
#   severity: TODO low, medium, high or critical
#   owner: TODO supplier, deployer or both
#   kind: TODO law, guidance, contract or quality
#   laws:
#     - {law: TODO, article: ""}
#   nl:
#     title: TODO wat zo is als aan deze regel wordt voldaan
#     description: |
#       TODO waarom dat ertoe doet voor de mensen die de regel beschermt.
#     remedy: TODO wat er moet gebeuren.
#   en:
#     remedy: TODO what must be done.
package algocheck.rules.%(theme)s["%(defect)s"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.one_of(m.TODO, {"yes"})

requires := [{
	"path": ["TODO"],
	"met": logic.stated(m.TODO),
}]
"""

_TEST = """\
package algocheck.tests.%(theme)s["%(defect)s"]

import data.algocheck.rules.%(theme)s["%(defect)s"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

# The whole answer each time. Fill in the manifests, and the paths.

test_it_passes if {
	answer == {"applies": "yes", "requires": [{"path": ["TODO"], "met": "yes"}]} with input as {}
}

test_it_fails if {
	answer == {"applies": "yes", "requires": [{"path": ["TODO"], "met": "no"}]} with input as {}
}

test_what_is_not_stated_is_unknown if {
	answer == {
		"applies": "yes",
		"requires": [{"path": ["TODO"], "met": "unknown"}],
	} with input as {}
}

test_it_does_not_apply if {
	rule.applies == "no" with input as {}
}

test_whether_it_applies_is_not_known if {
	rule.applies == "TODO unknown" with input as {}
}
"""


def skeleton(rule: str) -> Mapping[str, str]:
    """Return the files of a new rule, by path; `UsageError` for a name that no rule can have."""
    if not _RULE.fullmatch(rule):
        raise UsageError("policy.no-rule-name", name=rule)
    theme, _, defect = rule.partition("/")
    names = {"theme": theme, "defect": defect}
    stem = f"algocheck/rules/{rule}/{defect}"
    return {f"{stem}.rego": _REGO % names, f"{stem}_test.rego": _TEST % names}
