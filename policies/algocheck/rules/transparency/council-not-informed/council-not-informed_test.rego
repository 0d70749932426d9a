package algocheck.tests.transparency["council-not-informed"]

import data.algocheck.rules.transparency["council-not-informed"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["transparency", "council_informed_on"], "met": met}],
}

_manifest(effect, type, day) := {
	"decision": {"effect": effect, "categorises_people": "no"},
	"organization": {"type": type},
	"transparency": {"council_informed_on": day},
}

test_a_council_that_was_informed_passes if {
	every type in ["municipality", "province", "water_authority", "joint_body"] {
		answer == _answer("yes", "yes") with input as _manifest("legal", type, "2026-02-28")
	}
}

test_an_algorithm_that_puts_people_into_categories_is_told_too if {
	answer == _answer("yes", "no") with input as {
		"decision": {"effect": "none", "categorises_people": "yes"},
		"organization": {"type": "municipality"},
		"transparency": {"council_informed_on": "none"},
	}
}

test_a_council_that_was_not_informed_fails if {
	answer == _answer("yes", "no") with input as _manifest("significant", "municipality", "none")
	answer == _answer("yes", "no") with input as {
		"decision": {"effect": "legal"},
		"organization": {"type": "municipality"},
		"transparency": "none",
	}
}

test_a_day_that_is_not_stated_is_unknown if {
	every day in [null, "unknown", "", "2026-02-29", "28-02-2026", "2026-02", 2026, "yes"] {
		answer == _answer("yes", "unknown") with input as _manifest("legal", "municipality", day)
	}
}

test_who_has_no_council_does_not_apply if {
	every type in ["safety_region", "environment_service", "central_government", "supplier", "other"] {
		answer == _answer("no", "no") with input as _manifest("legal", type, "none")
	}
}

test_what_touches_nobody_does_not_apply if {
	every effect in ["factual", "none"] {
		answer == _answer("no", "no") with input as _manifest(effect, "municipality", "none")
	}
}

test_the_type_of_organisation_is_not_known if {
	every type in ["unknown", "gemeente", null] {
		answer == _answer("unknown", "no") with input as _manifest("legal", type, "none")
	}
}

test_the_effect_is_not_known if {
	answer == _answer("unknown", "no") with input as _manifest("legl", "municipality", "none")
	answer == _answer("unknown", "unknown") with input as {}
}
