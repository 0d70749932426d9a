package algocheck.tests.chain["one-sided-assessment"]

import data.algocheck.rules.chain["one-sided-assessment"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, listed, met) := {
	"applies": applies,
	"requires": array.concat(
		[{"path": ["assessments"], "met": listed}],
		[{"path": ["assessments", i, "participants_roles"], "met": entry} | some i, entry in met],
	),
}

_iama(participants) := {"kind": "iama", "status": "final", "participants_roles": participants}

_one_iama(participants) := {"assessments": [_iama(participants)]}

test_both_at_the_table_pass if {
	every kind in ["iama", "fria", "dpia", "equal_treatment"] {
		every status in ["draft", "final"] {
			answer == _answer("yes", "yes", ["yes"]) with input as {"assessments": [{
				"kind": kind,
				"status": status,
				"participants_roles": ["legal", "operations", "policy"],
			}]}
		}
	}
}

test_one_side_alone_fails if {
	every participants in [["policy"], ["operations", "legal"], ["privacy"]] {
		answer == _answer("yes", "yes", ["no"]) with input as _one_iama(participants)
	}
}

test_no_participants_fail if {
	every nobody in ["none", [], ["none"]] {
		answer == _answer("yes", "yes", ["no"]) with input as _one_iama(nobody)
	}
}

test_participants_that_are_not_stated_are_unknown if {
	every nobody in [null, "unknown", "policy", 1, {}, ["unknown"], ["policy", "unknown"], ["policy", "beleid"], ["policy", null]] {
		answer == _answer("yes", "yes", ["unknown"]) with input as _one_iama(nobody)
	}
}

test_both_sides_are_enough_whoever_else_cannot_be_read if {
	answer == _answer("yes", "yes", ["yes"]) with input as _one_iama(["policy", "beleid", "operations"])
}

test_each_assessment_answers_at_its_own_place if {
	answer == _answer("yes", "yes", ["yes", "no", "yes", "unknown"]) with input as {"assessments": [
		{"kind": "kia", "status": "final", "participants_roles": "none"},
		_iama(["policy"]),
		_iama(["policy", "operations"]),
		{"kind": "dpia", "status": "draft"},
	]}
}

test_another_kind_of_assessment_does_not_apply if {
	every kind in ["prescan_dpia", "kia", "aiia", "ark", "deda", "bias_audit", "other"] {
		answer == _answer("no", "yes", ["yes"]) with input as {"assessments": [{
			"kind": kind,
			"status": "final",
			"participants_roles": "none",
		}]}
	}
}

test_an_assessment_that_was_not_done_does_not_apply if {
	answer == _answer("no", "yes", ["yes"]) with input as {"assessments": [{
		"kind": "iama",
		"status": "not_done",
		"participants_roles": "none",
	}]}
}

test_no_assessments_do_not_apply if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("no", "no", []) with input as {"assessments": nothing}
	}
}

test_a_kind_or_a_status_that_is_not_known if {
	every entry in [{"status": "final"}, {"kind": "iama"}, {"kind": "IAMA", "status": "final"}, {"kind": "iama", "status": "done"}] {
		answer == _answer("unknown", "yes", ["unknown"]) with input as {"assessments": [object.union(entry, {"participants_roles": "none"})]}
		answer == _answer("unknown", "yes", ["yes"]) with input as {"assessments": [object.union(entry, {"participants_roles": ["policy", "operations"]})]}
	}
}

test_an_entry_that_says_nothing_is_unknown if {
	every entry in [{}, null, "iama", 1] {
		answer == _answer("unknown", "unknown", ["unknown"]) with input as {"assessments": [entry]}
		answer == _answer("yes", "yes", ["yes", "unknown"]) with input as {"assessments": [_iama(["policy", "operations"]), entry]}
	}
}

test_assessments_that_are_not_stated_are_unknown if {
	every nothing in [null, "unknown", "iama", 1, _iama(["policy", "operations"])] {
		answer == _answer("unknown", "unknown", []) with input as {"assessments": nothing}
	}
	answer == _answer("unknown", "unknown", []) with input as {}
}
