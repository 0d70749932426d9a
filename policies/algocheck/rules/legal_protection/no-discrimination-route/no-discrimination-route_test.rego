package algocheck.tests.legal_protection["no-discrimination-route"]

import data.algocheck.rules.legal_protection["no-discrimination-route"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["legal_protection", "discrimination_route"], "met": met}],
}

_quiet := {"effect": "none", "categorises_people": "no", "risk_selection": "no"}

# A decision block that differs from one that touches nobody, and no route.
_without_route(difference) := {
	"decision": object.union(_quiet, difference),
	"legal_protection": {"discrimination_route": "none"},
}

_with_route(route) := {
	"decision": {"effect": "legal"},
	"legal_protection": {"discrimination_route": route},
}

test_a_route_passes_as_a_text_or_a_link if {
	every route in ["Named in every letter", "https://www.example.org/discrimination"] {
		answer == _answer("yes", "yes") with input as _with_route(route)
	}
}

test_no_route_fails if {
	every nothing in ["none", "", " "] {
		answer == _answer("yes", "no") with input as _with_route(nothing)
	}
}

test_a_group_stated_as_none_fails if {
	answer == _answer("yes", "no") with input as {
		"decision": {"effect": "legal"},
		"legal_protection": "none",
	}
}

test_a_route_that_is_not_stated_is_unknown if {
	every route in ["unknown", "n.v.t.", "TODO", 14010, true, null, ["letter"]] {
		answer == _answer("yes", "unknown") with input as _with_route(route)
	}
}

test_each_way_to_touch_people_applies if {
	every difference in [{"effect": "legal"}, {"effect": "significant"}, {"categorises_people": "yes"}, {"risk_selection": "yes"}] {
		answer == _answer("yes", "no") with input as _without_route(difference)
	}
}

test_an_outcome_that_touches_nobody_does_not_apply if {
	answer == _answer("no", "no") with input as _without_route({})
	answer == _answer("no", "no") with input as _without_route({"effect": "factual"})
}

test_a_condition_that_is_not_stated_is_unknown if {
	every difference in [{"effect": "legl"}, {"categorises_people": "unknown"}, {"risk_selection": null}] {
		answer == _answer("unknown", "no") with input as _without_route(difference)
	}
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
