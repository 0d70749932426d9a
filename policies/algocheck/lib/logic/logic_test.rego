# The truth tables, whole: every combination of the three values.
package algocheck.tests.lib.logic

import data.algocheck.lib.logic
import data.algocheck.params

_values := ["yes", "no", "unknown"]

# Rows are the left answer, columns the right one.
_and := {
	"yes": {"yes": "yes", "no": "no", "unknown": "unknown"},
	"no": {"yes": "no", "no": "no", "unknown": "no"},
	"unknown": {"yes": "unknown", "no": "no", "unknown": "unknown"},
}

_or := {
	"yes": {"yes": "yes", "no": "yes", "unknown": "yes"},
	"no": {"yes": "yes", "no": "no", "unknown": "unknown"},
	"unknown": {"yes": "yes", "no": "unknown", "unknown": "unknown"},
}

test_all_of_nothing_is_yes if {
	logic.all_of([]) == "yes"
}

test_all_of_one_answer_is_that_answer if {
	{left: logic.all_of([left]) | some left in _values} == {"yes": "yes", "no": "no", "unknown": "unknown"}
}

test_all_of_two_answers if {
	{left: {right: logic.all_of([left, right]) | some right in _values} | some left in _values} == _and
}

# The third answer joins as the second did.
test_all_of_three_answers if {
	every left in _values {
		every middle in _values {
			every right in _values {
				logic.all_of([left, middle, right]) == _and[_and[left][middle]][right]
			}
		}
	}
}

test_any_of_nothing_is_no if {
	logic.any_of([]) == "no"
}

test_any_of_one_answer_is_that_answer if {
	{left: logic.any_of([left]) | some left in _values} == {"yes": "yes", "no": "no", "unknown": "unknown"}
}

test_any_of_two_answers if {
	{left: {right: logic.any_of([left, right]) | some right in _values} | some left in _values} == _or
}

test_any_of_three_answers if {
	every left in _values {
		every middle in _values {
			every right in _values {
				logic.any_of([left, middle, right]) == _or[_or[left][middle]][right]
			}
		}
	}
}

test_the_opposite_of_what_is_not_known_is_not_known if {
	{answer: logic.negate(answer) | some answer in _values} == {"yes": "no", "no": "yes", "unknown": "unknown"}
}

test_not_all_is_any_not if {
	every left in _values {
		every right in _values {
			logic.negate(logic.all_of([left, right])) == logic.any_of([logic.negate(left), logic.negate(right)])
		}
	}
}

test_a_value_is_one_of_those_wanted_or_not_or_not_known if {
	{value: logic.one_of(value, {"yes"}) | some value in _values} == {"yes": "yes", "no": "no", "unknown": "unknown"}
	{value: logic.one_of(value, {"no"}) | some value in _values} == {"yes": "no", "no": "yes", "unknown": "unknown"}
	{value: logic.one_of(value, {"yes", "no"}) | some value in _values} == {"yes": "yes", "no": "yes", "unknown": "unknown"}
}

test_no_value_is_one_of_none_wanted if {
	{value: logic.one_of(value, set()) | some value in _values} == {"yes": "no", "no": "no", "unknown": "unknown"}
}

test_a_value_that_is_not_wanted_is_no if {
	logic.one_of("none", {"legal", "significant"}) == "no"
	logic.one_of("factual", {"legal", "significant"}) == "no"
	logic.one_of("significant", {"legal", "significant"}) == "yes"
}

test_what_says_something_is_stated if {
	every value in ["By letter", "0", "https://www.example.org/", "2026-01-31", "The todo list is kept", "n.v.t. for now"] {
		logic.stated(value) == "yes"
	}
}

test_none_and_an_empty_text_say_that_there_is_nothing if {
	every value in ["", " ", "\n\t ", " none ", "None", "NONE", "geen", "Geen.", "none:", "no", "Nee."] {
		logic.stated(value) == "no"
	}
}

test_what_is_not_known_is_not_stated if {
	every value in ["unknown", "Unknown", " UNKNOWN ", "Onbekend."] {
		logic.stated(value) == "unknown"
	}
}

test_every_text_that_only_holds_the_place_says_nothing if {
	count(params.placeholders) > 1
	every text in params.placeholders {
		every written in [concat("", [" ", text, ".\n"]), upper(concat("", [text, ":"])), concat("", ["\u200b", text, "\ufeff"])] {
			logic.stated(written) == "unknown"
		}
	}
}

test_a_number_is_stated if {
	every value in [0, 90, 0.5, -1] {
		logic.stated(value) == "yes"
	}
}

test_what_is_no_text_and_no_number_states_nothing if {
	every value in [true, null, [], ["x"], {}, {"a": "x"}] {
		logic.stated(value) == "unknown"
	}
}

test_without_the_parameters_nothing_is_stated if {
	{text | some text in ["TODO", "none", "By letter"]; logic.stated(text) == "yes"} == set() with data.algocheck.params as {}
}

test_what_is_no_answer_leaves_the_others_open if {
	every value in ["contributes", "not_applicable", "none", "", true] {
		logic.all_of(["yes", value]) == "unknown"
		logic.all_of(["no", value]) == "no"
		logic.any_of(["no", value]) == "unknown"
		logic.any_of(["yes", value]) == "yes"
	}
}

test_two_texts_are_the_same_or_not_or_not_known if {
	texts := ["town", "supplier", "unknown"]
	{left: {right: logic.same(left, right) | some right in texts} | some left in texts} == {
		"town": {"town": "yes", "supplier": "no", "unknown": "unknown"},
		"supplier": {"town": "no", "supplier": "yes", "unknown": "unknown"},
		"unknown": {"town": "unknown", "supplier": "unknown", "unknown": "unknown"},
	}
}

test_a_number_reaches_another_or_not_or_not_known if {
	[[logic.at_least(left, right) | some right in [5, 6, 7, "unknown"]] | some left in [5, 6, 7, "unknown"]] == [
		["yes", "no", "no", "unknown"],
		["yes", "yes", "no", "unknown"],
		["yes", "yes", "yes", "unknown"],
		["unknown", "unknown", "unknown", "unknown"],
	]
}

test_what_is_none_reaches_no_number if {
	logic.at_least("none", 6) == "no"
	logic.at_least(6, "none") == "no"
	logic.at_least("none", "none") == "no"
	logic.at_least("none", 0) == "no"
	logic.at_least("none", -1) == "no"
}

test_fractions_compare_as_numbers if {
	logic.at_least(0.5, 0.5) == "yes"
	logic.at_least(0.25, 0.5) == "no"
	logic.at_least(10, 9) == "yes"
	logic.at_least(-1, 0) == "no"
}
