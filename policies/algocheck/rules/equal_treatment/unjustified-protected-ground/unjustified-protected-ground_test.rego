package algocheck.tests.equal_treatment["unjustified-protected-ground"]

import data.algocheck.rules.equal_treatment["unjustified-protected-ground"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, known, met) := {
	"applies": applies,
	"requires": array.concat(
		[{"path": ["data", "variables"], "met": known}],
		[{"path": ["data", "variables", i, "justification"], "met": entry} | some i, entry in met],
	),
}

_why := "Statutory pension age decides the allowance"

test_a_ground_with_a_justification_passes if {
	answer == _answer("yes", "yes", ["yes"]) with input as {"data": {"variables": [{"protected_ground": "age", "justification": _why}]}}
}

test_a_ground_whose_justification_is_none_fails if {
	every nothing in ["none", "", "  "] {
		answer == _answer("yes", "yes", ["no"]) with input as {"data": {"variables": [{"protected_ground": "age", "justification": nothing}]}}
	}
}

test_a_ground_whose_justification_is_not_stated_is_unknown if {
	answer == _answer("yes", "yes", ["unknown"]) with input as {"data": {"variables": [{"protected_ground": "religion"}]}}
}

test_a_justification_that_only_holds_the_place_is_unknown if {
	every text in ["n.v.t.", "TODO", "unknown", 7, null, ["text"]] {
		answer == _answer("yes", "yes", ["unknown"]) with input as {"data": {"variables": [{"protected_ground": "other", "justification": text}]}}
	}
}

test_each_variable_answers_at_its_own_place if {
	answer == _answer("yes", "yes", ["yes", "no", "yes", "unknown"]) with input as {"data": {"variables": [
		{"name": "income", "protected_ground": "none"},
		{"name": "birth country", "protected_ground": "race", "justification": "none"},
		{"name": "age", "protected_ground": "age", "justification": _why},
		{"name": "sex", "protected_ground": "sex"},
	]}}
}

test_variables_without_a_ground_do_not_apply if {
	answer == _answer("no", "yes", ["yes", "yes"]) with input as {"data": {"variables": [
		{"name": "income", "protected_ground": "none"},
		{"name": "size of the house", "protected_ground": "none", "justification": "none"},
	]}}
}

test_a_list_stated_as_none_does_not_apply if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("no", "yes", []) with input as {"data": {"variables": nothing}}
	}
}

test_a_group_stated_as_none_does_not_apply if {
	answer == _answer("no", "yes", []) with input as {"data": "none"}
}

test_a_list_that_is_not_stated_is_unknown if {
	every nothing in ["unknown", "", "age", 3, true, null, {"name": "age"}] {
		answer == _answer("unknown", "unknown", []) with input as {"data": {"variables": nothing}}
	}
}

test_an_entry_that_says_nothing_is_unknown if {
	every entry in [{}, null, "age", 3, [], {"protected_ground": "unknown"}] {
		answer == _answer("unknown", "unknown", ["unknown"]) with input as {"data": {"variables": [entry]}}
	}
}

test_an_entry_that_says_nothing_does_not_pass_beside_one_that_does if {
	answer == _answer("yes", "yes", ["unknown", "yes"]) with input as {"data": {"variables": [
		{},
		{"protected_ground": "age", "justification": _why},
	]}}
}

test_an_unknown_ground_is_unknown_even_where_the_justification_is_none if {
	answer == _answer("unknown", "yes", ["unknown"]) with input as {"data": {"variables": [{"name": "x", "protected_ground": "ages", "justification": "none"}]}}
}

test_an_unknown_ground_that_is_justified_anyway_passes if {
	answer == _answer("unknown", "yes", ["yes"]) with input as {"data": {"variables": [{"name": "x", "justification": _why}]}}
}
