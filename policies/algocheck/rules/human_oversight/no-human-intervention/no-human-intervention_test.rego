package algocheck.tests.human_oversight["no-human-intervention"]

import data.algocheck.rules.human_oversight["no-human-intervention"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, description, stage) := {
	"applies": applies,
	"requires": [
		{"path": ["human_oversight", "description"], "met": description},
		{"path": ["human_oversight", "stage"], "met": stage},
	],
}

_overseen(automation, oversight) := {
	"decision": {"effect": "legal", "automation": automation},
	"human_oversight": oversight,
}

_how := "An officer checks every proposal and can put it aside"

_left_to_people := ["decision_support", "signal", "information"]

test_a_person_who_looks_passes if {
	every automation in _left_to_people {
		every stage in ["before_effect", "after_effect", "on_request"] {
			answer == _answer("yes", "yes", "yes") with input as _overseen(automation, {"description": _how, "stage": stage})
		}
	}
}

test_support_that_nobody_looks_at_fails if {
	every automation in _left_to_people {
		answer == _answer("yes", "yes", "no") with input as _overseen(automation, {"description": _how, "stage": "none"})
	}
}

# That nobody looks is then no contradiction; other rules ask whether it is allowed.
test_full_automation_may_say_that_nobody_looks if {
	every automation in ["full", "full_if_favourable"] {
		every stage in ["none", "unknown", null] {
			answer == _answer("yes", "yes", "yes") with input as _overseen(automation, {"description": _how, "stage": stage})
		}
	}
}

test_no_description_fails if {
	every nothing in ["none", "", " "] {
		answer == _answer("yes", "no", "yes") with input as _overseen("signal", {"description": nothing, "stage": "before_effect"})
	}
}

test_a_group_stated_as_none_fails if {
	answer == _answer("yes", "no", "no") with input as _overseen("signal", "none")
	answer == _answer("yes", "no", "yes") with input as _overseen("full", "none")
}

test_a_description_that_is_not_stated_is_unknown if {
	every text in ["unknown", "n.v.t.", "TODO", 3, true, null] {
		answer == _answer("yes", "unknown", "yes") with input as _overseen("signal", {"description": text, "stage": "before_effect"})
	}
}

test_a_stage_that_is_not_stated_is_unknown if {
	every stage in ["unknown", "before", true, null] {
		answer == _answer("yes", "yes", "unknown") with input as _overseen("information", {"description": _how, "stage": stage})
	}
}

test_an_automation_that_is_not_stated_is_unknown_where_nobody_looks if {
	every automation in ["unknown", "support", true, null] {
		answer == _answer("yes", "yes", "unknown") with input as _overseen(automation, {"description": _how, "stage": "none"})
		answer == _answer("yes", "yes", "yes") with input as _overseen(automation, {"description": _how, "stage": "after_effect"})
	}
}

test_each_way_to_touch_people_applies if {
	every decision in [{"effect": "legal"}, {"effect": "significant"}, {"effect": "none", "categorises_people": "yes"}] {
		answer == _answer("yes", "unknown", "unknown") with input as {"decision": decision}
	}
}

test_an_outcome_that_touches_nobody_does_not_apply if {
	answer == _answer("no", "no", "no") with input as {
		"decision": {"effect": "factual", "categorises_people": "no", "automation": "signal"},
		"human_oversight": "none",
	}
}

test_whether_people_are_touched_is_not_known if {
	every decision in [{"effect": "none", "automation": "signal"}, {"effect": "legl", "categorises_people": "no", "automation": "signal"}] {
		answer == _answer("unknown", "no", "no") with input as {"decision": decision, "human_oversight": "none"}
	}
}
