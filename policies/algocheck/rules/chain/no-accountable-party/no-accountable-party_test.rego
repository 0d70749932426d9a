package algocheck.tests.chain["no-accountable-party"]

import data.algocheck.rules.chain["no-accountable-party"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(accountable, listed) := {
	"applies": "yes",
	"requires": [
		{"path": ["chain", "accountable_party"], "met": accountable},
		{"path": ["chain", "parties"], "met": listed},
	],
}

_chain(accountable, parties) := {"chain": {"accountable_party": accountable, "parties": parties}}

_city := {"id": "city", "name": "Municipality of Example"}

_vendor := {"id": "vendor"}

test_a_party_of_the_chain_that_answers_for_it_passes if {
	answer == _answer("yes", "yes") with input as _chain("city", [_vendor, _city])
}

test_capitals_make_no_other_party if {
	answer == _answer("yes", "yes") with input as _chain("City", [_vendor, _city])
}

test_a_party_that_is_not_in_the_chain_fails if {
	answer == _answer("yes", "no") with input as _chain("city", [_vendor])
}

test_a_chain_without_parties_fails if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "no") with input as _chain("city", nothing)
	}
}

test_nobody_who_answers_fails if {
	every nobody in ["none", ""] {
		answer == _answer("no", "no") with input as _chain(nobody, [_vendor, _city])
	}
	answer == _answer("no", "no") with input as {"chain": "none"}
}

test_none_is_nobody_even_among_the_parties if {
	answer == _answer("no", "no") with input as _chain("none", [{"id": "none", "name": "Municipality of Example"}])
	answer == _answer("no", "no") with input as _chain("", [{"id": "", "name": "Municipality of Example"}])
}

test_who_answers_is_not_stated if {
	every nobody in [null, "unknown", "n.v.t.", 1, ["city"], {"id": "city"}] {
		answer == _answer("unknown", "unknown") with input as _chain(nobody, [_vendor, _city])
		answer == _answer("unknown", "unknown") with input as _chain(nobody, "none")
	}
}

test_parties_that_are_not_stated_are_unknown if {
	every nothing in [null, "unknown", "city", 1, _city, [{}], [null], ["city"]] {
		answer == _answer("yes", "unknown") with input as _chain("city", nothing)
	}
}

test_a_party_without_an_id_may_be_the_one if {
	answer == _answer("yes", "unknown") with input as _chain("city", [_vendor, {"name": "Municipality of Example"}])
	answer == _answer("yes", "yes") with input as _chain("city", [_city, {"name": "Example Software"}])
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
