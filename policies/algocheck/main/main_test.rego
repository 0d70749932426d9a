package algocheck.tests.main

import data.algocheck.main

# A rule as its package gives it: whether it applies, and the answer to each requirement.
_rule(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["decision", "effect"], "met": answer} | some answer in met],
}

_rules(applies, met) := {"theme": {"defect": _rule(applies, met)}}

_entry(owner, severity, regime) := {
	"owner": owner,
	"severity": severity,
	"regime": regime,
	"title": {"en": "A sentence"},
}

_index(entry) := {"ids": ["theme/defect"], "rules": {"theme/defect": entry}}

_always := {"name": "always", "date": ""}

_plain := _entry("both", "high", _always)

_known := _index(_plain)

_incomplete := "algocheck: not every rule was answered; load the policies with their data"

# --- What follows from the answers ---

_met := [set(), {"yes"}, {"no"}, {"unknown"}, {"yes", "no"}, {"yes", "unknown"}, {"no", "unknown"}, {"yes", "no", "unknown"}]

test_a_rule_that_does_not_apply_asks_nothing if {
	every met in _met {
		main.outcome("no", met) == "not_applicable"
	}
}

test_what_is_required_passes_even_where_nobody_knows_whether_it_applies if {
	every applies in ["yes", "unknown"] {
		main.outcome(applies, {"yes"}) == "pass"
	}
}

test_one_no_fails_a_rule_that_applies if {
	every met in [{"no"}, {"yes", "no"}, {"no", "unknown"}, {"yes", "no", "unknown"}] {
		main.outcome("yes", met) == "fail"
	}
}

test_what_is_not_known_neither_passes_nor_fails if {
	every met in [{"unknown"}, {"yes", "unknown"}] {
		main.outcome("yes", met) == "unknown"
	}
}

test_without_knowing_whether_it_applies_only_all_yes_is_more_than_unknown if {
	every met in [each | some each in _met; each != {"yes"}] {
		main.outcome("unknown", met) == "unknown"
	}
}

# Such a rule drops out of the report, and that is an error on every engine.
test_a_rule_that_applies_and_requires_nothing_has_no_outcome if {
	count([outcome | outcome := main.outcome("yes", set())]) == 0
}

test_an_answer_that_is_none_of_the_three_never_passes if {
	every met in [{"Yes"}, {true}, {"yes", true}, {"yes", ""}] {
		count([outcome | outcome := main.outcome("yes", met)]) == 0
		main.outcome("unknown", met) == "unknown"
	}
}

# --- What becomes of it in time ---

test_a_law_in_force_changes_nothing if {
	every result in ["pass", "fail", "unknown", "not_applicable"] {
		main.in_time(result, "yes") == result
	}
}

test_a_law_that_is_not_in_force_makes_what_is_open_upcoming if {
	every result, expected in {
		"pass": "pass",
		"fail": "upcoming",
		"unknown": "upcoming",
		"not_applicable": "not_applicable",
	} {
		main.in_time(result, "no") == expected
	}
}

test_a_law_that_may_be_in_force_lets_nothing_fail if {
	every result, expected in {
		"pass": "pass",
		"fail": "unknown",
		"unknown": "unknown",
		"not_applicable": "not_applicable",
	} {
		main.in_time(result, "unknown") == expected
	}
}

# --- The report ---

test_an_answer_says_all_that_a_reader_needs if {
	main.report == {"theme/defect": {
		"applies": "yes",
		"requires": [{"path": ["decision", "effect"], "met": "no"}],
		"in_force": "yes",
		"begins": "",
		"undecided": "",
		"outcome": "fail",
	}} with data.algocheck.rules as _rules("yes", ["no"]) with data.algocheck.index as _known
}

test_what_a_rule_shows_comes_along if {
	main.report["theme/defect"].requires[0].shown == {"share": 3} with data.algocheck.rules as {"theme": {"defect": {
		"applies": "yes",
		"requires": [{"path": ["decision"], "met": "no", "shown": {"share": 3}}],
	}}}
		with data.algocheck.index as _known
}

_open_in(regime, today) := [answer.outcome, answer.in_force, answer.begins, answer.undecided] if {
	answer := main.report["theme/defect"] with data.algocheck.rules as _rules("yes", ["no"])
		with data.algocheck.index as _index(_entry("both", "high", regime))
		with input as {"today": today, "manifest": {}}
}

test_the_regime_of_a_rule_decides_what_a_defect_is_today if {
	from_2026 := {"name": "date", "date": "2026-01-01"}
	_open_in(from_2026, "2025-12-31") == ["upcoming", "no", "2026-01-01", ""]
	_open_in(from_2026, "2026-01-01") == ["fail", "yes", "2026-01-01", ""]
	_open_in(from_2026, "some day") == ["fail", "yes", "2026-01-01", ""]
}

test_a_date_that_hangs_on_a_fact_names_the_fact if {
	marking := {"name": "ai_act_art50_2", "date": ""}
	_open_in(marking, "2026-08-01") == ["upcoming", "no", "", "ai_act.in_service_since"]
	_open_in(marking, "2026-08-02") == ["unknown", "unknown", "", "ai_act.in_service_since"]
	_open_in(marking, "2026-12-02") == ["fail", "yes", "", ""]
}

_evaluation(rules, manifest) := evaluation if {
	evaluation := main.evaluation with data.algocheck.rules as rules
		with data.algocheck.index as _known
		with input as {"today": "2026-11-23", "manifest": manifest}
}

test_what_algocheck_asks_is_the_report_and_the_facts_behind_it if {
	manifest := {"decision": {"effect": "legal", "uses": ["service"]}, "rights": "none"}
	evaluation := _evaluation(_rules("yes", ["no"]), manifest)
	object.keys(evaluation) == {"answers", "facts", "listed", "day"}
	evaluation.answers == {"theme/defect": {
		"applies": "yes",
		"requires": [{"path": ["decision", "effect"], "met": "no"}],
		"in_force": "yes",
		"begins": "",
		"undecided": "",
		"outcome": "fail",
	}}
	evaluation.facts.decision.effect == "legal"
	evaluation.listed == {"decision.uses": "yes", "rights": "no"}
	evaluation.day == "2026-11-23"
}

_told(applies, met) := _evaluation(_rules(applies, met), {}).answers["theme/defect"]

test_what_has_no_more_to_tell_than_its_outcome_is_told_by_that if {
	every met in [["no"], ["yes", "unknown"], []] {
		_told("no", met) == "not_applicable"
		_told("unknown", met) == "unknown"
	}
}

test_what_applies_and_what_passes_is_told_whole if {
	_told("unknown", ["yes"]).outcome == "pass"
	every met in [["yes"], ["no"], ["unknown"]] {
		count(_told("yes", met).requires) == 1
	}
}

test_what_is_not_yet_in_force_is_told_whole if {
	evaluation := main.evaluation with data.algocheck.rules as _rules("unknown", ["no"])
		with data.algocheck.index as _index(_entry("both", "high", {"name": "date", "date": "2030-01-01"}))
		with input as {"today": "2026-11-23", "manifest": {}}
	evaluation.answers["theme/defect"].outcome == "upcoming"
	evaluation.answers["theme/defect"].begins == "2030-01-01"
}

# --- Who is asked ---

_asked(kind, owner) := [answer.applies, answer.outcome] if {
	answer := main.report["theme/defect"] with data.algocheck.rules as _rules("yes", ["no"])
		with data.algocheck.index as _index(_entry(owner, "high", _always))
		with input as {"kind": kind}
}

test_a_supplier_is_not_asked_what_the_deployer_owns if {
	_asked("supplier", "deployer") == ["no", "not_applicable"]
	_asked("supplier", "supplier") == ["yes", "fail"]
	_asked("supplier", "both") == ["yes", "fail"]
}

test_a_deployment_and_what_says_no_kind_are_asked_everything if {
	every kind in ["deployment", "unknown", "Supplier", null] {
		every owner in ["deployer", "supplier", "both"] {
			_asked(kind, owner) == ["yes", "fail"]
		}
	}
}

test_a_supplier_is_asked_no_unknowns_of_the_deployer if {
	main.report["theme/defect"].outcome == "not_applicable" with data.algocheck.rules as _rules("unknown", ["unknown"])
		with data.algocheck.index as _index(_entry("deployer", "critical", _always))
		with input as {"kind": "supplier"}
}

# --- Whether every rule answered ---

_complete(rules, index) if {
	main.complete with data.algocheck.rules as rules with data.algocheck.index as index
}

_refused(rules, index) if {
	main.complete == false with data.algocheck.rules as rules with data.algocheck.index as index
	_incomplete in main.deny with data.algocheck.rules as rules with data.algocheck.index as index
}

test_every_rule_of_the_index_and_no_other_is_complete if {
	_complete(_rules("yes", ["yes"]), _known)
	_complete(_rules("no", []), _known)
}

test_without_an_index_nothing_is_complete if {
	every index in [{}, {"ids": [], "rules": {}}, {"rules": {"theme/defect": _plain}}, {"ids": ["theme/defect"]}] {
		_refused(_rules("yes", ["yes"]), index)
	}
}

test_without_rules_nothing_is_complete if {
	_refused({}, _known)
	_refused({}, {"ids": [], "rules": {}})
}

test_an_id_too_many_in_the_index_is_not_complete if {
	_refused(_rules("yes", ["yes"]), {
		"ids": ["theme/defect", "theme/gone"],
		"rules": {"theme/defect": _plain, "theme/gone": _plain},
	})
}

test_a_rule_that_the_index_does_not_know_is_not_complete if {
	_refused({"theme": {"defect": _rule("yes", ["yes"]), "new": _rule("yes", ["no"])}}, _known)
	_refused({"theme": {"defect": _rule("yes", ["yes"])}, "other": {"new": _rule("yes", ["no"])}}, _known)
}

test_a_rule_that_gives_no_answer_is_not_complete if {
	every rule in [
		{},
		{"applies": "yes"},
		{"requires": [{"path": ["decision"], "met": "yes"}]},
		_rule("yes", []),
		_rule("yes", ["Yes"]),
		_rule("yes", [true]),
	] {
		_refused({"theme": {"defect": rule}}, _known)
	}
}

test_a_rule_whose_entry_lacks_what_the_verdict_needs_is_not_complete if {
	every part in ["owner", "regime"] {
		_refused(_rules("yes", ["yes"]), _index(object.remove(_plain, [part])))
	}
	_refused(_rules("yes", ["yes"]), _index(_entry("both", "high", {"name": "some_day", "date": ""})))
}

# --- For conftest ---

_denied(met, severity) := messages if {
	messages := main.deny with data.algocheck.rules as _rules("yes", met)
		with data.algocheck.index as _index(_entry("both", severity, _always))
}

_warned(met, severity) := messages if {
	messages := main.warn with data.algocheck.rules as _rules("yes", met)
		with data.algocheck.index as _index(_entry("both", severity, _always))
}

test_what_is_open_and_grave_is_denied if {
	every severity in ["critical", "high"] {
		_denied(["no"], severity) == {concat("", [severity, "[theme/defect] not compliant: A sentence"])}
		_denied(["unknown"], severity) == {concat("", [severity, "[theme/defect] not shown: A sentence"])}
		_warned(["no"], severity) == set()
		_warned(["unknown"], severity) == set()
	}
}

test_what_is_open_and_less_grave_is_warned_of if {
	every severity in ["medium", "low"] {
		_warned(["no"], severity) == {concat("", [severity, "[theme/defect] not compliant: A sentence"])}
		_warned(["unknown"], severity) == {concat("", [severity, "[theme/defect] not shown: A sentence"])}
		_denied(["no"], severity) == set()
		_denied(["unknown"], severity) == set()
	}
}

test_what_passes_is_silent if {
	every severity in ["critical", "high", "medium", "low"] {
		_denied(["yes"], severity) == set()
		_warned(["yes"], severity) == set()
	}
}

test_what_does_not_apply_is_silent if {
	every entry in [_plain, _entry("both", "low", _always)] {
		_silent(_rules("no", ["no"]), entry, {})
	}
	_silent(_rules("yes", ["no"]), _entry("deployer", "critical", _always), {"kind": "supplier"})
}

test_what_is_upcoming_is_silent if {
	_silent(
		_rules("yes", ["no"]),
		_entry("both", "critical", {"name": "date", "date": "2026-12-01"}),
		{"today": "2026-11-30", "manifest": {}},
	)
}

_silent(rules, entry, document) if {
	main.deny == set() with data.algocheck.rules as rules with data.algocheck.index as _index(entry) with input as document
	main.warn == set() with data.algocheck.rules as rules with data.algocheck.index as _index(entry) with input as document
}

test_an_index_that_tells_too_little_silences_nothing if {
	every part in ["severity", "title"] {
		denied := main.deny with data.algocheck.rules as _rules("yes", ["no"])
			with data.algocheck.index as _index(object.remove(_plain, [part]))
		count(denied) == 1
	}
}

# --- Documents that state nothing, asked of every rule there is ---

# An index of the rules as they stand, so that these tests hang on no generated file.
_every := {
	"ids": [id | some id in _written],
	"rules": {id: _plain | some id in _written},
}

_written := {concat("/", [theme, name]) |
	some theme, name
	data.algocheck.rules[theme][name]
}

# What is said of a document by every rule there is.
_said_of(document) := {"complete": complete, "outcomes": outcomes, "denied": count(denied)} if {
	rules := data.algocheck.rules with input as document
	complete := main.complete with data.algocheck.rules as rules with data.algocheck.index as _every with input as document
	denied := main.deny with data.algocheck.rules as rules with data.algocheck.index as _every with input as document
	report := main.report with data.algocheck.rules as rules with data.algocheck.index as _every with input as document
	outcomes := {answer.outcome | some answer in report}
}

test_a_document_that_states_nothing_passes_nothing_and_is_denied if {
	count(_written) > 0
	every document in [{}, [], null, "", "none", 3, true, {"today": "2026-11-23"}, {"manifest": {}}, {"unheard_of": "yes"}] {
		said := _said_of(document)
		said.complete
		said.denied > 0
		"unknown" in said.outcomes
		said.outcomes - {"unknown", "not_applicable"} == set()
	}
}
