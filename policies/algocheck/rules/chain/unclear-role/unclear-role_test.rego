package algocheck.tests.chain["unclear-role"]

import data.algocheck.rules.chain["unclear-role"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

# For each entry what it answers about roles and about tasks.
_answer(applies, listed, entries) := {
	"applies": applies,
	"requires": array.concat(
		[{"path": ["chain", "parties"], "met": listed}],
		[requirement |
			some i, entry in entries
			some j, part in ["roles", "tasks"]
			requirement := {"path": ["chain", "parties", i, part], "met": entry[j]}
		],
	),
}

_chain(parties) := {"chain": {"parties": parties}}

_city := {"id": "city", "roles": ["decision_maker", "deployer"], "tasks": "Decides on the permits"}

_clear := ["yes", "yes"]

_unknown := ["unknown", "unknown"]

test_parties_with_a_role_and_a_task_pass if {
	answer == _answer("yes", "yes", [_clear, _clear]) with input as _chain([
		_city,
		{"id": "vendor", "roles": ["provider"], "tasks": "Maintains the software"},
	])
}

test_a_party_without_a_role_fails_at_its_own_place if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("yes", "yes", [_clear, ["no", "yes"]]) with input as _chain([
			_city,
			{"id": "vendor", "roles": nothing, "tasks": "Maintains the software"},
		])
	}
}

test_a_party_without_a_task_fails_at_its_own_place if {
	every nothing in ["none", ""] {
		answer == _answer("yes", "yes", [["yes", "no"], _clear]) with input as _chain([
			{"id": "vendor", "roles": ["provider"], "tasks": nothing},
			_city,
		])
	}
}

test_a_role_that_is_not_stated_is_unknown if {
	every roles in [null, "unknown", "provider", 1, {}, ["unknown"], ["vendor"], [null]] {
		answer == _answer("yes", "yes", [_clear, ["unknown", "yes"]]) with input as _chain([
			_city,
			{"id": "vendor", "roles": roles, "tasks": "Maintains the software"},
		])
	}
}

test_a_task_that_is_not_stated_is_unknown if {
	every tasks in [null, "unknown", "n.v.t.", 1, ["maintain"]] {
		answer == _answer("yes", "yes", [_clear, ["yes", "unknown"]]) with input as _chain([
			_city,
			{"id": "vendor", "roles": ["provider"], "tasks": tasks},
		])
	}
}

test_any_part_makes_an_entry_a_party if {
	every party in [
		{"id": "vendor"}, {"name": "Example Software"}, {"identifier": "12345678"}, {"type": "supplier"}, {"contact_role": "account manager"},
	] {
		answer == _answer("yes", "yes", [_clear, _unknown]) with input as _chain([_city, party])
	}
	answer == _answer("yes", "yes", [_clear, ["yes", "unknown"]]) with input as _chain([_city, {"roles": ["provider"]}])
	answer == _answer("yes", "yes", [_clear, ["unknown", "yes"]]) with input as _chain([_city, {"tasks": "Maintains"}])
}

test_one_party_does_not_apply if {
	answer == _answer("no", "yes", [["no", "no"]]) with input as _chain([{"id": "city", "roles": "none", "tasks": "none"}])
}

test_no_parties_do_not_apply if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("no", "no", []) with input as _chain(nothing)
	}
	answer == _answer("no", "no", []) with input as {"chain": "none"}
}

test_an_entry_that_says_nothing_may_be_no_party if {
	every entry in [{}, null, "vendor", 1, {"id": null}, {"id": "unknown", "type": "firm"}] {
		answer == _answer("unknown", "yes", [_clear, _unknown]) with input as _chain([_city, entry])
	}
}

test_an_entry_that_says_nothing_does_not_excuse_the_others if {
	answer == _answer("yes", "yes", [["no", "yes"], _unknown, _clear]) with input as _chain([
		{"id": "vendor", "roles": "none", "tasks": "Maintains the software"},
		{},
		_city,
	])
}

test_entries_that_all_say_nothing_are_unknown if {
	answer == _answer("unknown", "unknown", [_unknown]) with input as _chain([{}])
	answer == _answer("unknown", "unknown", [_unknown, _unknown]) with input as _chain([{}, null])
}

test_parties_that_are_not_stated_are_unknown if {
	every nothing in [null, "unknown", "city", 1, _city] {
		answer == _answer("unknown", "unknown", []) with input as _chain(nothing)
	}
	answer == _answer("unknown", "unknown", []) with input as {}
}
