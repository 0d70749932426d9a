package algocheck.tests.governance["no-human-rights-assessment"]

import data.algocheck.rules.governance["no-human-rights-assessment"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["assessments"], "met": met}],
}

_assessed(category, assessments) := {
	"algorithm": {"publication_category": category},
	"assessments": assessments,
}

_why := "The algorithm is taken out of use this month"

test_a_final_human_rights_assessment_passes if {
	every kind in ["iama", "fria", "equal_treatment"] {
		every category in ["high_risk_ai", "impactful"] {
			answer == _answer("yes", "yes") with input as _assessed(category, [{"kind": "dpia", "status": "final"}, {"kind": kind, "status": "final"}])
		}
	}
}

test_a_reason_for_leaving_it_out_passes if {
	every kind in ["iama", "fria", "equal_treatment", "aiia", "other"] {
		answer == _answer("yes", "yes") with input as _assessed("impactful", [{"kind": kind, "status": "not_done", "not_done_reason": _why}])
	}
}

test_only_privacy_fails if {
	every kind in ["dpia", "prescan_dpia"] {
		answer == _answer("yes", "no") with input as _assessed("impactful", [{"kind": kind, "status": "final"}])
		answer == _answer("yes", "no") with input as _assessed("impactful", [{"kind": kind, "status": "not_done", "not_done_reason": "No personal data"}])
	}
}

test_another_test_is_no_human_rights_assessment if {
	every kind in ["kia", "aiia", "ark", "deda", "bias_audit", "other"] {
		answer == _answer("yes", "no") with input as _assessed("impactful", [{"kind": kind, "status": "final"}])
	}
}

test_a_draft_fails if {
	answer == _answer("yes", "no") with input as _assessed("impactful", [{"kind": "iama", "status": "draft"}])
}

test_left_out_without_a_reason_fails if {
	every nothing in ["none", "", " "] {
		answer == _answer("yes", "no") with input as _assessed("impactful", [{"kind": "iama", "status": "not_done", "not_done_reason": nothing}])
	}
}

test_a_reason_that_is_not_stated_is_unknown if {
	every text in ["unknown", "n.v.t.", "TODO", 3, null] {
		answer == _answer("yes", "unknown") with input as _assessed("impactful", [{"kind": "iama", "status": "not_done", "not_done_reason": text}])
	}
}

test_no_assessment_fails if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "no") with input as _assessed("high_risk_ai", nothing)
	}
}

test_assessments_that_are_not_stated_are_unknown if {
	every nothing in ["unknown", "", null, 3, "iama", {"kind": "iama", "status": "final"}] {
		answer == _answer("yes", "unknown") with input as _assessed("impactful", nothing)
	}
}

test_an_entry_that_says_too_little_is_unknown if {
	every entry in [
		{},
		null,
		"iama",
		{"kind": "iama"},
		{"kind": "iama", "status": "done"},
		{"status": "final"},
		{"kind": "human rights", "status": "final"},
		{"status": "not_done", "not_done_reason": _why},
	] {
		answer == _answer("yes", "unknown") with input as _assessed("impactful", [{"kind": "dpia", "status": "final"}, entry])
	}
}

test_another_category_does_not_apply if {
	answer == _answer("no", "no") with input as _assessed("other", "none")
}

test_a_category_that_is_not_stated_is_unknown if {
	every category in ["unknown", "none", "impact", true, null] {
		answer == _answer("unknown", "no") with input as _assessed(category, "none")
	}
	answer == _answer("unknown", "no") with input as {"algorithm": "none", "assessments": "none"}
}
