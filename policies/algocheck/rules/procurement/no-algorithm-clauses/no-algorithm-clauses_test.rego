package algocheck.tests.procurement["no-algorithm-clauses"]

import data.algocheck.rules.procurement["no-algorithm-clauses"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["procurement", "clauses"], "met": met}],
}

_manifest(internal, uses, clauses) := {
	"supplier": {"internal": internal},
	"decision": {"uses": uses},
	"procurement": {"clauses": clauses},
}

_bought(clauses) := _manifest("no", ["service", "prepare_decision"], clauses)

test_terms_about_algorithms_pass_for_every_use_that_asks_for_them if {
	every use in ["prepare_decision", "make_decision", "enforcement", "fraud_detection", "inspection_selection", "staff_decision"] {
		answer == _answer("yes", "yes") with input as _manifest(false, [use], [{"set": "gibit"}])
	}
}

test_terms_of_their_own_pass if {
	answer == _answer("yes", "yes") with input as _bought([{"set": "own", "articles": ["12"]}])
}

test_a_contract_without_such_terms_fails if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "no") with input as _bought(nothing)
	}
}

test_no_procurement_at_all_fails if {
	answer == _answer("yes", "no") with input as {
		"supplier": {"internal": "no"},
		"decision": {"uses": ["enforcement"]},
		"procurement": "none",
	}
}

test_terms_that_are_not_stated_are_unknown if {
	every nothing in [
		null, "unknown", "gibit", 2, {"set": "gibit"}, [{}], [null], ["gibit"], [{"set": "unknown"}], [{"set": "gibbit"}],
		[{"version": "n.v.t."}], [{"articles": ["TODO"]}],
	] {
		answer == _answer("yes", "unknown") with input as _bought(nothing)
	}
}

test_what_was_made_in_house_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("yes", ["make_decision"], "none")
}

test_another_use_does_not_apply if {
	answer == _answer("no", "no") with input as _manifest("no", ["service", "advice", "internal"], "none")
	answer == _answer("no", "no") with input as _manifest("no", "none", "none")
}

test_whether_it_was_bought_is_not_known if {
	every internal in [null, "unknown", "none", "partly"] {
		answer == _answer("unknown", "no") with input as _manifest(internal, ["make_decision"], "none")
	}
}

test_what_it_is_used_for_is_not_known if {
	every uses in [null, "unknown", "make_decision", ["unknown"], ["decisions"], ["service", "decisions"]] {
		answer == _answer("unknown", "no") with input as _manifest("no", uses, "none")
	}
}

# Who made it in-house says so; that there is no supplier's data is not that.
test_a_supplier_stated_as_none_was_not_said_to_be_in_house if {
	answer == _answer("yes", "no") with input as {
		"supplier": "none",
		"decision": {"uses": ["make_decision"]},
		"procurement": "none",
	}
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
