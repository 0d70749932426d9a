package algocheck.tests.equal_treatment["unjustified-proxy"]

import data.algocheck.rules.equal_treatment["unjustified-proxy"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, known, met) := {
	"applies": applies,
	"requires": array.concat(
		[{"path": ["data", "variables"], "met": known}],
		[{"path": ["data", "variables", i, "justification"], "met": entry} | some i, entry in met],
	),
}

_why := "Only the distance to the sports hall is taken from it"

_variable(proxies, justification) := {"data": {"variables": [{"proxy_for": proxies, "justification": justification}]}}

# A profile that has these variables.
_profile(variables) := {"decision": {"profiling": "yes"}, "data": {"variables": variables}}

test_a_proxy_with_a_justification_passes if {
	answer == _answer("yes", "yes", ["yes"]) with input as _profile([{"proxy_for": ["race"], "justification": _why}])
}

test_a_proxy_without_a_justification_fails if {
	answer == _answer("yes", "yes", ["no"]) with input as _profile([{"proxy_for": ["race", "religion"], "justification": "none"}])
}

test_a_proxy_in_a_risk_selection_fails_too if {
	answer == _answer("yes", "yes", ["no"]) with input as object.union(
		{"decision": {"profiling": "no", "risk_selection": "yes"}},
		_variable(["nationality"], "none"),
	)
}

test_a_proxy_whose_justification_is_not_stated_is_unknown if {
	every text in ["n.v.t.", "unknown", null, 4] {
		answer == _answer("yes", "yes", ["unknown"]) with input as _profile([{"proxy_for": ["other"], "justification": text}])
	}
}

test_each_variable_answers_at_its_own_place if {
	answer == _answer("yes", "yes", ["yes", "no", "yes", "unknown", "unknown"]) with input as _profile([
		{"name": "income", "proxy_for": "none"},
		{"name": "postcode", "proxy_for": ["race"], "justification": ""},
		{"name": "distance", "proxy_for": ["disability"], "justification": _why},
		{"name": "name", "proxy_for": ["race"]},
		{"name": "language"},
	])
}

test_variables_that_are_no_proxy_do_not_apply if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("no", "yes", ["yes"]) with input as _profile([{"name": "income", "proxy_for": nothing}])
	}
}

test_without_a_profile_or_a_selection_it_does_not_apply if {
	answer == _answer("no", "yes", ["no"]) with input as object.union(
		{"decision": {"profiling": "no", "risk_selection": "no"}},
		_variable(["race"], "none"),
	)
}

test_whether_it_is_a_profile_is_not_known if {
	answer == _answer("unknown", "yes", ["no"]) with input as object.union(
		{"decision": {"profiling": "no"}},
		_variable(["race"], "none"),
	)
}

test_a_list_stated_as_none_does_not_apply if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("no", "yes", []) with input as _profile(nothing)
	}
}

test_a_list_that_is_not_stated_is_unknown if {
	every nothing in ["unknown", "", 3, null, {"name": "postcode"}] {
		answer == _answer("unknown", "unknown", []) with input as _profile(nothing)
	}
}

test_an_entry_that_says_nothing_is_unknown if {
	every entry in [{}, null, "postcode", 3, {"proxy_for": "unknown"}, {"proxy_for": ["unknown"]}] {
		answer == _answer("unknown", "unknown", ["unknown"]) with input as _profile([entry])
	}
}

test_proxies_that_cannot_be_read_are_unknown if {
	every proxies in ["race", ["postcode"], [3], {"race": true}] {
		answer == _answer("unknown", "yes", ["unknown"]) with input as _profile([{"name": "postcode", "proxy_for": proxies, "justification": "none"}])
	}
}

test_none_beside_a_ground_is_a_proxy_still if {
	answer == _answer("yes", "yes", ["no"]) with input as _profile([{"proxy_for": ["none", "race"], "justification": "none"}])
}
