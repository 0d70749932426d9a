package algocheck.tests.transparency["category-too-low"]

import data.algocheck.rules.transparency["category-too-low"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["algorithm", "publication_category"], "met": met}],
}

_manifest(category, effect, categorises, classification) := {
	"algorithm": {"publication_category": category},
	"decision": {"effect": effect, "categorises_people": categorises},
	"ai_act": {"classification": classification},
}

test_an_algorithm_that_touches_nobody_passes if {
	every effect in ["factual", "none"] {
		every classification in ["minimal", "transparency", "prohibited", "not_determined"] {
			answer == _answer("yes", "yes") with input as _manifest("other", effect, "no", classification)
		}
	}
}

test_an_effect_on_rights_fails if {
	every effect in ["legal", "significant"] {
		answer == _answer("yes", "no") with input as _manifest("other", effect, "no", "minimal")
	}
}

test_putting_people_into_categories_fails if {
	every categorises in ["yes", true] {
		answer == _answer("yes", "no") with input as _manifest("other", "none", categorises, "minimal")
	}
}

test_high_risk_ai_fails if {
	answer == _answer("yes", "no") with input as _manifest("other", "none", "no", "high_risk")
}

test_one_reason_is_enough_to_fail_whatever_is_not_stated if {
	answer == _answer("yes", "no") with input as _manifest("other", "legal", null, null)
	answer == _answer("yes", "no") with input as _manifest("other", "unknown", "yes", "unknown")
	answer == _answer("yes", "no") with input as _manifest("other", null, null, "high_risk")
}

test_each_fact_that_is_not_stated_leaves_it_unknown if {
	every nothing in ["unknown", null, "legl", 7] {
		answer == _answer("yes", "unknown") with input as _manifest("other", nothing, "no", "minimal")
		answer == _answer("yes", "unknown") with input as _manifest("other", "none", nothing, "minimal")
		answer == _answer("yes", "unknown") with input as _manifest("other", "none", "no", nothing)
	}
}

test_an_ai_act_stated_as_none_does_not_tell_the_class if {
	answer == _answer("yes", "unknown") with input as {
		"algorithm": {"publication_category": "other"},
		"decision": {"effect": "none", "categorises_people": "no"},
		"ai_act": "none",
	}
}

test_a_higher_category_does_not_apply if {
	every category in ["high_risk_ai", "impactful"] {
		answer == _answer("no", "no") with input as _manifest(category, "legal", "yes", "high_risk")
	}
}

test_a_category_that_is_not_known if {
	every category in ["unknown", "Other", null, ["other"]] {
		answer == _answer("unknown", "no") with input as _manifest(category, "legal", "no", "minimal")
	}
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
