package algocheck.tests.equal_treatment["unjustified-distinction"]

import data.algocheck.rules.equal_treatment["unjustified-distinction"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, aim, suitability, necessity, exception) := {
	"applies": applies,
	"requires": [
		{"path": ["equal_treatment", "justification", "legitimate_aim"], "met": aim},
		{"path": ["equal_treatment", "justification", "suitability"], "met": suitability},
		{"path": ["equal_treatment", "justification", "necessity"], "met": necessity},
		{"path": ["equal_treatment", "justification", "statutory_exception"], "met": exception},
	],
}

_reasons := {
	"legitimate_aim": "Help for young people who leave care",
	"suitability": "The age limit reaches the group that needs help",
	"necessity": "No milder limit reaches this group",
}

_exception := {"statutory_exception": "WGBL 7(1)(a)"}

_manifest(distinction, domain, justification) := {
	"decision": {"effect": "legal", "categorises_people": "no"},
	"equal_treatment": {
		"distinction": distinction,
		"legal_domain": domain,
		"justification": justification,
	},
}

test_an_indirect_distinction_with_all_three_reasons_passes if {
	answer == _answer("yes", "yes", "yes", "yes", "yes") with input as _manifest("indirect", "employment", _reasons)
}

test_a_direct_distinction_with_its_exception_passes if {
	answer == _answer("yes", "yes", "yes", "yes", "yes") with input as _manifest("direct", "employment", object.union(_reasons, _exception))
}

test_a_direct_distinction_without_an_exception_fails_in_each_closed_domain if {
	every domain in ["employment", "goods_services", "education"] {
		answer == _answer("yes", "yes", "yes", "yes", "no") with input as _manifest("direct", domain, object.union(_reasons, {"statutory_exception": "none"}))
	}
}

test_an_exception_that_is_not_stated_is_unknown if {
	answer == _answer("yes", "yes", "yes", "yes", "unknown") with input as _manifest("direct", "education", _reasons)
}

test_government_action_needs_no_exception if {
	every domain in ["social_protection", "unilateral_government_action"] {
		answer == _answer("yes", "yes", "yes", "yes", "yes") with input as _manifest("direct", domain, _reasons)
	}
}

test_a_domain_that_nobody_determined_is_unknown if {
	every domain in ["not_determined", "unknown", "work", true, null] {
		answer == _answer("yes", "yes", "yes", "yes", "unknown") with input as _manifest("direct", domain, object.union(_reasons, {"statutory_exception": "none"}))
	}
}

test_an_exception_is_enough_whatever_the_domain if {
	answer == _answer("yes", "yes", "yes", "yes", "yes") with input as _manifest("direct", "not_determined", object.union(_reasons, _exception))
}

test_each_missing_reason_fails_at_its_own_place if {
	answer == _answer("yes", "no", "yes", "yes", "yes") with input as _manifest("indirect", "employment", object.union(_reasons, {"legitimate_aim": "none"}))
	answer == _answer("yes", "yes", "no", "yes", "yes") with input as _manifest("indirect", "employment", object.union(_reasons, {"suitability": ""}))
	answer == _answer("yes", "yes", "yes", "no", "yes") with input as _manifest("indirect", "employment", object.union(_reasons, {"necessity": "none"}))
}

test_no_justification_fails if {
	answer == _answer("yes", "no", "no", "no", "no") with input as _manifest("direct", "employment", "none")
}

test_a_justification_that_is_not_stated_is_unknown if {
	every nothing in [{}, null, "unknown", 3, ["aim"], {"legitimate_aim": "TODO", "suitability": 1, "necessity": null}] {
		answer == _answer("yes", "unknown", "unknown", "unknown", "unknown") with input as _manifest("direct", "employment", nothing)
	}
}

test_without_a_distinction_it_does_not_apply if {
	answer == _answer("no", "no", "no", "no", "yes") with input as _manifest("none", "employment", "none")
}

test_a_group_stated_as_none_says_that_there_is_no_distinction if {
	answer == _answer("no", "no", "no", "no", "yes") with input as {
		"decision": {"effect": "legal"},
		"equal_treatment": "none",
	}
}

test_an_outcome_that_touches_nobody_does_not_apply if {
	answer == _answer("no", "unknown", "unknown", "unknown", "yes") with input as {
		"decision": {"effect": "none", "categorises_people": "no"},
		"equal_treatment": {"distinction": "indirect"},
	}
}

test_people_who_are_categorised_are_touched if {
	answer == _answer("yes", "unknown", "unknown", "unknown", "yes") with input as {
		"decision": {"effect": "factual", "categorises_people": "yes"},
		"equal_treatment": {"distinction": "indirect"},
	}
}

test_a_distinction_that_is_not_stated_is_unknown if {
	answer == _answer("unknown", "unknown", "unknown", "unknown", "unknown") with input as {
		"decision": {"effect": "significant"},
		"equal_treatment": {"distinction": "dirct", "legal_domain": "employment"},
	}
}

test_whom_the_outcome_touches_is_not_known if {
	answer == _answer("unknown", "unknown", "unknown", "unknown", "yes") with input as {
		"decision": {"effect": "legl", "categorises_people": "no"},
		"equal_treatment": {"distinction": "indirect"},
	}
}
