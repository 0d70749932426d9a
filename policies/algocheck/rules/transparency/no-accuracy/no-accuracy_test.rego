package algocheck.tests.transparency["no-accuracy"]

import data.algocheck.rules.transparency["no-accuracy"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, accuracy, limitations) := {
	"applies": applies,
	"requires": [
		{"path": ["system", "accuracy"], "met": accuracy},
		{"path": ["system", "limitations"], "met": limitations},
	],
}

_system(accuracy, limitations) := {
	"decision": {"effect": "significant"},
	"system": {"accuracy": accuracy, "limitations": limitations},
}

_measured := [{"metric": "precision", "value": 0.83}]

_limits := "Does not see cash payments"

test_accuracy_and_limitations_pass if {
	answer == _answer("yes", "yes", "yes") with input as _system(_measured, _limits)
}

test_a_system_that_puts_people_into_categories_is_asked_too if {
	answer == _answer("yes", "yes", "yes") with input as {
		"decision": {"effect": "none", "categorises_people": "yes"},
		"system": {"accuracy": _measured, "limitations": _limits},
	}
}

test_no_accuracy_fails if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "no", "yes") with input as _system(nothing, _limits)
	}
}

test_no_limitations_fail if {
	every nothing in ["none", ""] {
		answer == _answer("yes", "yes", "no") with input as _system(_measured, nothing)
	}
}

test_a_system_stated_as_none_fails_on_both if {
	answer == _answer("yes", "no", "no") with input as {"decision": {"effect": "legal"}, "system": "none"}
}

test_accuracy_that_is_not_stated_is_unknown if {
	every nothing in [null, "unknown", "83%", 0.83, {"metric": "precision"}, [{}], [null], ["precision"], [{"metric": "unknown"}], [{"metric": "n.v.t."}]] {
		answer == _answer("yes", "unknown", "yes") with input as _system(nothing, _limits)
	}
}

test_limitations_that_are_not_stated_are_unknown if {
	every nothing in [null, "unknown", "n.v.t.", 3, ["cash"]] {
		answer == _answer("yes", "yes", "unknown") with input as _system(_measured, nothing)
	}
}

test_what_touches_nobody_does_not_apply if {
	answer == _answer("no", "no", "no") with input as {
		"decision": {"effect": "factual", "categorises_people": "no"},
		"system": "none",
	}
}

test_whom_it_touches_is_not_known if {
	answer == _answer("unknown", "no", "no") with input as {"decision": {"effect": "factual"}, "system": "none"}
	answer == _answer("unknown", "unknown", "unknown") with input as {}
}
