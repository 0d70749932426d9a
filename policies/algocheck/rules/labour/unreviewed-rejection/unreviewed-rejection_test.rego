package algocheck.tests.labour["unreviewed-rejection"]

import data.algocheck.rules.labour["unreviewed-rejection"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["labour", "rejections_reviewed"], "met": met}],
}

_used_for(uses, reviewed) := {"labour": {"uses": uses, "rejections_reviewed": reviewed}}

test_rejections_that_a_person_sees_pass if {
	every reviewed in ["all", "sample"] {
		answer == _answer("yes", "yes") with input as _used_for(["selection"], reviewed)
	}
}

# A system that checks the texts of vacancies turns nobody down.
test_a_system_that_rejects_nobody_passes if {
	answer == _answer("yes", "yes") with input as _used_for(["recruitment"], "not_applicable")
}

test_rejections_that_nobody_sees_fail if {
	every use in ["recruitment", "selection"] {
		answer == _answer("yes", "no") with input as _used_for(["monitoring", use], "none")
	}
}

test_a_review_that_is_not_stated_is_unknown if {
	every reviewed in ["unknown", "some", "yes", "", true, null] {
		answer == _answer("yes", "unknown") with input as _used_for(["selection"], reviewed)
	}
	answer == _answer("yes", "unknown") with input as {"labour": {"uses": ["selection"]}}
}

test_another_use_does_not_apply if {
	every uses in ["none", [], ["none"], ["job_matching"], ["task_allocation", "evaluation", "monitoring", "termination"]] {
		answer == _answer("no", "no") with input as _used_for(uses, "none")
	}
}

test_a_group_stated_as_none_does_not_apply if {
	answer == _answer("no", "no") with input as {"labour": "none"}
}

test_uses_that_are_not_stated_are_unknown if {
	every uses in ["selection", "unknown", null, 3, ["unknown"], ["hiring"], ["monitoring", null], {"selection": true}] {
		answer == _answer("unknown", "no") with input as _used_for(uses, "none")
	}
}

test_a_use_beside_none_applies_still if {
	answer == _answer("yes", "no") with input as _used_for(["none", "selection"], "none")
}
