package algocheck.tests.equal_treatment["no-bias-test"]

import data.algocheck.rules.equal_treatment["no-bias-test"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["equal_treatment", "bias_tests"], "met": met}],
}

_tested(bias_tests) := {"decision": {"profiling": "yes"}, "equal_treatment": {"bias_tests": bias_tests}}

test_every_method_counts if {
	every method in ["statistical", "proxy", "aggregate", "qualitative"] {
		answer == _answer("yes", "yes") with input as _tested([{"method": method}])
	}
}

test_no_test_fails if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "no") with input as _tested(nothing)
	}
}

test_a_group_stated_as_none_fails if {
	answer == _answer("yes", "no") with input as {"decision": {"profiling": "yes"}, "equal_treatment": "none"}
}

test_tests_that_are_not_stated_are_unknown if {
	every nothing in ["unknown", "", "statistical", 1, true, null, {"method": "proxy"}] {
		answer == _answer("yes", "unknown") with input as _tested(nothing)
	}
}

test_an_entry_that_does_not_say_how_it_tested_is_unknown if {
	every entry in [{}, null, "statistical", {"date": "2026-01-31"}, {"method": "unknown"}, {"method": "survey"}, {"method": true}] {
		answer == _answer("yes", "unknown") with input as _tested([entry])
	}
}

test_one_test_is_enough if {
	answer == _answer("yes", "yes") with input as _tested([{}, {"method": "qualitative"}])
}

test_categories_made_by_a_model_apply if {
	every technique in ["statistics", "machine_learning", "generative_ai"] {
		answer == _answer("yes", "unknown") with input as {
			"decision": {"categorises_people": "yes", "profiling": "no"},
			"system": {"technique": technique},
		}
	}
}

test_categories_made_by_plain_rules_do_not_apply if {
	answer == _answer("no", "unknown") with input as {
		"decision": {"categorises_people": "yes", "profiling": "no"},
		"system": {"technique": "rules"},
	}
}

test_a_profile_made_by_plain_rules_applies if {
	answer == _answer("yes", "unknown") with input as {
		"decision": {"profiling": "yes"},
		"system": {"technique": "rules"},
	}
}

# The value of a house is no profile of a person.
test_a_model_about_things_does_not_apply if {
	answer == _answer("no", "unknown") with input as {
		"decision": {"categorises_people": "no", "profiling": "no"},
		"system": {"technique": "machine_learning"},
	}
}

test_a_technique_that_is_not_stated_is_unknown if {
	answer == _answer("unknown", "no") with input as {
		"decision": {"categorises_people": "yes", "profiling": "no"},
		"system": {"technique": "magic"},
		"equal_treatment": {"bias_tests": "none"},
	}
}

# Where the whole group is none there is no value that says which technique.
test_a_system_stated_as_none_is_unknown if {
	answer == _answer("unknown", "no") with input as {
		"decision": {"categorises_people": "yes", "profiling": "no"},
		"system": "none",
		"equal_treatment": {"bias_tests": "none"},
	}
}

test_whether_people_are_categorised_is_not_known if {
	answer == _answer("unknown", "unknown") with input as {
		"decision": {"profiling": "no"},
		"system": {"technique": "statistics"},
	}
}

test_a_profile_that_is_not_stated_is_unknown_where_plain_rules_categorise if {
	answer == _answer("unknown", "unknown") with input as {
		"decision": {"categorises_people": "yes"},
		"system": {"technique": "rules"},
	}
}
