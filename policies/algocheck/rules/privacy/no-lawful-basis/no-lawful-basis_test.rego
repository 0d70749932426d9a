package algocheck.tests.privacy["no-lawful-basis"]

import data.algocheck.rules.privacy["no-lawful-basis"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, ground, law) := {
	"applies": applies,
	"requires": [
		{"path": ["privacy", "gdpr_basis"], "met": ground},
		{"path": ["legal_basis"], "met": law},
	],
}

_used_on(ground, laws) := {
	"privacy": {"personal_data": "yes", "gdpr_basis": ground},
	"legal_basis": laws,
}

test_a_ground_without_a_law_of_its_own_passes if {
	every ground in ["6.1.a", "6.1.b", "6.1.d", "6.1.f"] {
		answer == _answer("yes", "yes", "yes") with input as _used_on(ground, "none")
	}
}

test_a_legal_duty_or_a_public_task_passes_with_its_law if {
	every ground in ["6.1.c", "6.1.e"] {
		every scope in ["data_processing", "task"] {
			answer == _answer("yes", "yes", "yes") with input as _used_on(ground, [{"scope": "decision"}, {"scope": scope}])
		}
	}
}

test_no_ground_fails if {
	answer == _answer("yes", "no", "yes") with input as _used_on("none", [{"scope": "task"}])
	answer == _answer("yes", "no", "yes") with input as _used_on("none", "none")
}

test_a_public_task_without_a_law_fails if {
	every laws in ["none", [], ["none"], [{"scope": "decision"}], [{"scope": "automated_decision"}, {"scope": "decision"}]] {
		answer == _answer("yes", "yes", "no") with input as _used_on("6.1.e", laws)
	}
}

test_laws_that_are_not_stated_are_unknown if {
	every laws in ["unknown", "", null, 3, true, {"scope": "task"}, [{}], [null], [{"scope": "tasks"}], [{"title": "Participatiewet"}]] {
		answer == _answer("yes", "yes", "unknown") with input as _used_on("6.1.c", laws)
	}
}

test_one_law_too_little_is_known_of_is_unknown if {
	answer == _answer("yes", "yes", "unknown") with input as _used_on("6.1.c", [{"scope": "decision"}, {}])
}

test_a_ground_that_is_not_stated_is_unknown if {
	every ground in ["unknown", "6.1.g", "6.1e", 6, true, null] {
		answer == _answer("yes", "unknown", "unknown") with input as _used_on(ground, "none")
	}
}

test_with_the_law_only_the_ground_is_still_asked if {
	answer == _answer("yes", "unknown", "yes") with input as _used_on("unknown", [{"scope": "task"}])
}

test_without_personal_data_it_does_not_apply if {
	every value in ["no", false] {
		answer == _answer("no", "unknown", "unknown") with input as {"privacy": {"personal_data": value}}
	}
}

test_a_group_stated_as_none_does_not_apply if {
	answer == _answer("no", "no", "yes") with input as {"privacy": "none"}
}

test_whether_there_are_personal_data_is_not_known if {
	every value in ["unknown", "some", 1, null] {
		answer == _answer("unknown", "no", "yes") with input as {"privacy": {"personal_data": value, "gdpr_basis": "none"}}
	}
}
