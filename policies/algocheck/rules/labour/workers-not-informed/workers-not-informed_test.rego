package algocheck.tests.labour["workers-not-informed"]

import data.algocheck.rules.labour["workers-not-informed"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["labour", "workers_informed_on"], "met": met}],
}

_at_work(subjects, classification, informed_on) := {
	"labour": {"subjects": subjects, "workers_informed_on": informed_on},
	"ai_act": {"classification": classification},
}

_on(today, informed_on) := {"today": today, "manifest": _at_work(["employees"], "high_risk", informed_on)}

test_workers_who_were_told_pass if {
	answer == _answer("yes", "yes") with input as {
		"today": "2031-01-01",
		"manifest": _at_work(["applicants", "employees"], "high_risk", "2027-11-01"),
	}
}

test_the_day_itself_is_a_day_on_which_they_were_told if {
	answer == _answer("yes", "yes") with input as _on("2031-01-01", "2031-01-01")
}

test_a_day_that_is_still_to_come_fails if {
	every day in ["2031-01-02", "2035-01-01"] {
		answer == _answer("yes", "no") with input as _on("2031-01-01", day)
	}
}

test_a_plan_fails_before_the_system_is_in_use_too if {
	every status in ["in_development", "in_use", "out_of_use", "unknown"] {
		manifest := object.union(_at_work(["employees"], "high_risk", "2035-01-01"), {"algorithm": {"status": status}})
		answer == _answer("yes", "no") with input as {"today": "2031-01-01", "manifest": manifest}
	}
}

# Who does not say which day it is cannot know whether that day has come.
test_without_the_day_of_the_check_a_day_is_unknown if {
	answer == _answer("yes", "unknown") with input as _at_work(["employees"], "high_risk", "2027-11-01")
	answer == _answer("yes", "no") with input as _at_work(["employees"], "high_risk", "none")
}

test_workers_who_were_not_told_fail if {
	answer == _answer("yes", "no") with input as _at_work(["employees"], "high_risk", "none")
}

test_a_day_that_is_not_stated_is_unknown if {
	every day in ["unknown", "2027-02-29", "2027-11", "soon", "", 2027, true, null] {
		answer == _answer("yes", "unknown") with input as _at_work(["employees"], "high_risk", day)
	}
}

test_other_people_than_employees_do_not_apply if {
	every subjects in ["none", [], ["none"], ["applicants"], ["jobseekers_on_benefit", "third_party_workers"]] {
		answer == _answer("no", "no") with input as _at_work(subjects, "high_risk", "none")
	}
}

test_a_group_stated_as_none_does_not_apply if {
	answer == _answer("no", "no") with input as {"labour": "none", "ai_act": {"classification": "high_risk"}}
}

test_another_class_than_high_risk_does_not_apply if {
	every class in ["prohibited", "transparency", "minimal", "not_determined"] {
		answer == _answer("no", "no") with input as _at_work(["employees"], class, "none")
	}
}

test_people_who_are_not_stated_are_unknown if {
	every subjects in ["employees", "unknown", null, 3, ["unknown"], ["staff"], ["applicants", "unknown"], {"employees": true}] {
		answer == _answer("unknown", "no") with input as _at_work(subjects, "high_risk", "none")
	}
}

test_a_class_that_is_not_stated_is_unknown if {
	every class in ["unknown", "high", true, null] {
		answer == _answer("unknown", "no") with input as _at_work(["employees"], class, "none")
	}
	answer == _answer("no", "unknown") with input as {"ai_act": "none", "labour": {"subjects": ["employees"]}}
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}

test_a_system_that_is_not_used_at_work_has_no_employees_to_inform if {
	answer == _answer("no", "unknown") with input as {"labour": {"uses": "none"}, "ai_act": {"classification": "high_risk"}}
	answer == _answer("unknown", "unknown") with input as {"labour": {"uses": ["monitoring"]}, "ai_act": {"classification": "high_risk"}}
	answer == _answer("yes", "no") with input as {
		"labour": {"uses": "none", "subjects": ["employees"], "workers_informed_on": "none"},
		"ai_act": {"classification": "high_risk"},
	}
}

test_what_is_no_ai_system_is_not_asked_for_its_class if {
	answer == _answer("no", "unknown") with input as {"labour": {"subjects": ["employees"]}, "ai_act": {"ai_system": "no"}}
	answer == _answer("yes", "no") with input as {
		"labour": {"subjects": ["employees"], "workers_informed_on": "none"},
		"ai_act": {"ai_system": "no", "classification": "high_risk"},
	}
}
