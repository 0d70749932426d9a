package algocheck.tests.legal_protection["no-full-reconsideration"]

import data.algocheck.rules.legal_protection["no-full-reconsideration"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["legal_protection", "objection", "full_reconsideration"], "met": met}],
}

_manifest(remedy, full) := {"legal_protection": {
	"remedy": remedy,
	"objection": {"full_reconsideration": full},
}}

test_a_full_reconsideration_passes if {
	answer == _answer("yes", "yes") with input as _manifest("objection", "yes")
	answer == _answer("yes", "yes") with input as _manifest("objection", true)
}

test_running_the_same_system_again_fails if {
	answer == _answer("yes", "no") with input as _manifest("objection", "no")
}

test_an_objection_stated_as_none_fails if {
	answer == _answer("yes", "no") with input as {"legal_protection": {"remedy": "objection", "objection": "none"}}
}

test_a_reconsideration_that_is_not_stated_is_unknown if {
	every full in ["unknown", "none", "partly", 1, null] {
		answer == _answer("yes", "unknown") with input as _manifest("objection", full)
	}
}

test_an_objection_that_is_not_stated_is_unknown if {
	answer == _answer("yes", "unknown") with input as {"legal_protection": {"remedy": "objection"}}
}

test_another_remedy_or_none_does_not_apply if {
	every remedy in ["administrative_appeal", "direct_appeal", "none"] {
		answer == _answer("no", "no") with input as _manifest(remedy, "no")
	}
}

test_a_group_stated_as_none_has_no_objection if {
	answer == _answer("no", "no") with input as {"legal_protection": "none"}
}

test_a_remedy_that_is_not_stated_is_unknown if {
	every remedy in ["unknown", "bezwaar", "", true, null] {
		answer == _answer("unknown", "no") with input as _manifest(remedy, "no")
	}
}

test_without_a_decision_nobody_is_asked_for_the_route if {
	answer == _answer("no", "unknown") with input as {"decision": {"awb_decision": "no"}}
	answer == _answer("unknown", "unknown") with input as {"decision": {"awb_decision": "contributes"}}
	answer == _answer("yes", "no") with input as object.union(_manifest("objection", "no"), {"decision": {"awb_decision": "no"}})
}
