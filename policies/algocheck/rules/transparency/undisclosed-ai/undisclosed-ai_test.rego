package algocheck.tests.transparency["undisclosed-ai"]

import data.algocheck.rules.transparency["undisclosed-ai"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["transparency", "ai_interaction_disclosed"], "met": met}],
}

_manifest(interacts, ai_system, disclosed) := {
	"system": {"interacts_with_people": interacts},
	"ai_act": {"ai_system": ai_system},
	"transparency": {"ai_interaction_disclosed": disclosed},
}

test_ai_that_says_so_passes if {
	every disclosed in ["yes", true] {
		answer == _answer("yes", "yes") with input as _manifest("yes", "yes", disclosed)
	}
}

test_ai_that_does_not_say_so_fails if {
	every disclosed in ["no", false] {
		answer == _answer("yes", "no") with input as _manifest("yes", true, disclosed)
	}
}

test_transparency_stated_as_none_fails if {
	answer == _answer("yes", "no") with input as {
		"system": {"interacts_with_people": "yes"},
		"ai_act": {"ai_system": "yes"},
		"transparency": "none",
	}
}

test_whether_people_are_told_is_not_stated if {
	every disclosed in ["unknown", "none", "in the notice", null, 1, ["yes"]] {
		answer == _answer("yes", "unknown") with input as _manifest("yes", "yes", disclosed)
	}
}

test_what_meets_no_people_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("no", "yes", "no")
}

test_what_is_no_ai_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("yes", "no", "no")
	answer == _answer("no", "no") with input as _manifest(null, "no", "no")
}

test_whether_it_meets_people_is_not_known if {
	answer == _answer("unknown", "no") with input as _manifest("sometimes", "yes", "no")
}

test_whether_it_is_ai_is_not_known if {
	answer == _answer("unknown", "no") with input as _manifest("yes", null, "no")
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
