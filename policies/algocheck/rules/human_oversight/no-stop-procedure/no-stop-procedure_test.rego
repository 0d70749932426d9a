package algocheck.tests.human_oversight["no-stop-procedure"]

import data.algocheck.rules.human_oversight["no-stop-procedure"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["human_oversight", "stop_procedure"], "met": met}],
}

_stopped_by(procedure) := {
	"decision": {"categorises_people": "yes"},
	"human_oversight": {"stop_procedure": procedure},
}

test_a_procedure_passes_as_a_text_or_as_evidence if {
	every procedure in ["The head of the department switches it off; letters are then written by hand", "stop-procedure-2026"] {
		answer == _answer("yes", "yes") with input as _stopped_by(procedure)
	}
}

test_no_procedure_fails if {
	every nothing in ["none", "", " "] {
		answer == _answer("yes", "no") with input as _stopped_by(nothing)
	}
}

test_a_group_stated_as_none_fails if {
	answer == _answer("yes", "no") with input as {"decision": {"effect": "legal"}, "human_oversight": "none"}
}

test_a_procedure_that_is_not_stated_is_unknown if {
	every procedure in ["unknown", "n.v.t.", "TODO", 112, true, null, ["stop"]] {
		answer == _answer("yes", "unknown") with input as _stopped_by(procedure)
	}
}

test_each_way_to_touch_people_applies if {
	every decision in [{"effect": "legal"}, {"effect": "significant"}, {"categorises_people": true}] {
		answer == _answer("yes", "no") with input as {"decision": decision, "human_oversight": "none"}
	}
}

test_an_outcome_that_touches_nobody_does_not_apply if {
	every effect in ["factual", "none"] {
		answer == _answer("no", "no") with input as {"decision": {"effect": effect, "categorises_people": "no"}, "human_oversight": "none"}
	}
}

test_whether_people_are_touched_is_not_known if {
	every decision in [{"effect": "none"}, {"categorises_people": "no"}, {"effect": "unknown", "categorises_people": "no"}] {
		answer == _answer("unknown", "no") with input as {"decision": decision, "human_oversight": "none"}
	}
	answer == _answer("unknown", "unknown") with input as {}
}
