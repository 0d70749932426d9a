package algocheck.tests.procurement["no-technical-access"]

import data.algocheck.rules.procurement["no-technical-access"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["procurement", "technical_access"], "met": met}],
}

_manifest(internal, effect, value) := {
	"supplier": {"internal": internal},
	"decision": {"effect": effect, "categorises_people": "no"},
	"procurement": {"technical_access": value},
}

test_access_for_anybody_passes if {
	every effect in ["legal", "significant"] {
		every access in ["auditor", "authority", "public"] {
			answer == _answer("yes", "yes") with input as _manifest("no", effect, access)
		}
	}
}

test_access_for_nobody_fails if {
	answer == _answer("yes", "no") with input as _manifest(false, "legal", "none")
}

test_access_that_is_not_stated_is_unknown if {
	every access in [null, "unknown", "yes", "", true, ["auditor"]] {
		answer == _answer("yes", "unknown") with input as _manifest("no", "legal", access)
	}
}

test_no_procurement_at_all_fails if {
	answer == _answer("yes", "no") with input as {
		"supplier": {"internal": "no"},
		"decision": {"effect": "legal"},
		"procurement": "none",
	}
}

test_an_algorithm_that_puts_people_into_categories_asks_for_it_too if {
	answer == _answer("yes", "no") with input as {
		"supplier": {"internal": "no"},
		"decision": {"effect": "none", "categorises_people": "yes"},
		"procurement": {"technical_access": "none"},
	}
}

test_what_was_made_in_house_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("yes", "legal", "none")
	answer == _answer("no", "no") with input as _manifest(true, null, "none")
}

test_what_touches_nobody_does_not_apply if {
	every effect in ["factual", "none"] {
		answer == _answer("no", "no") with input as _manifest("no", effect, "none")
	}
}

test_whether_it_was_bought_is_not_known if {
	every internal in [null, "unknown", "none", "partly"] {
		answer == _answer("unknown", "no") with input as _manifest(internal, "legal", "none")
	}
}

test_whom_it_touches_is_not_known if {
	answer == _answer("unknown", "no") with input as _manifest("no", "legl", "none")
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
