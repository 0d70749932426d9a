package algocheck.tests.procurement["no-explainability-duty"]

import data.algocheck.rules.procurement["no-explainability-duty"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["procurement", "explainability_duty"], "met": met}],
}

_manifest(internal, effect, value) := {
	"supplier": {"internal": internal},
	"decision": {"effect": effect, "categorises_people": "no"},
	"procurement": {"explainability_duty": value},
}

test_a_duty_to_explain_passes if {
	every effect in ["legal", "significant"] {
		every duty in ["yes", true] {
			answer == _answer("yes", "yes") with input as _manifest("no", effect, duty)
		}
	}
}

test_no_duty_to_explain_fails if {
	every duty in ["no", false] {
		answer == _answer("yes", "no") with input as _manifest(false, "legal", duty)
	}
}

test_a_duty_that_is_not_stated_is_unknown if {
	every duty in [null, "unknown", "none", "partly", 1, ["yes"]] {
		answer == _answer("yes", "unknown") with input as _manifest("no", "legal", duty)
	}
}

test_no_procurement_at_all_fails if {
	answer == _answer("yes", "no") with input as {
		"supplier": {"internal": "no"},
		"decision": {"effect": "legal"},
		"procurement": "none",
	}
}

test_an_algorithm_that_puts_people_into_categories_asks_for_it_too if {
	answer == _answer("yes", "no") with input as {
		"supplier": {"internal": "no"},
		"decision": {"effect": "none", "categorises_people": "yes"},
		"procurement": {"explainability_duty": "no"},
	}
}

test_what_was_made_in_house_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("yes", "legal", "no")
	answer == _answer("no", "no") with input as _manifest(true, null, "no")
}

test_what_touches_nobody_does_not_apply if {
	every effect in ["factual", "none"] {
		answer == _answer("no", "no") with input as _manifest("no", effect, "no")
	}
}

test_whether_it_was_bought_is_not_known if {
	every internal in [null, "unknown", "none", "partly"] {
		answer == _answer("unknown", "no") with input as _manifest(internal, "legal", "no")
	}
}

test_whom_it_touches_is_not_known if {
	answer == _answer("unknown", "no") with input as _manifest("no", "legl", "no")
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
