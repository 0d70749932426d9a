package algocheck.tests.privacy["no-special-category-ground"]

import data.algocheck.rules.privacy["no-special-category-ground"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["privacy", "special_category_ground"], "met": met}],
}

_from(sources, ground) := {
	"data": {"sources": sources},
	"privacy": {"special_category_ground": ground},
}

_with_health := [{"name": "register", "special_categories": "none"}, {"special_categories": ["health"]}]

test_a_named_exception_passes if {
	answer == _answer("yes", "yes") with input as _from(_with_health, "GDPR 9(2)(g) and UAVG 30")
}

test_no_exception_fails if {
	every nothing in ["none", "", " "] {
		answer == _answer("yes", "no") with input as _from(_with_health, nothing)
	}
}

test_a_group_stated_as_none_fails if {
	answer == _answer("yes", "no") with input as {"data": {"sources": _with_health}, "privacy": "none"}
}

test_an_exception_that_is_not_stated_is_unknown if {
	every ground in ["unknown", "n.v.t.", "TODO", 9, true, null, ["GDPR 9"]] {
		answer == _answer("yes", "unknown") with input as _from(_with_health, ground)
	}
}

test_sources_without_special_categories_do_not_apply if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("no", "no") with input as _from([{"name": "register", "special_categories": nothing}], "none")
	}
}

test_no_sources_at_all_do_not_apply if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("no", "no") with input as _from(nothing, "none")
	}
	answer == _answer("no", "unknown") with input as {"data": "none"}
}

test_sources_that_are_not_stated_are_unknown if {
	every nothing in ["unknown", "", null, 3, {"special_categories": ["health"]}] {
		answer == _answer("unknown", "no") with input as _from(nothing, "none")
	}
}

test_one_source_that_says_nothing_is_unknown if {
	every source in [{}, null, "register", {"name": "register"}] {
		answer == _answer("unknown", "no") with input as _from([{"special_categories": "none"}, source], "none")
	}
}

test_categories_that_cannot_be_read_are_unknown if {
	every categories in ["health", {"health": true}, ["unknown"], ["n.v.t."], [""], [3], 3, null] {
		answer == _answer("unknown", "no") with input as _from([{"special_categories": categories}], "none")
	}
}

test_a_category_beside_a_place_holder_applies if {
	answer == _answer("yes", "no") with input as _from([{"special_categories": ["n.v.t.", "religion"]}], "none")
}
