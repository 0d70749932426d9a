package algocheck.tests.procurement["no-register-cooperation"]

import data.algocheck.rules.procurement["no-register-cooperation"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["procurement", "register_cooperation"], "met": met}],
}

_manifest(internal, cooperation) := {
	"supplier": {"internal": internal},
	"procurement": {"register_cooperation": cooperation},
}

test_a_supplier_that_helps_passes if {
	every cooperation in ["yes", true] {
		answer == _answer("yes", "yes") with input as _manifest("no", cooperation)
	}
}

test_a_supplier_that_does_not_help_fails if {
	every cooperation in ["no", false] {
		answer == _answer("yes", "no") with input as _manifest(false, cooperation)
	}
}

test_no_procurement_at_all_fails if {
	answer == _answer("yes", "no") with input as {"supplier": {"internal": "no"}, "procurement": "none"}
}

test_help_that_is_not_stated_is_unknown if {
	every cooperation in [null, "unknown", "none", "partly", 1, ["yes"]] {
		answer == _answer("yes", "unknown") with input as _manifest("no", cooperation)
	}
}

test_what_was_made_in_house_does_not_apply if {
	every internal in ["yes", true] {
		answer == _answer("no", "no") with input as _manifest(internal, "no")
	}
}

test_whether_it_was_bought_is_not_known if {
	every internal in [null, "unknown", "none", "partly"] {
		answer == _answer("unknown", "no") with input as _manifest(internal, "no")
	}
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
