package algocheck.tests.legal_protection["no-case-file"]

import data.algocheck.rules.legal_protection["no-case-file"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, inputs, version, output) := {
	"applies": applies,
	"requires": [
		{"path": ["legal_protection", "case_file", "inputs"], "met": inputs},
		{"path": ["legal_protection", "case_file", "rules_version"], "met": version},
		{"path": ["legal_protection", "case_file", "output"], "met": output},
	],
}

_filed(awb_decision, case_file) := {
	"decision": {"awb_decision": awb_decision},
	"legal_protection": {"case_file": case_file},
}

_whole := {"inputs": "yes", "rules_version": "yes", "output": "yes"}

test_a_whole_file_passes if {
	every decision in ["yes", "contributes"] {
		answer == _answer("yes", "yes", "yes", "yes") with input as _filed(decision, _whole)
	}
}

test_each_missing_part_fails_at_its_own_place if {
	answer == _answer("yes", "no", "yes", "yes") with input as _filed("yes", object.union(_whole, {"inputs": "no"}))
	answer == _answer("yes", "yes", "no", "yes") with input as _filed("yes", object.union(_whole, {"rules_version": false}))
	answer == _answer("yes", "yes", "yes", "no") with input as _filed("contributes", object.union(_whole, {"output": "no"}))
}

test_a_file_stated_as_none_fails if {
	answer == _answer("yes", "no", "no", "no") with input as _filed("yes", "none")
	answer == _answer("yes", "no", "no", "no") with input as {
		"decision": {"awb_decision": "yes"},
		"legal_protection": "none",
	}
}

test_parts_that_are_not_stated_are_unknown if {
	every nothing in [{}, null, "unknown", true, {"inputs": "none", "rules_version": 3, "output": null}] {
		answer == _answer("yes", "unknown", "unknown", "unknown") with input as _filed("yes", nothing)
	}
}

test_a_misspelt_part_is_unknown if {
	answer == _answer("yes", "unknown", "yes", "yes") with input as _filed("yes", {"input": "yes", "rules_version": "yes", "output": "yes"})
}

test_without_a_decision_it_does_not_apply if {
	answer == _answer("no", "no", "no", "no") with input as _filed("no", "none")
}

test_whether_it_leads_to_a_decision_is_not_known if {
	answer == _answer("unknown", "no", "no", "no") with input as _filed("unknown", "none")
}
