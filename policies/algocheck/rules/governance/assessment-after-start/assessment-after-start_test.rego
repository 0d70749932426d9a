package algocheck.tests.governance["assessment-after-start"]

import data.algocheck.rules.governance["assessment-after-start"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["assessments"], "met": met}],
}

_started := {
	"algorithm": {"status": "in_use", "begin_date": "2025-03"},
	"decision": {"effect": "legal"},
}

_assessed(assessments) := object.union(_started, {"assessments": assessments})

_dated(date) := _assessed([{"kind": "dpia", "status": "final", "date": date}])

# An algorithm in use that differs from one that started, and no assessment.
_without(difference) := object.union(object.union(_started, {"assessments": "none"}), difference)

test_an_assessment_of_any_of_these_kinds_passes if {
	every kind in ["iama", "fria", "dpia", "equal_treatment"] {
		answer == _answer("yes", "yes") with input as _assessed([{"kind": kind, "status": "final", "date": "2024-12-31"}])
	}
}

test_the_whole_month_of_the_start_is_in_time if {
	every date in ["2025-02-28", "2025-03-01", "2025-03-31"] {
		answer == _answer("yes", "yes") with input as _dated(date)
	}
}

test_an_assessment_after_that_month_fails if {
	every date in ["2025-04-01", "2025-10-01", "2026-01-01"] {
		answer == _answer("yes", "no") with input as _dated(date)
	}
}

test_an_assessment_without_a_day_fails if {
	answer == _answer("yes", "no") with input as _dated("none")
}

test_a_day_that_is_not_stated_is_unknown if {
	every date in ["unknown", "2025-02-29", "2025-02", "before", 2025, null] {
		answer == _answer("yes", "unknown") with input as _dated(date)
	}
}

test_one_assessment_in_time_is_enough if {
	answer == _answer("yes", "yes") with input as _assessed([
		{},
		{"kind": "dpia", "status": "final", "date": "2026-01-01"},
		{"kind": "iama", "status": "final", "date": "2025-01-01"},
	])
}

test_a_draft_or_another_kind_fails if {
	every entry in [
		{"kind": "iama", "status": "draft", "date": "2025-01-01"},
		{"kind": "iama", "status": "not_done", "not_done_reason": "Too small", "date": "2025-01-01"},
		{"kind": "prescan_dpia", "status": "final", "date": "2025-01-01"},
		{"kind": "bias_audit", "status": "final", "date": "2025-01-01"},
	] {
		answer == _answer("yes", "no") with input as _assessed([entry])
	}
}

test_no_assessment_fails if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "no") with input as _assessed(nothing)
	}
}

test_assessments_that_are_not_stated_are_unknown if {
	every nothing in ["unknown", "", null, 3, "iama", {"kind": "iama"}, [{}], [null], ["iama"]] {
		answer == _answer("yes", "unknown") with input as _assessed(nothing)
	}
}

test_an_entry_that_says_too_little_is_unknown if {
	every entry in [
		{"status": "final", "date": "2025-01-01"},
		{"kind": "iama", "date": "2025-01-01"},
		{"kind": "iama", "status": "final"},
	] {
		answer == _answer("yes", "unknown") with input as _assessed([{"kind": "dpia", "status": "final", "date": "2025-04-01"}, entry])
	}
}

test_an_algorithm_that_is_not_in_use_does_not_apply if {
	every status in ["in_development", "out_of_use"] {
		answer == _answer("no", "no") with input as _without({"algorithm": {"status": status}})
	}
}

test_an_outcome_that_touches_nobody_does_not_apply if {
	answer == _answer("no", "no") with input as _without({"decision": {"effect": "factual", "categorises_people": "no"}})
}

test_a_start_stated_as_none_does_not_apply if {
	answer == _answer("no", "no") with input as _without({"algorithm": {"begin_date": "none"}})
}

test_a_start_that_is_not_stated_is_unknown if {
	every month in ["unknown", "2025", "2025-13", "2025-03-01", "03-2025", 2025, null] {
		answer == _answer("unknown", "no") with input as _without({"algorithm": {"begin_date": month}})
		answer == _answer("unknown", "unknown") with input as object.union(_dated("2020-01-01"), {"algorithm": {"begin_date": month}})
	}
}

test_a_condition_that_is_not_stated_is_unknown if {
	answer == _answer("unknown", "no") with input as _without({"algorithm": {"status": "live"}})
	answer == _answer("unknown", "no") with input as _without({"decision": {"effect": "unknown"}})
	answer == _answer("unknown", "unknown") with input as {}
}
