package algocheck.tests.transparency["not-in-register"]

import data.algocheck.rules.transparency["not-in-register"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["transparency", "register", "status"], "met": met}],
}

_manifest(status, category, register) := {
	"algorithm": {"status": status, "publication_category": category},
	"transparency": {"register": register},
}

_in_use(register) := _manifest("in_use", "impactful", register)

test_a_published_algorithm_passes if {
	every category in ["high_risk_ai", "impactful"] {
		answer == _answer("yes", "yes") with input as _manifest("in_use", category, {"status": "published"})
	}
}

test_an_exempt_algorithm_passes if {
	answer == _answer("yes", "yes") with input as _in_use({"status": "exempt"})
}

test_a_plan_fails if {
	answer == _answer("yes", "no") with input as _in_use({"status": "planned"})
}

test_an_algorithm_that_is_not_published_fails if {
	every category in ["high_risk_ai", "impactful"] {
		answer == _answer("yes", "no") with input as _manifest("in_use", category, {"status": "not_published"})
	}
}

test_no_register_at_all_fails if {
	answer == _answer("yes", "no") with input as _in_use("none")
	answer == _answer("yes", "no") with input as {
		"algorithm": {"status": "in_use", "publication_category": "impactful"},
		"transparency": "none",
	}
}

test_a_status_that_is_not_stated_is_unknown if {
	every register in [
		{}, null, "unknown", "published", ["published"], 1,
		{"url": "https://algoritmes.overheid.nl/nl"}, {"status": "none"}, {"status": "Published"}, {"status": null},
	] {
		answer == _answer("yes", "unknown") with input as _in_use(register)
	}
}

test_an_algorithm_that_is_not_in_use_does_not_apply if {
	every status in ["in_development", "out_of_use"] {
		answer == _answer("no", "no") with input as _manifest(status, "impactful", "none")
	}
}

test_another_category_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("in_use", "other", "none")
}

test_whether_it_is_in_use_is_not_known if {
	every status in ["unknown", "in use", true, null] {
		answer == _answer("unknown", "no") with input as _manifest(status, "impactful", "none")
	}
}

test_a_category_that_is_not_known if {
	every category in ["unknown", "impact", null, 2] {
		answer == _answer("unknown", "no") with input as _manifest("in_use", category, "none")
	}
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
