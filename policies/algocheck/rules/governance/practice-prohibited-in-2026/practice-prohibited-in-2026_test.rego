package algocheck.tests.governance["practice-prohibited-in-2026"]

import data.algocheck.main
import data.algocheck.rules.governance["practice-prohibited-in-2026"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["ai_act", "prohibited_points"], "met": met}],
}

_practice(points, status) := {
	"algorithm": {"status": status},
	"ai_act": {"ai_system": "yes", "classification": "prohibited", "prohibited_points": points},
}

_class(classification) := {
	"algorithm": {"status": "in_use"},
	"ai_act": {"ai_system": "yes", "classification": classification},
}

_both_points := ["ba", "bb"]

_outcome := main.report["governance/practice-prohibited-in-2026"].outcome

test_each_point_that_was_added_fails if {
	every points in [["ba"], ["bb"], _both_points, ["a", "bb"], ["none", "ba"], ["z", "ba"]] {
		answer == _answer("yes", "no") with input as _practice(points, "in_use")
	}
}

# What is named counts, whatever class is stated beside it.
test_a_point_fails_in_every_class if {
	every class in ["high_risk", "transparency", "minimal", "not_determined", "unknown", null] {
		answer == _answer("yes", "no") with input as {
			"algorithm": {"status": "in_use"},
			"ai_act": {"ai_system": "yes", "classification": class, "prohibited_points": ["ba"]},
		}
	}
}

test_points_of_the_first_law_pass if {
	every point in ["a", "b", "c", "d", "e", "f", "g", "h"] {
		answer == _answer("yes", "yes") with input as _practice([point], "in_use")
	}
}

test_no_points_pass if {
	every points in ["none", [], ["none"]] {
		answer == _answer("yes", "yes") with input as _practice(points, "in_use")
	}
}

test_a_practice_that_is_not_in_use_passes if {
	every status in ["in_development", "out_of_use"] {
		answer == _answer("yes", "yes") with input as _practice(_both_points, status)
	}
}

test_another_class_without_points_passes if {
	every class in ["high_risk", "transparency", "minimal"] {
		answer == _answer("yes", "yes") with input as _class(class)
	}
}

test_a_class_that_leaves_it_open_is_unknown if {
	every class in ["prohibited", "not_determined", "unknown", "forbidden", true, null] {
		answer == _answer("yes", "unknown") with input as _class(class)
	}
}

test_points_that_cannot_be_read_are_unknown if {
	every points in ["unknown", "ba", null, 3, ["unknown"], ["z"], ["a", "unknown"], ["a", null]] {
		answer == _answer("yes", "unknown") with input as _practice(points, "in_use")
		answer == _answer("yes", "yes") with input as _practice(points, "out_of_use")
	}
}

test_a_status_that_is_not_stated_is_unknown if {
	every status in ["unknown", "live", true, null] {
		answer == _answer("yes", "unknown") with input as _practice(_both_points, status)
		answer == _answer("yes", "yes") with input as _practice("none", status)
	}
}

test_what_is_no_ai_does_not_apply if {
	answer == _answer("no", "no") with input as {
		"algorithm": {"status": "in_use"},
		"ai_act": {"ai_system": "no", "prohibited_points": ["ba"]},
	}
	answer == _answer("no", "yes") with input as {"ai_act": "none"}
}

test_whether_it_is_ai_is_not_known if {
	every value in ["unknown", "perhaps", 1, null] {
		answer == _answer("unknown", "no") with input as {
			"algorithm": {"status": "in_use"},
			"ai_act": {"ai_system": value, "prohibited_points": ["ba"]},
		}
	}
}

test_before_the_day_it_begins_it_is_upcoming if {
	_outcome == "upcoming" with input as {"today": "2026-12-01", "manifest": _practice(_both_points, "in_use")}
	_outcome == "upcoming" with input as {"today": "2026-12-01", "manifest": _class("prohibited")}
	_outcome == "pass" with input as {"today": "2026-12-01", "manifest": _practice("none", "in_use")}
}

test_from_that_day_it_fails_for_a_deployer_and_a_supplier if {
	every kind in ["deployment", "supplier"] {
		manifest := object.union({"kind": kind}, _practice(_both_points, "in_use"))
		_outcome == "fail" with input as {"today": "2026-12-02", "manifest": manifest}
	}
}
