# The truth tables, whole: every effect with every answer about categories.
package algocheck.tests.lib.impact

import data.algocheck.lib.impact

_effects := ["legal", "significant", "factual", "none", "unknown"]

_answers := ["yes", "no", "unknown"]

_touches_rights(effect) := answer if {
	answer := impact.touches_rights with input as {"decision": {"effect": effect}}
}

_touches_people(effect, categorises) := answer if {
	answer := impact.touches_people with input as {"decision": {"effect": effect, "categorises_people": categorises}}
}

test_a_legal_or_significant_effect_touches_rights if {
	{effect: _touches_rights(effect) | some effect in _effects} == {
		"legal": "yes",
		"significant": "yes",
		"factual": "no",
		"none": "no",
		"unknown": "unknown",
	}
}

test_an_effect_on_rights_or_categories_touch_people if {
	{effect: {categorises: _touches_people(effect, categorises) | some categorises in _answers} | some effect in _effects} == {
		"legal": {"yes": "yes", "no": "yes", "unknown": "yes"},
		"significant": {"yes": "yes", "no": "yes", "unknown": "yes"},
		"factual": {"yes": "yes", "no": "no", "unknown": "unknown"},
		"none": {"yes": "yes", "no": "no", "unknown": "unknown"},
		"unknown": {"yes": "yes", "no": "unknown", "unknown": "unknown"},
	}
}

test_an_effect_that_cannot_be_read_is_not_known if {
	every effect in ["legl", "", 1, true, null, ["legal"]] {
		_touches_rights(effect) == "unknown"
		_touches_people(effect, "no") == "unknown"
	}
}

test_a_decision_that_is_not_stated_is_not_known if {
	impact.touches_rights == "unknown" with input as {}
	impact.touches_people == "unknown" with input as {}
}

test_a_decision_stated_as_none_touches_nobody if {
	impact.touches_rights == "no" with input as {"decision": "none"}
	impact.touches_people == "no" with input as {"decision": "none"}
}
