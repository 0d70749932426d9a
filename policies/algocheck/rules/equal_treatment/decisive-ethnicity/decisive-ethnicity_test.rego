package algocheck.tests.equal_treatment["decisive-ethnicity"]

import data.algocheck.rules.equal_treatment["decisive-ethnicity"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["equal_treatment", "ethnicity_use"], "met": met}],
}

test_a_selection_on_origin_alone_fails if {
	answer == _answer("yes", "no") with input as {
		"decision": {"risk_selection": "yes", "profiling": "no"},
		"equal_treatment": {"ethnicity_use": "sole"},
	}
}

test_a_profile_in_which_origin_decides_fails if {
	answer == _answer("yes", "no") with input as {
		"decision": {"risk_selection": "no", "profiling": "yes"},
		"equal_treatment": {"ethnicity_use": "decisive"},
	}
}

test_origin_that_only_contributes_passes if {
	answer == _answer("yes", "yes") with input as {
		"decision": {"risk_selection": "yes", "profiling": "yes"},
		"equal_treatment": {"ethnicity_use": "contributory"},
	}
}

test_a_selection_without_origin_passes if {
	answer == _answer("yes", "yes") with input as {
		"decision": {"risk_selection": "yes"},
		"equal_treatment": {"ethnicity_use": "none"},
	}
}

# What is stated of the whole group is stated of its parts.
test_a_group_stated_as_none_says_that_origin_is_not_used if {
	answer == _answer("yes", "yes") with input as {
		"decision": {"risk_selection": "yes"},
		"equal_treatment": "none",
	}
}

test_one_of_the_two_is_enough_to_apply if {
	answer == _answer("yes", "unknown") with input as {"decision": {"profiling": true}}
}

test_no_profile_and_no_selection_does_not_apply if {
	answer == _answer("no", "no") with input as {
		"decision": {"risk_selection": "no", "profiling": "no"},
		"equal_treatment": {"ethnicity_use": "sole"},
	}
}

test_no_profile_and_a_selection_that_is_not_stated_is_unknown if {
	answer == _answer("unknown", "no") with input as {
		"decision": {"profiling": "no"},
		"equal_treatment": {"ethnicity_use": "sole"},
	}
}

test_origin_that_is_not_stated_is_unknown if {
	answer == _answer("yes", "unknown") with input as {"decision": {"risk_selection": "yes"}}
}

test_a_misspelt_or_mistyped_use_is_unknown if {
	every use in ["decisve", "Sole", "", 1, true, null, ["sole"]] {
		answer == _answer("yes", "unknown") with input as {
			"decision": {"risk_selection": "yes"},
			"equal_treatment": {"ethnicity_use": use},
		}
	}
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
