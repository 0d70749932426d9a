package algocheck.tests.governance["no-legal-basis"]

import data.algocheck.rules.governance["no-legal-basis"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["legal_basis"], "met": met}],
}

_based_on(laws) := {"purpose": {"public_task": "yes"}, "legal_basis": laws}

test_a_law_for_the_task_or_the_decision_passes if {
	every scope in ["task", "decision"] {
		answer == _answer("yes", "yes") with input as _based_on([{"scope": "data_processing"}, {"title": "Participatiewet", "scope": scope}])
	}
}

test_no_law_fails if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "no") with input as _based_on(nothing)
	}
}

test_laws_for_something_else_fail if {
	answer == _answer("yes", "no") with input as _based_on([{"scope": "data_processing"}, {"scope": "automated_decision"}])
}

test_laws_that_are_not_stated_are_unknown if {
	every laws in ["unknown", "", null, 3, true, "Participatiewet", {"scope": "task"}] {
		answer == _answer("yes", "unknown") with input as _based_on(laws)
	}
}

test_a_law_whose_scope_is_not_stated_is_unknown if {
	every entry in [{}, null, "Participatiewet", {"title": "Participatiewet"}, {"scope": "tasks"}, {"scope": "unknown"}] {
		answer == _answer("yes", "unknown") with input as _based_on([{"scope": "data_processing"}, entry])
	}
}

test_without_a_public_task_it_does_not_apply if {
	every value in ["no", false] {
		answer == _answer("no", "no") with input as {"purpose": {"public_task": value}, "legal_basis": "none"}
	}
	answer == _answer("no", "no") with input as {"purpose": "none", "legal_basis": "none"}
}

test_whether_it_is_a_public_task_is_not_known if {
	every value in ["unknown", "partly", 1, null] {
		answer == _answer("unknown", "no") with input as {"purpose": {"public_task": value}, "legal_basis": "none"}
	}
}
