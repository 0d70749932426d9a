# The truth tables, whole: every state of a list with every answer of its entries.
package algocheck.tests.lib.lists

import data.algocheck.lib.lists

_states := ["yes", "no", "unknown"]

_values := ["yes", "no", "unknown"]

test_no_entry_answers_as_the_list_is_known if {
	{state: lists.some_entry(state, []) | some state in _states} == {"yes": "no", "no": "no", "unknown": "unknown"}
	{state: lists.every_entry(state, []) | some state in _states} == {"yes": "yes", "no": "yes", "unknown": "unknown"}
}

test_some_entry_of_one if {
	{state: {value: lists.some_entry(state, [value]) | some value in _values} | some state in _states} == {
		"yes": {"yes": "yes", "no": "no", "unknown": "unknown"},
		"no": {"yes": "yes", "no": "no", "unknown": "unknown"},
		"unknown": {"yes": "yes", "no": "unknown", "unknown": "unknown"},
	}
}

test_some_entry_of_two_in_a_list_that_is_stated if {
	{left: {right: lists.some_entry("yes", [left, right]) | some right in _values} | some left in _values} == {
		"yes": {"yes": "yes", "no": "yes", "unknown": "yes"},
		"no": {"yes": "yes", "no": "no", "unknown": "unknown"},
		"unknown": {"yes": "yes", "no": "unknown", "unknown": "unknown"},
	}
}

test_some_entry_of_two_in_a_list_that_is_not_known if {
	{left: {right: lists.some_entry("unknown", [left, right]) | some right in _values} | some left in _values} == {
		"yes": {"yes": "yes", "no": "yes", "unknown": "yes"},
		"no": {"yes": "yes", "no": "unknown", "unknown": "unknown"},
		"unknown": {"yes": "yes", "no": "unknown", "unknown": "unknown"},
	}
}

test_every_entry_of_one if {
	{state: {value: lists.every_entry(state, [value]) | some value in _values} | some state in _states} == {
		"yes": {"yes": "yes", "no": "no", "unknown": "unknown"},
		"no": {"yes": "yes", "no": "no", "unknown": "unknown"},
		"unknown": {"yes": "unknown", "no": "no", "unknown": "unknown"},
	}
}

test_every_entry_of_two_in_a_list_that_is_stated if {
	{left: {right: lists.every_entry("yes", [left, right]) | some right in _values} | some left in _values} == {
		"yes": {"yes": "yes", "no": "no", "unknown": "unknown"},
		"no": {"yes": "no", "no": "no", "unknown": "no"},
		"unknown": {"yes": "unknown", "no": "no", "unknown": "unknown"},
	}
}

test_every_entry_of_two_in_a_list_that_is_not_known if {
	{left: {right: lists.every_entry("unknown", [left, right]) | some right in _values} | some left in _values} == {
		"yes": {"yes": "unknown", "no": "no", "unknown": "unknown"},
		"no": {"yes": "no", "no": "no", "unknown": "no"},
		"unknown": {"yes": "unknown", "no": "no", "unknown": "unknown"},
	}
}

test_a_list_has_a_value_when_one_entry_is_it if {
	{state: lists.has(["age", "race", "unknown"], state, {"race", "religion"}) | some state in _states} == {"yes": "yes", "no": "yes", "unknown": "yes"}
}

test_a_list_without_the_value_lacks_it_once_it_is_known if {
	{state: lists.has(["age", "sex"], state, {"race"}) | some state in _states} == {"yes": "no", "no": "no", "unknown": "unknown"}
}

test_an_entry_that_is_not_known_may_be_the_value if {
	{state: lists.has(["age", "unknown"], state, {"race"}) | some state in _states} == {"yes": "unknown", "no": "unknown", "unknown": "unknown"}
}

test_a_list_of_nothing_has_nothing_once_it_is_known if {
	{state: lists.has([], state, {"race"}) | some state in _states} == {"yes": "no", "no": "no", "unknown": "unknown"}
}
