package algocheck.tests.legal_protection["no-reasons"]

import data.algocheck.rules.legal_protection["no-reasons"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["legal_protection", "decision_notice", "states_reasons"], "met": met}],
}

_manifest(awb_decision, reasons) := {
	"decision": {"awb_decision": awb_decision},
	"legal_protection": {"decision_notice": {"states_reasons": reasons}},
}

test_a_decision_with_its_reasons_passes if {
	answer == _answer("yes", "yes") with input as _manifest("yes", "yes")
	answer == _answer("yes", "yes") with input as _manifest(true, true)
}

test_a_decision_without_its_reasons_fails if {
	answer == _answer("yes", "no") with input as _manifest("yes", "no")
	answer == _answer("yes", "no") with input as _manifest("yes", false)
}

test_the_decision_that_follows_must_state_its_reasons_too if {
	answer == _answer("yes", "no") with input as _manifest("contributes", "no")
}

test_a_notice_stated_as_none_fails if {
	answer == _answer("yes", "no") with input as {
		"decision": {"awb_decision": "yes"},
		"legal_protection": {"decision_notice": "none"},
	}
	answer == _answer("yes", "no") with input as {
		"decision": {"awb_decision": "yes"},
		"legal_protection": "none",
	}
}

test_reasons_that_are_not_stated_are_unknown if {
	every reasons in ["unknown", "none", "usually", 1, null, ["yes"]] {
		answer == _answer("yes", "unknown") with input as _manifest("yes", reasons)
	}
}

test_a_notice_that_is_not_stated_is_unknown if {
	answer == _answer("yes", "unknown") with input as {"decision": {"awb_decision": "yes"}}
}

test_without_a_decision_it_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("no", "no")
}

test_whether_it_leads_to_a_decision_is_not_known if {
	every decision in ["unknown", "none", "ja", null] {
		answer == _answer("unknown", "no") with input as _manifest(decision, "no")
	}
}
