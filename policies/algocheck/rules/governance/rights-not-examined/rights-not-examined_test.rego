package algocheck.tests.governance["rights-not-examined"]

import data.algocheck.rules.governance["rights-not-examined"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, examined, answered) := {
	"applies": applies,
	"requires": array.concat(
		[{"path": ["rights"], "met": examined}],
		[{"path": ["rights", i, "touched"], "met": met} | some i, met in answered],
	),
}

_examined(rights) := {"decision": {"effect": "legal"}, "rights": rights}

_two := [{"right": "equal_treatment", "touched": "yes"}, {"right": "privacy", "touched": "no"}]

test_three_rights_that_were_examined_pass if {
	every touched in ["yes", "no", true, false] {
		answer == _answer("yes", "yes", ["yes", "yes", "yes"]) with input as _examined(array.concat(_two, [{"right": "fair_trial", "touched": touched}]))
	}
}

test_other_rights_beside_them_need_no_answer_here if {
	answer == _answer("yes", "yes", ["yes", "yes", "yes", "yes"]) with input as _examined(array.concat(
		_two,
		[{"right": "housing"}, {"right": "fair_trial", "touched": "no"}],
	))
}

test_a_right_that_was_left_out_fails if {
	every right in ["equal_treatment", "fair_trial", "privacy"] {
		answer == _answer("yes", "no", ["yes", "yes"]) with input as _examined([entry |
			some other in ["equal_treatment", "fair_trial", "privacy"]
			other != right
			entry := {"right": other, "touched": "no"}
		])
	}
}

test_another_right_does_not_stand_in_for_it if {
	every other in ["legal_protection", "data_protection", "other"] {
		answer == _answer("yes", "no", ["yes", "yes", "yes"]) with input as _examined(array.concat(_two, [{"right": other, "touched": "yes"}]))
	}
}

test_no_rights_fail if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "no", []) with input as _examined(nothing)
	}
}

test_rights_that_are_not_stated_are_unknown if {
	every nothing in ["unknown", "", null, 3, "privacy", {"right": "privacy"}] {
		answer == _answer("yes", "unknown", []) with input as _examined(nothing)
	}
}

test_whether_a_right_is_touched_is_asked_at_its_place if {
	every touched in ["unknown", "none", "a little", 1, null] {
		answer == _answer("yes", "yes", ["yes", "yes", "unknown"]) with input as _examined(array.concat(_two, [{"right": "fair_trial", "touched": touched}]))
	}
}

test_an_entry_that_names_no_right_is_unknown if {
	every entry in [{}, null, "fair_trial", {"right": "justice"}, {"right": "unknown", "touched": null}] {
		answer == _answer("yes", "unknown", ["yes", "yes", "unknown"]) with input as _examined(array.concat(_two, [entry]))
	}
}

test_an_answer_without_a_right_leaves_only_the_right_unknown if {
	answer == _answer("yes", "unknown", ["yes", "yes", "yes"]) with input as _examined(array.concat(_two, [{"touched": "yes"}]))
}

test_each_way_to_touch_people_applies if {
	every decision in [{"effect": "legal"}, {"effect": "significant"}, {"effect": "factual", "categorises_people": "yes"}] {
		answer == _answer("yes", "no", []) with input as {"decision": decision, "rights": "none"}
	}
}

test_an_outcome_that_touches_nobody_does_not_apply if {
	every effect in ["factual", "none"] {
		answer == _answer("no", "no", []) with input as {"decision": {"effect": effect, "categorises_people": "no"}, "rights": "none"}
	}
}

test_whether_people_are_touched_is_not_known if {
	every decision in [{"effect": "none"}, {"categorises_people": "no"}, {"effect": "legl", "categorises_people": "no"}, null] {
		answer == _answer("unknown", "no", []) with input as {"decision": decision, "rights": "none"}
	}
}
