package algocheck.tests.labour["no-recruitment-bias-test"]

import data.algocheck.rules.labour["no-recruitment-bias-test"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["equal_treatment", "bias_tests"], "met": met}],
}

_tested(uses, bias_tests) := {"labour": {"uses": uses}, "equal_treatment": {"bias_tests": bias_tests}}

_all := ["sex", "age", "race", "disability"]

test_one_test_of_all_four_grounds_passes_with_any_method if {
	every method in ["statistical", "proxy", "aggregate", "qualitative"] {
		answer == _answer("yes", "yes") with input as _tested(["selection"], [{"method": method, "groups": _all}])
	}
}

test_all_tests_together_count if {
	answer == _answer("yes", "yes") with input as _tested(["evaluation"], [
		{"method": "statistical", "groups": ["sex", "age", "other"]},
		{"method": "qualitative", "groups": ["race"]},
		{"method": "proxy", "groups": ["disability"]},
		{},
	])
}

test_a_ground_that_no_test_looked_at_fails if {
	every ground in _all {
		answer == _answer("yes", "no") with input as _tested(
			["job_matching"],
			[{"method": "statistical", "groups": [group | some group in _all; group != ground]}],
		)
	}
}

test_no_test_fails if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "no") with input as _tested(["recruitment"], nothing)
		answer == _answer("yes", "no") with input as _tested(["recruitment"], [{"method": "statistical", "groups": nothing}])
	}
	answer == _answer("yes", "no") with input as {"labour": {"uses": ["recruitment"]}, "equal_treatment": "none"}
}

test_tests_that_are_not_stated_are_unknown if {
	every nothing in ["unknown", "", null, 3, {"method": "proxy", "groups": _all}] {
		answer == _answer("yes", "unknown") with input as _tested(["recruitment"], nothing)
	}
}

test_an_entry_that_says_too_little_is_unknown if {
	every entry in [
		{},
		null,
		"statistical",
		{"method": "statistical"},
		{"groups": _all},
		{"method": "survey", "groups": _all},
		{"method": "proxy", "groups": "sex"},
		{"method": "proxy", "groups": ["sex", "age", "race", "handicap"]},
		{"method": "proxy", "groups": ["unknown"]},
	] {
		answer == _answer("yes", "unknown") with input as _tested(["recruitment"], [entry])
	}
}

test_a_test_that_says_too_little_cannot_save_what_another_left_out if {
	answer == _answer("yes", "unknown") with input as _tested(["recruitment"], [{"method": "proxy", "groups": ["sex", "age", "race"]}, {}])
}

test_each_use_that_decides_about_work_applies if {
	every use in ["recruitment", "selection", "job_matching", "evaluation"] {
		answer == _answer("yes", "no") with input as _tested(["monitoring", use], "none")
	}
}

test_another_use_does_not_apply if {
	every uses in ["none", [], ["none"], ["task_allocation", "monitoring", "termination"]] {
		answer == _answer("no", "no") with input as _tested(uses, "none")
	}
	answer == _answer("no", "no") with input as {"labour": "none", "equal_treatment": "none"}
}

test_uses_that_are_not_stated_are_unknown if {
	every uses in ["selection", "unknown", null, 3, ["unknown"], ["hiring"], {"selection": true}] {
		answer == _answer("unknown", "no") with input as _tested(uses, "none")
	}
}
