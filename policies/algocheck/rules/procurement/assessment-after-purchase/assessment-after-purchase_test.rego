package algocheck.tests.procurement["assessment-after-purchase"]

import data.algocheck.rules.procurement["assessment-after-purchase"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["assessments"], "met": met}],
}

_manifest(internal, effect, contract, assessments) := {
	"supplier": {"internal": internal},
	"decision": {"effect": effect, "categorises_people": "no"},
	"procurement": {"contract_date": contract},
	"assessments": assessments,
}

_bought(assessments) := _manifest("no", "legal", "2025-03-05", assessments)

_iama(day) := {"kind": "iama", "status": "final", "date": day}

test_an_assessment_before_the_contract_passes if {
	every kind in ["iama", "fria", "equal_treatment"] {
		answer == _answer("yes", "yes") with input as _bought([{"kind": kind, "status": "final", "date": "2024-11-30"}])
	}
}

test_the_day_before_is_early_enough_and_the_day_itself_is_not if {
	answer == _answer("yes", "yes") with input as _bought([_iama("2025-03-04")])
	answer == _answer("yes", "no") with input as _bought([_iama("2025-03-05")])
	answer == _answer("yes", "no") with input as _bought([_iama("2025-03-06")])
}

test_one_assessment_in_time_is_enough if {
	answer == _answer("yes", "yes") with input as _bought([_iama("2026-01-01"), {}, _iama("2025-01-01"), {"kind": "dpia"}])
}

test_another_kind_of_assessment_fails if {
	every kind in ["dpia", "prescan_dpia", "kia", "aiia", "ark", "deda", "bias_audit", "other"] {
		answer == _answer("yes", "no") with input as _bought([{"kind": kind, "status": "final", "date": "2024-11-30"}])
	}
}

test_an_assessment_that_is_not_final_fails if {
	every status in ["draft", "not_done"] {
		answer == _answer("yes", "no") with input as _bought([{"kind": "iama", "status": status, "date": "2024-11-30"}])
	}
}

test_no_assessment_fails if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "no") with input as _bought(nothing)
	}
}

test_an_assessment_without_a_date_fails_if_it_says_so_and_is_unknown_if_not if {
	answer == _answer("yes", "no") with input as _bought([_iama("none")])
	every day in [null, "unknown", "2024", "2024-02-30", "30-11-2024", 2024] {
		answer == _answer("yes", "unknown") with input as _bought([_iama(day)])
	}
}

test_a_part_that_is_not_stated_is_unknown if {
	answer == _answer("yes", "unknown") with input as _bought([{"status": "final", "date": "2024-11-30"}])
	answer == _answer("yes", "unknown") with input as _bought([{"kind": "iama", "date": "2024-11-30"}])
	answer == _answer("yes", "unknown") with input as _bought([{"kind": "iama", "status": "finished", "date": "2024-11-30"}])
}

test_assessments_that_are_not_stated_are_unknown if {
	every nothing in [null, "unknown", "iama", 1, _iama("2024-11-30"), [{}], [null], ["iama"]] {
		answer == _answer("yes", "unknown") with input as _bought(nothing)
	}
}

test_an_entry_that_says_nothing_keeps_it_unknown if {
	answer == _answer("yes", "unknown") with input as _bought([_iama("2026-01-01"), {}])
}

test_what_was_made_in_house_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("yes", "legal", "2025-03-05", "none")
}

test_what_touches_nobody_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("no", "factual", "2025-03-05", "none")
}

test_without_a_contract_it_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("no", "significant", "none", "none")
	answer == _answer("no", "no") with input as {
		"supplier": {"internal": "no"},
		"decision": {"effect": "legal"},
		"procurement": "none",
		"assessments": "none",
	}
}

test_the_day_of_the_contract_is_not_known if {
	every day in [null, "unknown", "2025", "2025-02-29", ""] {
		answer == _answer("unknown", "no") with input as _manifest("no", "legal", day, "none")
		answer == _answer("unknown", "unknown") with input as _manifest("no", "legal", day, [_iama("2024-11-30")])
	}
}

test_whether_it_was_bought_is_not_known if {
	answer == _answer("unknown", "no") with input as _manifest(null, "legal", "2025-03-05", "none")
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
