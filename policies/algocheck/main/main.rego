# METADATA
# description: |
#   The one entry point: what every rule answers, and what follows from it, so
#   that whoever reads this bundle reaches the same verdict.
# entrypoint: true
package algocheck.main

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.facts.stated
import data.algocheck.facts.today
import data.algocheck.index
import data.algocheck.lib.force

# METADATA
# description: |
#   The answer of each rule by its id: {"applies", "requires": [{"path", "met"}],
#   "in_force", "begins", "undecided", "outcome"}.
report := {id: answer |
	some theme, name
	rule := data.algocheck.rules[theme][name]
	id := concat("/", [theme, name])
	answer := _answer(rule, index.rules[id])
}

# METADATA
# description: |
#   What algocheck itself asks: the same answers, with the facts as the rules read
#   them, so that it can say which fact a rule waits for. Most answers have no more
#   to tell than their outcome, and are told by that. Of a block that the manifest
#   leaves out every fact is unknown, and of a list that is not named whether
#   anything is listed; that need not be said for each.
evaluation := {
	"answers": {id: _told(answer) |
		some theme, name
		rule := data.algocheck.rules[theme][name]
		id := concat("/", [theme, name])
		answer := _answer(rule, index.rules[id])
	},
	"facts": stated,
	"listed": {path: state | some path, state in listed; state != "unknown"},
	"day": today,
}

_answer(rule, metadata) := {
	"applies": applies,
	"requires": rule.requires,
	"in_force": state.in_force,
	"begins": state.begins,
	"undecided": state.undecided,
	"outcome": in_time(outcome(applies, {requirement.met | some requirement in rule.requires}), state.in_force),
} if {
	applies := _asked(rule.applies, metadata.owner)
	every requirement in rule.requires {
		requirement.met in _answers
		is_array(requirement.path)
	}
	state := force.state(metadata.regime)
}

# Where a requirement says anything else, the rule has no answer, and that is an error everywhere.
_answers := {"yes", "no", "unknown"}

# A supplier is never asked what only the deployer can know.
_asked(applies, owner) := "no" if {
	owner in _unasked
} else := applies

_unasked := {"deployer"} if {
	m.kind == "supplier"
} else := set()

# Only of what applies, is met or is not in force it matters which requirement says so.
_told(answer) := answer.outcome if {
	answer.applies != "yes"
	answer.in_force == "yes"
	answer.outcome != "pass"
} else := answer

# METADATA
# description: What follows from whether a rule applies and which requirements are met.
outcome(applies, met) := "not_applicable" if {
	applies == "no"
} else := "pass" if {
	met == {"yes"}
} else := "fail" if {
	applies == "yes"
	"no" in met
} else := "unknown" if {
	applies == "unknown"
} else := "unknown" if {
	"unknown" in met
}

# METADATA
# description: What becomes of an outcome when the law is not, or not surely, in force.
in_time(result, in_force) := "upcoming" if {
	in_force == "no"
	result in {"fail", "unknown"}
} else := "unknown" if {
	in_force == "unknown"
	result == "fail"
} else := result

# METADATA
# description: |
#   Did every rule of the index answer, and is there no other? Without an index
#   nothing was answered.
complete if {
	count(index.ids) > 0
	_indexed == object.keys(report)
	_indexed == _written
} else := false

_indexed := {id | some id in index.ids}

# A rule that the index does not know gives no answer, so the report cannot tell.
_written := {concat("/", [theme, name]) |
	some theme, name
	data.algocheck.rules[theme][name]
}

_denied := {"critical", "high"}

_open := {"fail", "unknown"}

# METADATA
# description: For conftest, what refuses a manifest at the default threshold.
deny contains "algocheck: not every rule was answered; load the policies with their data" if {
	not complete
}

deny contains message if {
	some id, answer in report
	answer.outcome in _open
	severity := _severity(id)
	severity in _denied
	message := _message(id, answer)
}

# METADATA
# description: For conftest, what is open below the default threshold.
warn contains message if {
	some id, answer in report
	answer.outcome in _open
	severity := _severity(id)
	not severity in _denied
	message := _message(id, answer)
}

# What the index leaves out must not silence an answer.
_severity(id) := object.get(index.rules[id], "severity", "critical")

_message(id, answer) := concat(" ", [
	concat("", [_severity(id), "[", id, "]"]),
	concat("", [_words[answer.outcome], ":"]),
	object.get(index.rules[id], ["title", "en"], id),
])

_words := {"fail": "not compliant", "unknown": "not shown"}
