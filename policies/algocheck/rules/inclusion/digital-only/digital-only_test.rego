package algocheck.tests.inclusion["digital-only"]

import data.algocheck.rules.inclusion["digital-only"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["inclusion", "alternative_channel"], "met": met}],
}

_reached(channel, other, law) := {"inclusion": {
	"channel": channel,
	"alternative_channel": other,
	"digital_only_basis": law,
}}

test_another_way_or_a_law_is_enough if {
	answer == _answer("yes", "yes") with input as _reached("digital_only", "At the town hall desk", "none")
	answer == _answer("yes", "yes") with input as _reached("digital_only", "none", "Omgevingswet 16.1")
	answer == _answer("yes", "yes") with input as _reached("digital_only", "By letter", "unknown")
	answer == _answer("yes", "yes") with input as _reached("digital_only", null, "Omgevingswet 16.1")
}

test_neither_another_way_nor_a_law_fails if {
	answer == _answer("yes", "no") with input as _reached("digital_only", "none", "none")
	answer == _answer("yes", "no") with input as _reached("digital_only", "", " ")
}

test_one_that_is_not_stated_is_unknown if {
	every text in ["unknown", "n.v.t.", "TODO", 3, true, null] {
		answer == _answer("yes", "unknown") with input as _reached("digital_only", text, "none")
		answer == _answer("yes", "unknown") with input as _reached("digital_only", "none", text)
		answer == _answer("yes", "unknown") with input as _reached("digital_only", text, text)
	}
}

test_other_channels_do_not_apply if {
	every channel in ["digital_and_other", "not_public_facing"] {
		answer == _answer("no", "no") with input as _reached(channel, "none", "none")
	}
}

test_a_channel_that_is_not_stated_is_unknown if {
	every channel in ["unknown", "none", "online", true, null] {
		answer == _answer("unknown", "no") with input as _reached(channel, "none", "none")
	}
}

# A group of none has no value that says which channel there is.
test_a_group_stated_as_none_is_unknown if {
	answer == _answer("unknown", "no") with input as {"inclusion": "none"}
}
