package algocheck.tests.governance["prohibited-practice"]

import data.algocheck.rules.governance["prohibited-practice"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["ai_act", "classification"], "met": met}],
}

_practice(classification, status) := {
	"algorithm": {"status": status},
	"ai_act": {"ai_system": "yes", "classification": classification},
}

_points(points) := {
	"algorithm": {"status": "in_use"},
	"ai_act": {"ai_system": "yes", "classification": "prohibited", "prohibited_points": points},
}

test_another_class_passes if {
	every class in ["high_risk", "transparency", "minimal"] {
		answer == _answer("yes", "yes") with input as _practice(class, "in_use")
	}
}

test_a_prohibited_practice_that_is_not_in_use_passes if {
	every status in ["in_development", "out_of_use"] {
		answer == _answer("yes", "yes") with input as _practice("prohibited", status)
	}
}

test_a_prohibited_practice_in_use_fails if {
	answer == _answer("yes", "no") with input as _practice("prohibited", "in_use")
}

test_each_point_of_the_first_law_fails if {
	every point in ["a", "b", "c", "d", "e", "f", "g", "h"] {
		answer == _answer("yes", "no") with input as _points([point])
		answer == _answer("yes", "no") with input as _points(["ba", point])
	}
}

test_only_points_that_came_later_pass if {
	every points in [["ba"], ["bb"], ["ba", "bb"]] {
		answer == _answer("yes", "yes") with input as _points(points)
	}
}

test_a_later_point_beside_one_that_cannot_be_read_is_unknown if {
	every other in ["unknown", "z", null, "none"] {
		answer == _answer("yes", "unknown") with input as _points(["ba", other])
	}
}

test_points_that_are_not_stated_leave_the_class_to_decide if {
	every points in ["none", [], ["none"], "unknown", "ba", null, 3, ["unknown"], ["z"]] {
		answer == _answer("yes", "no") with input as _points(points)
	}
}

# Not worked out: whether it is prohibited is as unknown as it was.
test_a_class_that_is_not_known_is_unknown if {
	every class in ["not_determined", "unknown", "forbidden", true, null] {
		answer == _answer("yes", "unknown") with input as _practice(class, "in_use")
		answer == _answer("yes", "yes") with input as _practice(class, "out_of_use")
	}
}

test_a_class_that_is_not_known_with_only_later_points_passes if {
	answer == _answer("yes", "yes") with input as {
		"algorithm": {"status": "in_use"},
		"ai_act": {"ai_system": "yes", "prohibited_points": ["ba"]},
	}
}

test_a_status_that_is_not_stated_is_unknown if {
	every status in ["unknown", "live", true, null] {
		answer == _answer("yes", "unknown") with input as _practice("prohibited", status)
		answer == _answer("yes", "yes") with input as _practice("minimal", status)
	}
}

test_what_is_no_ai_does_not_apply if {
	answer == _answer("no", "no") with input as {
		"algorithm": {"status": "in_use"},
		"ai_act": {"ai_system": "no", "classification": "prohibited"},
	}
	answer == _answer("no", "unknown") with input as {"ai_act": "none"}
}

test_whether_it_is_ai_is_not_known if {
	every value in ["unknown", "perhaps", 1, null] {
		answer == _answer("unknown", "no") with input as {
			"algorithm": {"status": "in_use"},
			"ai_act": {"ai_system": value, "classification": "prohibited"},
		}
	}
}
