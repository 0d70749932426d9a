package algocheck.tests.labour["emotion-recognition"]

import data.algocheck.rules.labour["emotion-recognition"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["system", "emotion_recognition_purpose"], "met": met}],
}

_purposed(purpose) := {
	"system": {"emotion_recognition": "yes", "emotion_recognition_purpose": purpose},
	"ai_act": {"ai_system": "yes"},
	"labour": {"uses": ["monitoring"]},
}

# A system that recognises emotions for a prohibited reason, but for this difference.
_reading(system, ai_system, uses) := {
	"system": object.union({"emotion_recognition": "yes", "emotion_recognition_purpose": "other"}, system),
	"ai_act": {"ai_system": ai_system},
	"labour": {"uses": uses},
}

test_medical_and_safety_reasons_pass if {
	every purpose in ["medical", "safety"] {
		answer == _answer("yes", "yes") with input as _purposed(purpose)
	}
}

test_any_other_reason_fails if {
	answer == _answer("yes", "no") with input as _purposed("other")
}

test_a_reason_that_is_not_stated_is_unknown if {
	every purpose in ["unknown", "none", "health", true, null] {
		answer == _answer("yes", "unknown") with input as _purposed(purpose)
	}
}

test_education_applies_as_work_does if {
	answer == _answer("yes", "no") with input as _reading({"used_in_education": "yes"}, "yes", "none")
	answer == _answer("yes", "no") with input as _reading({"used_in_education": "yes"}, "yes", "unknown")
	answer == _answer("yes", "no") with input as _reading({"used_in_education": "no"}, "yes", ["termination"])
	answer == _answer("yes", "no") with input as _reading({"used_in_education": null}, "yes", ["recruitment"])
}

test_outside_work_and_education_it_does_not_apply if {
	every nothing in ["none", [], ["none"]] {
		answer == _answer("no", "no") with input as _reading({"used_in_education": "no"}, "yes", nothing)
	}
	answer == _answer("no", "unknown") with input as {
		"system": {"emotion_recognition": "yes", "used_in_education": false},
		"ai_act": {"ai_system": true},
		"labour": "none",
	}
}

test_without_emotions_or_ai_it_does_not_apply if {
	answer == _answer("no", "no") with input as _reading({"emotion_recognition": "no"}, "yes", ["monitoring"])
	answer == _answer("no", "no") with input as _reading({}, "no", ["monitoring"])
	answer == _answer("no", "unknown") with input as {"system": "none"}
	answer == _answer("no", "unknown") with input as {"ai_act": "none"}
}

test_a_condition_that_is_not_stated_is_unknown if {
	answer == _answer("unknown", "no") with input as _reading({"emotion_recognition": "unknown"}, "yes", ["monitoring"])
	answer == _answer("unknown", "no") with input as _reading({}, "unknown", ["monitoring"])
	answer == _answer("unknown", "no") with input as _reading({"used_in_education": "maybe"}, "yes", "none")
}

test_uses_that_are_not_stated_are_unknown if {
	every uses in ["unknown", "monitoring", null, 3, ["unknown"], ["watching"]] {
		answer == _answer("unknown", "no") with input as _reading({"used_in_education": "no"}, "yes", uses)
	}
}
