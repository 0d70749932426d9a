package algocheck.tests.legal_protection["no-individual-explanation"]

import data.algocheck.rules.legal_protection["no-individual-explanation"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, level, factors) := {
	"applies": applies,
	"requires": [
		{"path": ["legal_protection", "explanation", "level"], "met": level},
		{"path": ["legal_protection", "explanation", "key_factors"], "met": factors},
	],
}

_explained(explanation) := {
	"decision": {"awb_decision": "yes"},
	"legal_protection": {"explanation": explanation},
}

# No decision in the sense of the Awb, and no explanation.
_processed(automation, personal_data, effect) := {
	"decision": {"awb_decision": "no", "automation": automation, "effect": effect},
	"privacy": {"personal_data": personal_data},
	"legal_protection": {"explanation": "none"},
}

test_an_individual_explanation_with_its_factors_passes if {
	answer == _answer("yes", "yes", "yes") with input as _explained({"level": "individual", "key_factors": "yes"})
}

test_a_general_explanation_fails if {
	every level in ["generic", "none"] {
		answer == _answer("yes", "no", "yes") with input as _explained({"level": level, "key_factors": "yes"})
	}
}

test_an_explanation_without_the_factors_fails if {
	answer == _answer("yes", "yes", "no") with input as _explained({"level": "individual", "key_factors": "no"})
}

test_an_explanation_stated_as_none_fails if {
	answer == _answer("yes", "no", "no") with input as _explained("none")
	answer == _answer("yes", "no", "no") with input as {
		"decision": {"awb_decision": "yes"},
		"legal_protection": "none",
	}
}

test_an_explanation_that_is_not_stated_is_unknown if {
	every nothing in [{}, null, "unknown", "individual", {"level": "Individual", "key_factors": "some"}, {"level": true, "key_factors": 1}] {
		answer == _answer("yes", "unknown", "unknown") with input as _explained(nothing)
	}
}

test_one_part_that_is_not_stated_is_unknown_at_its_place if {
	answer == _answer("yes", "yes", "unknown") with input as _explained({"level": "individual"})
	answer == _answer("yes", "unknown", "yes") with input as _explained({"key_factors": true})
}

test_fully_automated_processing_with_an_effect_applies_without_a_decision if {
	every effect in ["legal", "significant"] {
		answer == _answer("yes", "no", "no") with input as _processed("full", "yes", effect)
	}
}

test_automated_approval_alone_does_not_apply if {
	every automation in ["full_if_favourable", "decision_support", "signal", "information"] {
		answer == _answer("no", "no", "no") with input as _processed(automation, "yes", "legal")
	}
}

test_processing_without_personal_data_does_not_apply if {
	answer == _answer("no", "no", "no") with input as _processed("full", "no", "legal")
}

test_processing_without_effect_does_not_apply if {
	every effect in ["factual", "none"] {
		answer == _answer("no", "no", "no") with input as _processed("full", "yes", effect)
	}
}

test_a_condition_that_is_not_stated_is_unknown if {
	answer == _answer("unknown", "no", "no") with input as _processed("unknown", "yes", "legal")
	answer == _answer("unknown", "no", "no") with input as _processed("full", "perhaps", "legal")
	answer == _answer("unknown", "no", "no") with input as _processed("full", "yes", "legl")
}

test_whether_it_is_a_decision_is_not_known if {
	answer == _answer("unknown", "unknown", "unknown") with input as {"decision": {"automation": "signal"}}
}

test_a_contribution_to_a_decision_is_for_another_rule if {
	answer == _answer("no", "unknown", "unknown") with input as {"decision": {"awb_decision": "contributes", "automation": "signal"}}
}
