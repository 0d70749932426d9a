package algocheck.tests.legal_protection["no-explanation-of-contribution"]

import data.algocheck.rules.legal_protection["no-explanation-of-contribution"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, level, factors) := {
	"applies": applies,
	"requires": [
		{"path": ["legal_protection", "explanation", "level"], "met": level},
		{"path": ["legal_protection", "explanation", "key_factors"], "met": factors},
	],
}

_contribution := {"awb_decision": "contributes", "automation": "signal", "effect": "significant", "categorises_people": "no"}

_explained(explanation) := {
	"decision": _contribution,
	"legal_protection": {"explanation": explanation},
}

# The contribution with a difference, and no explanation.
_unexplained(difference) := {
	"decision": object.union(_contribution, difference),
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

test_a_group_stated_as_none_fails if {
	answer == _answer("yes", "no", "no") with input as _explained("none")
	answer == _answer("yes", "no", "no") with input as {"decision": _contribution, "legal_protection": "none"}
}

test_an_explanation_that_is_not_stated_is_unknown if {
	every nothing in [{}, null, "unknown", 3, {"level": "per case", "key_factors": "some"}] {
		answer == _answer("yes", "unknown", "unknown") with input as _explained(nothing)
	}
}

test_an_outcome_beside_any_decision_applies_too if {
	answer == _answer("yes", "no", "no") with input as _unexplained({"awb_decision": "no"})
}

test_everything_but_full_automation_applies if {
	every automation in ["full_if_favourable", "decision_support", "signal", "information"] {
		answer == _answer("yes", "no", "no") with input as _unexplained({"automation": automation})
	}
}

test_full_automation_is_for_another_rule if {
	answer == _answer("no", "no", "no") with input as _unexplained({"automation": "full"})
}

test_a_decision_is_for_another_rule if {
	answer == _answer("no", "no", "no") with input as _unexplained({"awb_decision": "yes"})
}

test_an_outcome_that_touches_nobody_does_not_apply if {
	every effect in ["factual", "none"] {
		answer == _answer("no", "no", "no") with input as _unexplained({"effect": effect})
	}
}

test_people_who_are_categorised_are_touched if {
	answer == _answer("yes", "no", "no") with input as _unexplained({"effect": "none", "categorises_people": "yes"})
}

test_a_condition_that_is_not_stated_is_unknown if {
	answer == _answer("unknown", "no", "no") with input as _unexplained({"awb_decision": "unknown"})
	answer == _answer("unknown", "no", "no") with input as _unexplained({"automation": "none"})
	answer == _answer("unknown", "no", "no") with input as _unexplained({"effect": 1})
	answer == _answer("unknown", "no", "no") with input as _unexplained({"effect": "none", "categorises_people": null})
}
