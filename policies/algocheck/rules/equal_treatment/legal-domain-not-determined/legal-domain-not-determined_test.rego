package algocheck.tests.equal_treatment["legal-domain-not-determined"]

import data.algocheck.rules.equal_treatment["legal-domain-not-determined"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["equal_treatment", "legal_domain"], "met": met}],
}

test_every_domain_that_is_determined_passes if {
	every domain in ["employment", "goods_services", "social_protection", "education", "unilateral_government_action"] {
		answer == _answer("yes", "yes") with input as {
			"decision": {"effect": "legal"},
			"equal_treatment": {"legal_domain": domain},
		}
	}
}

test_a_domain_that_is_not_determined_fails if {
	answer == _answer("yes", "no") with input as {
		"decision": {"effect": "significant"},
		"equal_treatment": {"legal_domain": "not_determined"},
	}
}

test_a_domain_that_is_not_stated_is_unknown if {
	every domain in ["unknown", "none", "work", "", 4, false, null] {
		answer == _answer("yes", "unknown") with input as {
			"decision": {"effect": "legal"},
			"equal_treatment": {"legal_domain": domain},
		}
	}
}

# The domain has no none of its own.
test_a_group_stated_as_none_is_unknown if {
	answer == _answer("yes", "unknown") with input as {
		"decision": {"effect": "legal"},
		"equal_treatment": "none",
	}
}

test_people_who_are_categorised_are_touched if {
	answer == _answer("yes", "no") with input as {
		"decision": {"effect": "none", "categorises_people": "yes"},
		"equal_treatment": {"legal_domain": "not_determined"},
	}
}

test_an_outcome_that_touches_nobody_does_not_apply if {
	every effect in ["factual", "none"] {
		answer == _answer("no", "no") with input as {
			"decision": {"effect": effect, "categorises_people": "no"},
			"equal_treatment": {"legal_domain": "not_determined"},
		}
	}
}

test_whom_the_outcome_touches_is_not_known if {
	answer == _answer("unknown", "no") with input as {
		"decision": {"effect": "none"},
		"equal_treatment": {"legal_domain": "not_determined"},
	}
}
