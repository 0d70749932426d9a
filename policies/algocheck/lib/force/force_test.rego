package algocheck.tests.lib.force

import data.algocheck.lib.force

_state(in_force, begins, undecided) := {"in_force": in_force, "begins": begins, "undecided": undecided}

_on(day, manifest) := {"today": day, "manifest": manifest}

# A system in service since a day, with its last significant change.
_served(since, changed) := {"ai_act": {"in_service_since": since, "significant_design_change": changed}}

_served_by(type, since, changed) := object.union(_served(since, changed), {"organization": {"type": type}})

# A system with such a history that says under which annex it is high-risk.
_classed(ai_act, history) := {"ai_act": object.union(ai_act, _served(history[0], history[1]).ai_act)}

# What states no day: the first is as good as absent.
_unsaid := [null, "unknown", "", "2027-02-29", "2027-12", "soon", 2027, true]

_since := "ai_act.in_service_since"

_change := "ai_act.significant_design_change"

_always := {"name": "always", "date": ""}

_marking := {"name": "ai_act_art50_2", "date": ""}

_iii := {"name": "ai_act_high_risk_annex_iii", "date": ""}

_i := {"name": "ai_act_high_risk_annex_i", "date": ""}

_either := {"name": "ai_act_high_risk", "date": ""}

_public := [
	"municipality",
	"province",
	"water_authority",
	"joint_body",
	"safety_region",
	"environment_service",
	"central_government",
	"supplier",
	"unknown",
	"association",
	null,
]

# --- Regimes that hang on no fact ---

test_what_always_held_is_in_force_on_every_day if {
	every day in ["0001-01-01", "2026-11-23", "9999-12-31"] {
		force.state(_always) == _state("yes", "", "") with input as _on(day, {})
	}
}

test_a_date_of_its_own_counts_from_that_day if {
	every day, in_force in {"2025-02-01": "no", "2025-02-02": "yes", "2025-02-03": "yes"} {
		force.state({"name": "date", "date": "2025-02-02"}) == _state(in_force, "2025-02-02", "") with input as _on(day, {})
	}
}

test_article_50_counts_from_its_day if {
	every since in ["2020-01-01", "2027-01-01", "unknown"] {
		every day, in_force in {"2026-08-01": "no", "2026-08-02": "yes", "2026-08-03": "yes"} {
			force.state({"name": "ai_act_art50", "date": ""}) == _state(in_force, "2026-08-02", "") with input as _on(day, _served(since, "none"))
		}
	}
}

test_a_regime_that_nobody_knows_has_no_state if {
	every name in ["", "ai_act_high_risks", "unknown"] {
		count([state | state := force.state({"name": name, "date": "2025-02-02"})]) == 0
	}
}

# --- Article 50(2) ---

test_marking_counts_at_once_for_what_came_on_the_market_later if {
	every since in ["2026-08-02", "2026-08-03", "2030-01-01"] {
		every day, in_force in {"2026-08-01": "no", "2026-08-02": "yes", "2026-08-03": "yes", "2026-12-02": "yes"} {
			force.state(_marking) == _state(in_force, "2026-08-02", "") with input as _on(day, _served(since, null))
		}
	}
}

test_marking_waits_for_what_was_on_the_market_before if {
	every since in ["2026-08-01", "2012-05-05"] {
		every day, in_force in {"2026-08-01": "no", "2026-08-02": "no", "2026-12-01": "no", "2026-12-02": "yes", "2026-12-03": "yes"} {
			force.state(_marking) == _state(in_force, "2026-12-02", "") with input as _on(day, _served(since, null))
		}
	}
}

test_marking_is_undecided_between_its_days_where_that_is_not_stated if {
	every since in array.concat(_unsaid, ["none"]) {
		every day, expected in {
			"2026-08-01": _state("no", "", _since),
			"2026-08-02": _state("unknown", "", _since),
			"2026-12-01": _state("unknown", "", _since),
			"2026-12-02": _state("yes", "", ""),
		} {
			force.state(_marking) == expected with input as _on(day, _served(since, "none"))
		}
	}
}

# A change of design is no matter for article 50(2).
test_marking_heeds_no_change_of_design if {
	every changed in ["2026-09-01", "none", "unknown"] {
		force.state(_marking) == _state("no", "2026-12-02", "") with input as _on("2026-10-01", _served("2020-01-01", changed))
	}
}

# --- Annex III, article 111(2) ---

test_annex_iii_in_service_on_or_after_its_day_counts_from_that_service if {
	every since, eve in {
		"2027-12-02": "2027-12-01",
		"2027-12-03": "2027-12-02",
		"2028-08-02": "2028-08-01",
		"2030-08-02": "2030-08-01",
		"2031-01-01": "2030-12-31",
	} {
		every changed in ["none", "2035-01-01", null] {
			force.state(_iii) == _state("no", since, "") with input as _on(eve, _served(since, changed))
			force.state(_iii) == _state("yes", since, "") with input as _on(since, _served(since, changed))
		}
	}
}

test_annex_iii_in_service_before_and_unchanged_waits_until_2030 if {
	every since in ["2027-12-01", "2012-05-05"] {
		every changed in ["none", "2027-12-01"] {
			every day, in_force in {"2027-12-01": "no", "2027-12-02": "no", "2030-08-01": "no", "2030-08-02": "yes", "2030-08-03": "yes"} {
				force.state(_iii) == _state(in_force, "2030-08-02", "") with input as _on(day, _served(since, changed))
			}
		}
	}
}

test_every_public_authority_and_every_unnamed_type_has_that_last_day if {
	every type in _public {
		every day, in_force in {"2030-08-01": "no", "2030-08-02": "yes"} {
			force.state(_iii) == _state(in_force, "2030-08-02", "") with input as _on(day, _served_by(type, "2020-01-01", "none"))
		}
	}
}

test_who_is_no_public_authority_has_no_day_without_a_change if {
	every changed in ["none", "2027-12-01", "2013-01-01"] {
		every day in ["2027-12-01", "2027-12-02", "2030-08-01", "2030-08-02", "2099-01-01"] {
			force.state(_iii) == _state("no", "", "") with input as _on(day, _served_by("other", "2020-01-01", changed))
		}
	}
}

test_annex_iii_changed_on_or_after_its_day_counts_from_the_change if {
	every type in ["municipality", "other"] {
		every changed, eve in {
			"2027-12-02": "2027-12-01",
			"2027-12-03": "2027-12-02",
			"2029-03-01": "2029-02-28",
			"2030-08-01": "2030-07-31",
			"2030-08-02": "2030-08-01",
		} {
			force.state(_iii) == _state("no", changed, "") with input as _on(eve, _served_by(type, "2027-12-01", changed))
			force.state(_iii) == _state("yes", changed, "") with input as _on(changed, _served_by(type, "2027-12-01", changed))
		}
	}
}

# "In any case": a change that lies further on buys a public authority no time.
test_a_later_change_does_not_move_the_last_day_of_a_public_authority if {
	every changed in ["2030-08-03", "2031-01-01", "9999-12-31"] {
		every day, in_force in {"2030-08-01": "no", "2030-08-02": "yes"} {
			force.state(_iii) == _state(in_force, "2030-08-02", "") with input as _on(day, _served_by("municipality", "2020-01-01", changed))
		}
	}
}

test_a_later_change_is_the_first_day_for_who_is_no_public_authority if {
	every day, in_force in {"2030-08-02": "no", "2030-12-31": "no", "2031-01-01": "yes"} {
		force.state(_iii) == _state(in_force, "2031-01-01", "") with input as _on(day, _served_by("other", "2020-01-01", "2031-01-01"))
	}
}

test_annex_iii_in_service_before_is_undecided_where_the_change_is_not_stated if {
	every changed in _unsaid {
		every day, expected in {
			"2027-12-01": _state("no", "", _change),
			"2027-12-02": _state("unknown", "", _change),
			"2030-08-01": _state("unknown", "", _change),
			"2030-08-02": _state("yes", "", ""),
		} {
			force.state(_iii) == expected with input as _on(day, _served("2027-12-01", changed))
		}
	}
}

_waiting_for_service := {
	"2027-12-01": _state("no", "", _since),
	"2027-12-02": _state("unknown", "", _since),
	"2030-08-01": _state("unknown", "", _since),
	"2030-08-02": _state("yes", "", ""),
}

test_annex_iii_is_undecided_where_the_service_is_not_stated if {
	every since in array.concat(_unsaid, ["none"]) {
		every day, expected in _waiting_for_service {
			force.state(_iii) == expected with input as _on(day, _served(since, "none"))
		}
	}
}

test_without_the_service_no_change_decides if {
	every changed in ["2020-01-01", "2029-01-01", "2031-01-01", null] {
		every type in ["municipality", "other"] {
			every day, expected in _waiting_for_service {
				force.state(_iii) == expected with input as _on(day, _served_by(type, null, changed))
			}
		}
	}
}

test_facts_that_are_not_there_at_all_are_undecided_too if {
	every manifest in [{}, {"ai_act": {}}, {"ai_act": "none"}, {"ai_act": null}, {"ai_act": {"in_service": "2020-01-01"}}] {
		force.state(_iii) == _state("unknown", "", _since) with input as _on("2028-01-01", manifest)
		force.state(_marking) == _state("unknown", "", _since) with input as _on("2026-10-01", manifest)
	}
}

# --- Annex I: the same table from a later day ---

test_annex_i_in_service_on_or_after_its_day_counts_from_that_service if {
	every since, eve in {"2028-08-02": "2028-08-01", "2028-08-03": "2028-08-02", "2031-01-01": "2030-12-31"} {
		every changed in ["none", "2020-01-01", "unknown"] {
			force.state(_i) == _state("no", since, "") with input as _on(eve, _served(since, changed))
			force.state(_i) == _state("yes", since, "") with input as _on(since, _served(since, changed))
		}
	}
}

test_annex_i_in_service_before_waits_until_2030_or_has_no_day if {
	every since in ["2028-08-01", "2027-12-02"] {
		every changed in ["none", "2028-08-01"] {
			every day, in_force in {"2028-08-02": "no", "2030-08-01": "no", "2030-08-02": "yes"} {
				force.state(_i) == _state(in_force, "2030-08-02", "") with input as _on(day, _served(since, changed))
			}
			force.state(_i) == _state("no", "", "") with input as _on("2030-08-02", _served_by("other", since, changed))
		}
	}
}

test_annex_i_changed_on_or_after_its_day_counts_from_the_change if {
	every changed, eve in {"2028-08-02": "2028-08-01", "2028-08-03": "2028-08-02", "2030-08-01": "2030-07-31"} {
		force.state(_i) == _state("no", changed, "") with input as _on(eve, _served("2028-08-01", changed))
		force.state(_i) == _state("yes", changed, "") with input as _on(changed, _served("2028-08-01", changed))
	}
}

test_annex_i_is_undecided_from_its_own_day if {
	every day, in_force in {"2027-12-02": "no", "2028-08-01": "no", "2028-08-02": "unknown", "2030-08-01": "unknown"} {
		force.state(_i) == _state(in_force, "", _change) with input as _on(day, _served("2028-08-01", null))
		force.state(_i) == _state(in_force, "", _since) with input as _on(day, _served(null, "none"))
	}
	force.state(_i) == _state("yes", "", "") with input as _on("2030-08-02", _served("2028-08-01", null))
	force.state(_i) == _state("yes", "", "") with input as _on("2030-08-02", _served(null, "none"))
}

# --- High-risk under either annex ---

_points := ["1", "2", "3", "4a", "4b", "5a", "5b", "5c", "5d", "6", "7", "8"]

# In service since, last changed: one history for each way through the table.
_histories := [
	[null, "none"],
	["2020-01-01", null],
	["2020-01-01", "none"],
	["2020-01-01", "2028-01-01"],
	["2020-01-01", "2029-01-01"],
	["2028-01-01", "none"],
	["2029-01-01", null],
]

_days := ["2028-01-01", "2029-01-01"]

test_each_point_of_annex_iii_gives_its_dates if {
	every point in _points {
		every day, in_force in {"2027-12-01": "no", "2027-12-02": "unknown"} {
			force.state(_either) == _state(in_force, "", _since) with input as _on(day, {"ai_act": {"annex_iii": [point]}})
		}
	}
}

# Of both annexes the earlier counts, and that is always annex III.
test_a_point_of_annex_iii_decides_whatever_annex_i_says if {
	every annex_i in ["yes", null] {
		every history in _histories {
			every day in _days {
				_same(_iii) with input as _on(day, _classed({"annex_iii": ["unknown", "4a"], "annex_i": annex_i}, history))
			}
		}
	}
}

test_only_annex_i_gives_the_dates_of_annex_i if {
	every nothing in ["none", ["none"]] {
		every history in _histories {
			every day in _days {
				_same(_i) with input as _on(day, _classed({"annex_iii": nothing, "annex_i": true}, history))
			}
		}
	}
}

_same(regime) if {
	force.state(_either) == force.state(regime)
}

test_neither_annex_is_undecided_from_the_first_day_to_the_last if {
	every day, expected in {
		"2027-12-01": _state("no", "", "ai_act.annex_iii"),
		"2027-12-02": _state("unknown", "", "ai_act.annex_iii"),
		"2028-08-01": _state("unknown", "", "ai_act.annex_iii"),
		# From here both annexes wait for the same fact.
		"2028-08-02": _state("unknown", "", _since),
		"2030-08-01": _state("unknown", "", _since),
		"2030-08-02": _state("yes", "", ""),
	} {
		every annexes in [
			{},
			{"annex_iii": "unknown", "annex_i": "unknown"},
			{"annex_iii": "4a", "annex_i": "yes"},
			{"annex_iii": ["9", "unknown"], "annex_i": "no"},
		] {
			force.state(_either) == expected with input as _on(day, {"ai_act": annexes})
		}
	}
}

test_without_a_point_of_annex_iii_the_other_annex_is_asked if {
	every annex_i in [null, "unknown", "no"] {
		every day, expected in {
			"2027-12-01": _state("no", "", "ai_act.annex_i"),
			"2027-12-02": _state("unknown", "", "ai_act.annex_i"),
			"2028-08-01": _state("unknown", "", "ai_act.annex_i"),
			"2028-08-02": _state("unknown", "", _since),
			"2030-08-02": _state("yes", "", ""),
		} {
			force.state(_either) == expected with input as _on(day, {"ai_act": {"annex_iii": "none", "annex_i": annex_i}})
		}
	}
}

test_in_service_between_the_days_only_the_annex_decides if {
	every day, expected in {
		"2027-12-31": _state("no", "", "ai_act.annex_iii"),
		"2028-01-01": _state("unknown", "", "ai_act.annex_iii"),
		"2028-08-02": _state("unknown", "", "ai_act.annex_iii"),
		"2030-08-01": _state("unknown", "", "ai_act.annex_iii"),
		"2030-08-02": _state("yes", "", ""),
	} {
		every changed in ["none", null, "2028-03-01"] {
			force.state(_either) == expected with input as _on(day, _served("2028-01-01", changed))
		}
	}
}

test_changed_between_the_days_only_the_annex_decides if {
	every day, in_force in {"2027-12-31": "no", "2028-01-01": "unknown", "2028-08-02": "unknown", "2030-08-01": "unknown"} {
		force.state(_either) == _state(in_force, "", "ai_act.annex_iii") with input as _on(day, _served("2020-01-01", "2028-01-01"))
	}
	force.state(_either) == _state("yes", "", "") with input as _on("2030-08-02", _served("2020-01-01", "2028-01-01"))
}

test_where_both_annexes_give_one_day_nothing_is_undecided if {
	every day, in_force in {"2028-12-31": "no", "2029-01-01": "yes"} {
		force.state(_either) == _state(in_force, "2029-01-01", "") with input as _on(day, _served("2029-01-01", null))
		force.state(_either) == _state(in_force, "2029-01-01", "") with input as _on(day, _served("2020-01-01", "2029-01-01"))
	}
	every day, in_force in {"2028-08-02": "no", "2030-08-01": "no", "2030-08-02": "yes"} {
		force.state(_either) == _state(in_force, "2030-08-02", "") with input as _on(day, _served("2020-01-01", "none"))
	}
	force.state(_either) == _state("no", "", "") with input as _on("2050-01-01", _served_by("other", "2020-01-01", "none"))
}

test_in_service_before_both_days_the_change_is_asked_once_both_wait_for_it if {
	every day, expected in {
		"2027-12-01": _state("no", "", "ai_act.annex_iii"),
		"2028-08-01": _state("unknown", "", "ai_act.annex_iii"),
		"2028-08-02": _state("unknown", "", _change),
		"2030-08-02": _state("yes", "", ""),
	} {
		force.state(_either) == expected with input as _on(day, _served("2020-01-01", null))
	}
}

test_between_a_day_and_never_it_stays_undecided if {
	every day, in_force in {"2027-12-31": "no", "2028-01-01": "unknown", "2030-08-02": "unknown", "2099-01-01": "unknown"} {
		force.state(_either) == _state(in_force, "", "ai_act.annex_iii") with input as _on(day, _served_by("other", "2028-01-01", "none"))
	}
}

# --- A day that is not known ---

test_a_day_that_is_not_known_counts_as_in_force if {
	every today in array.concat(_unsaid, ["none", "23-11-2026", "2026-11-23T00:00:00Z"]) {
		_all_in_force with input as _on(today, {})
		force.state(_iii) == _state("yes", "2030-08-02", "") with input as _on(today, _served("2020-01-01", "none"))
	}
}

_all_in_force if {
	force.state(_always) == _state("yes", "", "")
	force.state({"name": "date", "date": "2099-01-01"}) == _state("yes", "2099-01-01", "")
	every regime in [_marking, _iii, _i, _either] {
		force.state(regime) == _state("yes", "", "")
	}
}

test_without_an_envelope_the_day_is_not_known_and_the_facts_are_read if {
	force.state(_iii) == _state("yes", "2029-01-01", "") with input as _served("2029-01-01", "none")
	force.state(_iii) == _state("yes", "", "") with input as null
}
