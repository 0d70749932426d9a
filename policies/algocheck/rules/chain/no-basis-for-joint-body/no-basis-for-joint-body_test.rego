package algocheck.tests.chain["no-basis-for-joint-body"]

import data.algocheck.rules.chain["no-basis-for-joint-body"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["chain", "agreements"], "met": met}],
}

_joint_body(agreements) := {
	"organization": {"type": "joint_body"},
	"chain": {"parties": "none", "agreements": agreements},
}

_wgr := {"kind": "wgr", "url": "https://wetten.overheid.nl/CVDR123456"}

_municipality(party) := {
	"organization": {"type": "municipality"},
	"chain": {"parties": [{"id": "city", "type": "municipality", "roles": ["decision_maker"]}, party], "agreements": "none"},
}

test_a_basis_that_can_be_found_passes if {
	every kind in ["wgr", "mandate", "dvo"] {
		answer == _answer("yes", "yes") with input as _joint_body([{"kind": kind, "url": "https://example.org/basis"}])
	}
}

test_one_basis_is_enough if {
	answer == _answer("yes", "yes") with input as _joint_body([{"kind": "contract"}, {}, _wgr])
}

test_another_kind_of_agreement_fails if {
	every kind in ["covenant", "processing_agreement", "joint_controller_arrangement", "contract", "sla"] {
		answer == _answer("yes", "no") with input as _joint_body([{"kind": kind, "url": "https://example.org/basis"}])
	}
}

test_a_basis_without_a_link_fails if {
	answer == _answer("yes", "no") with input as _joint_body([{"kind": "wgr", "url": "none"}])
}

test_no_agreement_fails if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "no") with input as _joint_body(nothing)
	}
	answer == _answer("yes", "no") with input as {"organization": {"type": "joint_body"}, "chain": "none"}
}

test_a_link_that_is_not_stated_is_unknown if {
	every url in [null, "unknown", "", "CVDR123456", "www.example.org", 5] {
		answer == _answer("yes", "unknown") with input as _joint_body([{"kind": "wgr", "url": url}])
	}
}

test_a_kind_that_is_not_stated_is_unknown if {
	every kind in [null, "unknown", "none", "WGR"] {
		answer == _answer("yes", "unknown") with input as _joint_body([{"kind": kind, "url": "https://example.org/basis"}])
	}
}

test_agreements_that_are_not_stated_are_unknown if {
	every nothing in [null, "unknown", "wgr", 1, _wgr, [{}], [null], ["wgr"]] {
		answer == _answer("yes", "unknown") with input as _joint_body(nothing)
	}
}

test_a_joint_body_in_the_chain_that_decides_is_asked_too if {
	answer == _answer("yes", "no") with input as _municipality({
		"type": "joint_body",
		"roles": ["processor", "decision_maker"],
	})
}

test_a_joint_body_that_does_not_decide_does_not_apply if {
	answer == _answer("no", "no") with input as _municipality({"type": "joint_body", "roles": ["processor"]})
	answer == _answer("no", "no") with input as _municipality({"type": "joint_body", "roles": "none"})
}

test_one_that_decides_and_is_no_joint_body_does_not_apply if {
	answer == _answer("no", "no") with input as _municipality({"type": "province", "roles": ["decision_maker"]})
}

test_a_chain_without_parties_does_not_apply if {
	answer == _answer("no", "no") with input as {
		"organization": {"type": "municipality"},
		"chain": {"parties": "none", "agreements": "none"},
	}
	answer == _answer("no", "no") with input as {"organization": {"type": "municipality"}, "chain": "none"}
}

test_a_type_that_is_not_known if {
	answer == _answer("unknown", "no") with input as _municipality({"roles": ["decision_maker"]})
	answer == _answer("unknown", "no") with input as {
		"organization": {"type": "jointbody"},
		"chain": "none",
	}
}

test_roles_that_are_not_known if {
	every roles in [null, "unknown", "decision_maker", ["decides"]] {
		answer == _answer("unknown", "no") with input as _municipality({"type": "joint_body", "roles": roles})
	}
}

test_an_entry_that_says_nothing_is_unknown if {
	answer == _answer("unknown", "no") with input as _municipality({})
}

test_parties_that_are_not_stated_are_unknown if {
	answer == _answer("unknown", "no") with input as {
		"organization": {"type": "municipality"},
		"chain": {"agreements": "none"},
	}
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
}
