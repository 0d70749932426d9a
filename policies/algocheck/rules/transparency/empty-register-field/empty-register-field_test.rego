package algocheck.tests.transparency["empty-register-field"]

import data.algocheck.rules.transparency["empty-register-field"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_fields := [
	["algorithm", "name"],
	["algorithm", "description_short"],
	["organization", "name"],
	["algorithm", "status"],
	["organization", "contact"],
	["algorithm", "publication_category"],
	["language"],
]

# What each field answers, in the order of the rule.
_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": path, "met": met[i]} | some i, path in _fields],
}

_every(met) := [met | some _ in _fields]

_but(path, met) := [object.get({true: met}, field == path, "yes") | some field in _fields]

_record := {
	"algorithm": {
		"name": "Parking permits",
		"description_short": "Checks who has a right to a permit",
		"status": "in_use",
		"publication_category": "impactful",
	},
	"organization": {"name": "Municipality of Example", "contact": "algorithms@example.org"},
	"language": "nld",
	"transparency": {"register": {"status": "published"}},
}

_with(path, value) := object.union(_record, {path[0]: {path[1]: value}}) if {
	count(path) == 2
} else := object.union(_record, {path[0]: value})

test_a_record_with_every_field_passes if {
	answer == _answer("yes", _every("yes")) with input as _record
}

test_a_field_that_the_record_left_empty_fails_at_its_own_place if {
	every path in _fields {
		answer == _answer("yes", _but(path, "no")) with input as object.union(
			_with(path, null),
			{"provenance": {"imported_from": "register", "empty_fields": ["algorithm.tags", concat(".", path)]}},
		)
	}
}

test_a_field_that_the_record_does_not_have_is_unknown if {
	every path in _fields {
		every value in [null, "unknown", 14010, ["nld"]] {
			answer == _answer("yes", _but(path, "unknown")) with input as object.union(
				_with(path, value),
				{"provenance": {"imported_from": "register", "empty_fields": ["algorithm.tags"]}},
			)
		}
	}
}

test_a_field_that_is_stated_after_the_import_passes if {
	answer == _answer("yes", _every("yes")) with input as object.union(_record, {"provenance": {
		"imported_from": "register",
		"empty_fields": [
			"algorithm.name", "algorithm.description_short", "organization.name", "algorithm.status",
			"organization.contact", "algorithm.publication_category", "language",
		],
	}})
}

test_a_text_stated_as_none_fails if {
	every path in [["algorithm", "name"], ["algorithm", "description_short"], ["organization", "name"], ["organization", "contact"]] {
		every nothing in ["none", "", "  "] {
			answer == _answer("yes", _but(path, "no")) with input as _with(path, nothing)
		}
	}
}

test_a_text_that_only_holds_the_place_is_unknown_unless_the_record_left_it_empty if {
	answer == _answer("yes", _but(["organization", "contact"], "unknown")) with input as _with(["organization", "contact"], "n.v.t.")
	answer == _answer("yes", _but(["organization", "contact"], "no")) with input as object.union(
		_with(["organization", "contact"], "n.v.t."),
		{"provenance": {"empty_fields": ["organization.contact"]}},
	)
}

test_an_organisation_stated_as_none_fails if {
	answer == _answer("yes", ["yes", "yes", "no", "yes", "no", "yes", "yes"]) with input as object.union(
		_record,
		{"organization": "none"},
	)
}

test_empty_fields_that_say_nothing_leave_what_is_not_stated_unknown if {
	every nothing in ["none", [], "unknown", "language", null, 3, [{}], [null], ["none"]] {
		answer == _answer("yes", _but(["language"], "unknown")) with input as object.union(
			_with(["language"], null),
			{"provenance": {"imported_from": "register", "empty_fields": nothing}},
		)
	}
}

test_a_planned_record_is_judged_too if {
	answer == _answer("yes", _every("unknown")) with input as {"transparency": {"register": {"status": "planned"}}}
}

test_an_import_is_judged_whatever_its_status if {
	answer == _answer("yes", _every("unknown")) with input as {"provenance": {"imported_from": "register"}}
}

test_without_a_record_it_does_not_apply if {
	every status in ["exempt", "not_published"] {
		answer == _answer("no", _every("unknown")) with input as {"transparency": {"register": {"status": status}}}
	}
}

test_whether_there_is_a_record_is_not_known if {
	answer == _answer("unknown", _every("unknown")) with input as {}
}
