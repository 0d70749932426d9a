package algocheck.tests.legal_protection["no-complaint-route"]

import data.algocheck.rules.legal_protection["no-complaint-route"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["legal_protection", "complaint_url"], "met": met}],
}

_quiet := {"awb_decision": "no", "effect": "none", "categorises_people": "no", "risk_selection": "no"}

# A decision block that differs from one that touches nobody, and no complaint route.
_without_route(difference) := {
	"decision": object.union(_quiet, difference),
	"legal_protection": {"complaint_url": "none"},
}

_with_route(url) := {
	"decision": {"awb_decision": "contributes", "risk_selection": "yes"},
	"legal_protection": {"complaint_url": url},
}

test_a_complaint_route_passes if {
	answer == _answer("yes", "yes") with input as _with_route("https://www.example.org/complaints")
}

test_no_complaint_route_fails if {
	answer == _answer("yes", "no") with input as _with_route("none")
}

test_a_group_stated_as_none_fails if {
	answer == _answer("yes", "no") with input as {
		"decision": {"awb_decision": "contributes", "risk_selection": "yes"},
		"legal_protection": "none",
	}
}

test_a_complaint_route_that_is_not_stated_is_unknown if {
	every url in ["unknown", "n.v.t.", "at the counter", "ftp://www.example.org/", 14010, true, null] {
		answer == _answer("yes", "unknown") with input as _with_route(url)
	}
}

test_a_risk_selection_applies if {
	answer == _answer("yes", "no") with input as _without_route({"awb_decision": "contributes", "risk_selection": "yes"})
}

test_every_effect_on_people_applies if {
	every effect in ["legal", "significant", "factual"] {
		answer == _answer("yes", "no") with input as _without_route({"effect": effect})
	}
}

test_people_who_are_categorised_are_touched if {
	answer == _answer("yes", "no") with input as _without_route({"categorises_people": true})
}

test_an_outcome_that_touches_nobody_does_not_apply if {
	answer == _answer("no", "no") with input as _without_route({})
	answer == _answer("no", "no") with input as _without_route({"awb_decision": "contributes"})
}

test_a_decision_has_a_route_of_its_own if {
	answer == _answer("no", "no") with input as _without_route({"awb_decision": "yes", "effect": "legal", "risk_selection": "yes"})
}

test_whether_it_is_a_decision_is_not_known if {
	answer == _answer("unknown", "no") with input as _without_route({"awb_decision": "nee", "effect": "legal"})
}

test_an_effect_that_is_not_stated_is_unknown if {
	answer == _answer("unknown", "no") with input as _without_route({"effect": "unknown"})
	answer == _answer("unknown", "no") with input as _without_route({"categorises_people": null})
	answer == _answer("unknown", "no") with input as _without_route({"risk_selection": 1})
}
