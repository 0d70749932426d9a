package algocheck.tests.inclusion["no-support"]

import data.algocheck.rules.inclusion["no-support"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["inclusion", "support"], "met": met}],
}

_helped(channel, support) := {"inclusion": {"channel": channel, "support": support}}

_digital := ["digital_only", "digital_and_other"]

test_help_passes if {
	every channel in _digital {
		answer == _answer("yes", "yes") with input as _helped(channel, "Help in the library, every weekday")
	}
}

test_no_help_fails if {
	every channel in _digital {
		every nothing in ["none", "", " "] {
			answer == _answer("yes", "no") with input as _helped(channel, nothing)
		}
	}
}

test_help_that_is_not_stated_is_unknown if {
	every text in ["unknown", "n.v.t.", "TODO", 14010, true, null, ["library"]] {
		answer == _answer("yes", "unknown") with input as _helped("digital_only", text)
	}
}

test_a_service_that_citizens_do_not_use_does_not_apply if {
	answer == _answer("no", "no") with input as _helped("not_public_facing", "none")
}

test_a_channel_that_is_not_stated_is_unknown if {
	every channel in ["unknown", "none", "online", true, null] {
		answer == _answer("unknown", "no") with input as _helped(channel, "none")
	}
}

# A group of none has no value that says which channel there is.
test_a_group_stated_as_none_is_unknown if {
	answer == _answer("unknown", "no") with input as {"inclusion": "none"}
}
