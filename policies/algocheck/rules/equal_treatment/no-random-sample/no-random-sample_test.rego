package algocheck.tests.equal_treatment["no-random-sample"]

import data.algocheck.rules.equal_treatment["no-random-sample"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["equal_treatment", "random_sample", "used"], "met": met}],
}

_sampled(random_sample) := {
	"decision": {"risk_selection": "yes"},
	"equal_treatment": {"random_sample": random_sample},
}

test_a_sample_passes_whatever_the_reason_says if {
	every reason in ["none", "unknown", "The group is too small"] {
		answer == _answer("yes", "yes") with input as _sampled({"used": "yes", "reason_not": reason})
	}
}

test_no_sample_with_a_reason_passes if {
	answer == _answer("yes", "yes") with input as _sampled({"used": "no", "reason_not": "All forty cases are checked"})
}

test_a_reason_is_enough_where_the_sample_is_not_stated if {
	answer == _answer("yes", "yes") with input as _sampled({"reason_not": "All forty cases are checked"})
}

test_no_sample_and_no_reason_fails if {
	every nothing in ["none", ""] {
		answer == _answer("yes", "no") with input as _sampled({"used": "no", "reason_not": nothing})
	}
}

test_a_group_stated_as_none_fails if {
	answer == _answer("yes", "no") with input as _sampled("none")
	answer == _answer("yes", "no") with input as {"decision": {"risk_selection": "yes"}, "equal_treatment": "none"}
}

test_no_sample_and_a_reason_that_is_not_stated_is_unknown if {
	every text in ["unknown", "TODO", "n.v.t.", 5, null] {
		answer == _answer("yes", "unknown") with input as _sampled({"used": "no", "reason_not": text})
	}
}

test_a_sample_that_is_not_stated_is_unknown_even_without_a_reason if {
	every used in ["unknown", "yess", 1, null] {
		answer == _answer("yes", "unknown") with input as _sampled({"used": used, "reason_not": "none"})
	}
}

test_nothing_stated_about_a_sample_is_unknown if {
	every nothing in [{}, "unknown", "yes", true, null, ["used"]] {
		answer == _answer("yes", "unknown") with input as _sampled(nothing)
	}
}

test_without_a_risk_selection_it_does_not_apply if {
	answer == _answer("no", "no") with input as {
		"decision": {"risk_selection": "no"},
		"equal_treatment": {"random_sample": "none"},
	}
}

test_whether_there_is_a_risk_selection_is_not_known if {
	answer == _answer("unknown", "no") with input as {
		"decision": {"risk_selection": "perhaps"},
		"equal_treatment": {"random_sample": "none"},
	}
}
