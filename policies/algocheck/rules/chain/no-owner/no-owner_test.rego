package algocheck.tests.chain["no-owner"]

import data.algocheck.rules.chain["no-owner"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(policy, operations) := {
	"applies": "yes",
	"requires": [
		{"path": ["chain", "policy_owner_role"], "met": policy},
		{"path": ["chain", "operations_owner_role"], "met": operations},
	],
}

_chain(policy, operations) := {"chain": {"policy_owner_role": policy, "operations_owner_role": operations}}

test_an_owner_on_either_side_passes if {
	answer == _answer("yes", "yes") with input as _chain("head of housing policy", "head of permits")
}

test_one_owner_for_both_fails if {
	every same in ["head of permits", "Head of Permits", " head of permits "] {
		answer == _answer("yes", "no") with input as _chain("head of permits", same)
	}
}

test_no_owner_of_the_policy_fails if {
	every nobody in ["none", ""] {
		answer == _answer("no", "yes") with input as _chain(nobody, "head of permits")
	}
}

test_no_owner_of_the_process_fails if {
	every nobody in ["none", ""] {
		answer == _answer("yes", "no") with input as _chain("head of housing policy", nobody)
	}
}

test_no_owner_at_all_fails if {
	answer == _answer("no", "no") with input as _chain("none", "none")
	answer == _answer("no", "no") with input as {"chain": "none"}
}

test_an_owner_who_is_not_stated_is_unknown if {
	every nobody in [null, "unknown", "n.v.t.", 1, ["head of permits"]] {
		answer == _answer("unknown", "yes") with input as _chain(nobody, "head of permits")
		answer == _answer("yes", "unknown") with input as _chain("head of permits", nobody)
		answer == _answer("unknown", "unknown") with input as _chain(nobody, nobody)
		answer == _answer("unknown", "no") with input as _chain(nobody, "none")
	}
}

test_nothing_stated_is_unknown if {
	answer == _answer("unknown", "unknown") with input as {}
	answer == _answer("unknown", "unknown") with input as {"chain": {}}
	answer == _answer("unknown", "unknown") with input as {"chain": "unknown"}
}
