package algocheck.tests.governance["no-prohibited-screening"]

import data.algocheck.rules.governance["no-prohibited-screening"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, date, result) := {
	"applies": applies,
	"requires": [
		{"path": ["ai_act", "prohibited_screening", "date"], "met": date},
		{"path": ["ai_act", "prohibited_screening", "result"], "met": result},
	],
}

_screened(screening) := {"ai_act": {"ai_system": "yes", "prohibited_screening": screening}}

_result := "No prohibited practice: the system only reads number plates"

test_a_check_with_a_date_and_a_result_passes if {
	answer == _answer("yes", "yes", "yes") with input as _screened({"date": "2025-02-02", "result": _result})
}

test_no_check_fails if {
	answer == _answer("yes", "no", "no") with input as _screened("none")
	answer == _answer("yes", "no", "no") with input as _screened({"date": "none", "result": ""})
}

test_each_missing_part_fails_at_its_own_place if {
	answer == _answer("yes", "no", "yes") with input as _screened({"date": "none", "result": _result})
	answer == _answer("yes", "yes", "no") with input as _screened({"date": "2025-02-02", "result": "none"})
}

test_parts_that_are_not_stated_are_unknown if {
	every nothing in [
		{},
		null,
		"unknown",
		3,
		{"date": "2025-02-30", "result": "TODO"},
		{"date": "02-02-2025", "result": 3},
		{"date": 20250202, "result": null},
	] {
		answer == _answer("yes", "unknown", "unknown") with input as _screened(nothing)
	}
}

test_what_is_no_ai_does_not_apply if {
	answer == _answer("no", "unknown", "unknown") with input as {"ai_act": {"ai_system": "no"}}
	answer == _answer("no", "no", "no") with input as {"ai_act": "none"}
}

test_whether_it_is_ai_is_not_known if {
	every value in ["unknown", "perhaps", 1, null] {
		answer == _answer("unknown", "no", "no") with input as {"ai_act": {"ai_system": value, "prohibited_screening": "none"}}
	}
}
