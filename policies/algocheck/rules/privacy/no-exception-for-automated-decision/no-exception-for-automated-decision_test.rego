package algocheck.tests.privacy["no-exception-for-automated-decision"]

import data.algocheck.rules.privacy["no-exception-for-automated-decision"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, exception, provision) := {
	"applies": applies,
	"requires": [
		{"path": ["privacy", "automated_decision", "exception"], "met": exception},
		{"path": ["privacy", "automated_decision", "provision"], "met": provision},
	],
}

_full := {"automation": "full", "effect": "legal"}

_decided(automated_decision) := {
	"decision": _full,
	"privacy": {"personal_data": "yes", "automated_decision": automated_decision},
}

# A decision block that differs from one that a machine takes, and no exception.
_without_exception(difference) := {
	"decision": object.union(_full, difference),
	"privacy": {"personal_data": "yes", "automated_decision": {"exception": "none"}},
}

test_a_contract_or_consent_needs_no_provision if {
	every exception in ["contract", "consent"] {
		answer == _answer("yes", "yes", "yes") with input as _decided({"exception": exception, "provision": "none"})
	}
}

test_a_statute_passes_with_its_provision if {
	every exception in ["law", "uavg40"] {
		answer == _answer("yes", "yes", "yes") with input as _decided({"exception": exception, "provision": "WAHV 4(1)"})
	}
}

test_a_statute_without_its_provision_fails if {
	every exception in ["law", "uavg40"] {
		every nothing in ["none", ""] {
			answer == _answer("yes", "yes", "no") with input as _decided({"exception": exception, "provision": nothing})
		}
	}
}

test_a_statute_whose_provision_is_not_stated_is_unknown if {
	every text in ["unknown", "nvt", 40, null] {
		answer == _answer("yes", "yes", "unknown") with input as _decided({"exception": "law", "provision": text})
	}
}

test_no_exception_fails if {
	answer == _answer("yes", "no", "yes") with input as _decided({"exception": "none", "provision": "none"})
	answer == _answer("yes", "no", "yes") with input as _decided("none")
}

test_an_exception_that_is_not_stated_is_unknown if {
	every exception in ["unknown", "statute", true, null] {
		answer == _answer("yes", "unknown", "unknown") with input as _decided({"exception": exception, "provision": "none"})
	}
}

test_a_provision_without_an_exception_is_not_enough if {
	answer == _answer("yes", "unknown", "yes") with input as _decided({"provision": "UAVG 40(1)"})
}

test_every_effect_of_weight_applies if {
	every effect in ["legal", "significant"] {
		answer == _answer("yes", "no", "yes") with input as _without_exception({"effect": effect})
	}
}

test_a_decision_with_a_person_or_without_effect_does_not_apply if {
	every difference in [
		{"automation": "full_if_favourable"},
		{"automation": "decision_support"},
		{"automation": "signal"},
		{"automation": "information"},
		{"effect": "factual"},
		{"effect": "none"},
	] {
		answer == _answer("no", "no", "yes") with input as _without_exception(difference)
	}
}

test_without_personal_data_it_does_not_apply if {
	answer == _answer("no", "unknown", "unknown") with input as {"decision": _full, "privacy": {"personal_data": "no"}}
	answer == _answer("no", "no", "yes") with input as {"decision": _full, "privacy": "none"}
}

test_a_condition_that_is_not_stated_is_unknown if {
	every difference in [{"automation": "fully"}, {"automation": null}, {"effect": "unknown"}, {"effect": true}] {
		answer == _answer("unknown", "no", "yes") with input as _without_exception(difference)
	}
	answer == _answer("unknown", "unknown", "unknown") with input as {"decision": _full}
}
