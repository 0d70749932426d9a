package algocheck.tests.privacy["uncertain-exception"]

import data.algocheck.rules.privacy["uncertain-exception"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, profiling, discretionary) := {
	"applies": applies,
	"requires": [
		{"path": ["decision", "profiling"], "met": profiling},
		{"path": ["decision", "discretionary"], "met": discretionary},
	],
}

_relies_on(exception, profiling, discretionary) := {
	"decision": {"profiling": profiling, "discretionary": discretionary},
	"privacy": {"automated_decision": {"exception": exception}},
}

# A decision with no exception stated.
_decided(difference) := {
	"decision": object.union({"automation": "full", "effect": "legal"}, difference),
	"privacy": {"personal_data": "yes"},
}

test_neither_profiling_nor_discretion_passes if {
	every no in ["no", false] {
		answer == _answer("yes", "yes", "yes") with input as _relies_on("uavg40", no, no)
	}
}

test_profiling_fails if {
	answer == _answer("yes", "no", "yes") with input as _relies_on("uavg40", "yes", "no")
}

test_discretion_fails if {
	answer == _answer("yes", "yes", "no") with input as _relies_on("uavg40", false, true)
}

# The provision that another rule asks for does not make up for it.
test_a_provision_does_not_help if {
	answer == _answer("yes", "no", "no") with input as {
		"decision": {"automation": "full", "effect": "legal", "profiling": "yes", "discretionary": "yes"},
		"privacy": {"personal_data": "yes", "automated_decision": {"exception": "uavg40", "provision": "UAVG 40"}},
	}
}

test_what_is_not_stated_is_unknown if {
	every value in ["unknown", "partly", 1, null] {
		answer == _answer("yes", "unknown", "unknown") with input as _relies_on("uavg40", value, value)
		answer == _answer("yes", "no", "unknown") with input as _relies_on("uavg40", "yes", value)
	}
}

test_another_exception_does_not_apply if {
	every exception in ["contract", "law", "consent", "none"] {
		answer == _answer("no", "no", "no") with input as _relies_on(exception, "yes", "yes")
	}
	answer == _answer("no", "unknown", "unknown") with input as {"privacy": {"automated_decision": "none"}}
}

test_an_exception_that_is_not_stated_is_unknown if {
	every exception in ["unknown", "uavg", 40, null] {
		answer == _answer("unknown", "no", "no") with input as _relies_on(exception, "yes", "yes")
	}
	answer == _answer("unknown", "unknown", "unknown") with input as {}
	every automation in ["full", "unknown"] {
		answer == _answer("unknown", "unknown", "unknown") with input as _decided({"automation": automation})
	}
}

test_where_no_machine_decides_nobody_is_asked if {
	every difference in [{"automation": "full_if_favourable"}, {"automation": "signal"}, {"effect": "factual"}] {
		answer == _answer("no", "unknown", "unknown") with input as _decided(difference)
	}
	answer == _answer("no", "unknown", "unknown") with input as {"privacy": {"personal_data": "no"}}
}

test_an_exception_that_is_stated_counts_whoever_decides if {
	answer == _answer("yes", "no", "unknown") with input as {
		"decision": {"automation": "signal", "profiling": "yes"},
		"privacy": {"automated_decision": {"exception": "uavg40"}},
	}
}
