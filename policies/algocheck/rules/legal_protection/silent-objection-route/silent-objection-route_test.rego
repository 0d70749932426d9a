package algocheck.tests.legal_protection["silent-objection-route"]

import data.algocheck.rules.legal_protection["silent-objection-route"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["legal_protection", "objection", "explains_algorithm"], "met": met}],
}

_manifest(awb_decision, automation, explains) := {
	"decision": {"awb_decision": awb_decision, "automation": automation},
	"legal_protection": {"objection": {"explains_algorithm": explains}},
}

test_a_route_that_explains_the_algorithm_passes if {
	every decision in ["yes", true, "contributes"] {
		answer == _answer("yes", "yes") with input as _manifest(decision, "signal", "yes")
	}
}

test_a_route_that_is_only_the_standard_procedure_fails if {
	every automation in ["full", "full_if_favourable", "decision_support", "signal"] {
		answer == _answer("yes", "no") with input as _manifest("contributes", automation, "no")
	}
}

test_no_route_at_all_fails if {
	answer == _answer("yes", "no") with input as {
		"decision": {"awb_decision": "yes", "automation": "full"},
		"legal_protection": {"objection": "none"},
	}
	answer == _answer("yes", "no") with input as {
		"decision": {"awb_decision": "yes", "automation": "full"},
		"legal_protection": "none",
	}
}

test_an_explanation_that_is_not_stated_is_unknown if {
	every explains in ["unknown", "none", "partly", 1, null] {
		answer == _answer("yes", "unknown") with input as _manifest("yes", "full", explains)
	}
}

test_mere_information_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("yes", "information", "no")
}

test_without_a_decision_it_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("no", "full", "no")
	answer == _answer("no", "no") with input as _manifest(false, "full", "no")
}

test_whether_it_leads_to_a_decision_is_not_known if {
	answer == _answer("unknown", "no") with input as _manifest("maybe", "full", "no")
}

test_an_automation_that_is_not_stated_is_unknown if {
	every automation in ["unknown", "none", "fully", null] {
		answer == _answer("unknown", "no") with input as _manifest("yes", automation, "no")
	}
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
