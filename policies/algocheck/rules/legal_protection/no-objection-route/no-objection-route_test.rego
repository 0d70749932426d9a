package algocheck.tests.legal_protection["no-objection-route"]

import data.algocheck.rules.legal_protection["no-objection-route"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_requires(remedy, url) := [
	{"path": ["legal_protection", "remedy"], "met": remedy},
	{"path": ["legal_protection", "objection", "procedure_url"], "met": url},
]

test_a_route_that_can_be_found_passes if {
	answer == {"applies": "yes", "requires": _requires("yes", "yes")} with input as {
		"decision": {"awb_decision": "yes"},
		"legal_protection": {
			"remedy": "objection",
			"objection": {"procedure_url": "https://www.example.org/objection"},
		},
	}
}

test_no_route_fails if {
	answer == {"applies": "yes", "requires": _requires("no", "no")} with input as {
		"decision": {"awb_decision": "yes"},
		"legal_protection": {"remedy": "none", "objection": "none"},
	}
}

test_a_route_that_is_not_stated_is_unknown if {
	answer == {"applies": "yes", "requires": _requires("unknown", "unknown")} with input as {"decision": {"awb_decision": "yes"}}
}

test_an_appeal_is_a_route_too if {
	every remedy in ["administrative_appeal", "direct_appeal"] {
		answer == {"applies": "yes", "requires": _requires("yes", "yes")} with input as {
			"decision": {"awb_decision": true},
			"legal_protection": {
				"remedy": remedy,
				"objection": {"procedure_url": "https://www.example.org/appeal"},
			},
		}
	}
}

test_a_route_that_nobody_can_find_fails if {
	answer == {"applies": "yes", "requires": _requires("yes", "no")} with input as {
		"decision": {"awb_decision": "yes"},
		"legal_protection": {"remedy": "objection", "objection": "none"},
	}
}

test_no_legal_protection_at_all_fails if {
	answer == {"applies": "yes", "requires": _requires("no", "no")} with input as {
		"decision": {"awb_decision": "yes"},
		"legal_protection": "none",
	}
}

test_what_is_no_route_and_no_link_is_unknown if {
	answer == {"applies": "yes", "requires": _requires("unknown", "unknown")} with input as {
		"decision": {"awb_decision": "yes"},
		"legal_protection": {"remedy": ["objection"], "objection": {"procedure_url": "n.v.t."}},
	}
}

test_without_a_decision_it_does_not_apply if {
	every no_decision in ["contributes", "no"] {
		answer == {"applies": "no", "requires": _requires("unknown", "unknown")} with input as {"decision": {"awb_decision": no_decision}}
	}
}

test_whether_it_is_a_decision_is_not_known if {
	answer == {"applies": "unknown", "requires": _requires("unknown", "unknown")} with input as {"decision": {"awb_decision": "legl"}}
}
