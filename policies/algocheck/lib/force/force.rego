# METADATA
# description: |
#   Is a law in force on the day of the check, for this algorithm? Some dates
#   depend on facts; where those are not stated, the answer is a period in which
#   the law begins, and the fact that decides.
package algocheck.lib.force

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.facts.today
import data.algocheck.lib.lists
import data.algocheck.params

_never := "9999-12-31"

_points := {"1", "2", "3", "4a", "4b", "5a", "5b", "5c", "5d", "6", "7", "8"}

_always := {"in_force": "yes", "begins": "", "undecided": ""}

# METADATA
# description: |
#   {"in_force": yes, no or unknown, "begins": the first day or "", "undecided":
#   the fact that decides or ""} for a regime {"name": ..., "date": ...}.
state(regime) := _always if {
	regime.name == "always"
} else := {"in_force": in_force, "begins": _begins(period), "undecided": _asks(in_force, period.fact)} if {
	period := _period(regime)
	in_force := _in_force(period)
}

# Once the law is in force whatever the fact says, the fact decides nothing.
_asks(in_force, fact) := "" if {
	in_force == "yes"
} else := fact

# A day that is unknown counts as in force: no rule is skipped for want of it.
_in_force(period) := "yes" if {
	today == "unknown"
} else := "yes" if {
	today >= period.latest
} else := "no" if {
	today < period.earliest
} else := "unknown"

_begins(period) := period.earliest if {
	period.earliest == period.latest
	period.earliest != _never
	period.earliest != ""
} else := ""

_period(regime) := _certain(regime.date) if {
	regime.name == "date"
} else := _certain(params.regimes[regime.name].from) if {
	regime.name == "ai_act_art50"
} else := _marked if {
	regime.name == "ai_act_art50_2"
} else := annex_iii if {
	regime.name == "ai_act_high_risk_annex_iii"
} else := annex_i if {
	regime.name == "ai_act_high_risk_annex_i"
} else := _high_risk if {
	regime.name == "ai_act_high_risk"
}

_certain(day) := {"earliest": day, "latest": day, "fact": ""}

# AI Act 50(2) with 111(4).
_marked := _by_service(
	params.regimes.ai_act_art50_2.from,
	params.regimes.ai_act_art50_2.legacy_from,
)

_by_service(from, legacy_from) := _certain(from) if {
	m.ai_act.in_service_since != "unknown"
	m.ai_act.in_service_since != "none"
	m.ai_act.in_service_since >= from
} else := _certain(legacy_from) if {
	m.ai_act.in_service_since != "unknown"
	m.ai_act.in_service_since != "none"
} else := {"earliest": from, "latest": legacy_from, "fact": "ai_act.in_service_since"}

# METADATA
# description: The period in which the duties for systems under Annex III begin.
annex_iii := _legacy(
	params.regimes[params.regimes.ai_act_high_risk.annex_iii].from,
	params.regimes[params.regimes.ai_act_high_risk.annex_iii].legacy_from,
)

# METADATA
# description: The period in which the duties for products under Annex I begin.
annex_i := _legacy(
	params.regimes[params.regimes.ai_act_high_risk.annex_i].from,
	params.regimes[params.regimes.ai_act_high_risk.annex_i].legacy_from,
)

# AI Act 111(2): what was in service before keeps its date until its design changes.
_legacy(from, legacy_from) := {"earliest": from, "latest": legacy_from, "fact": "ai_act.in_service_since"} if {
	m.ai_act.in_service_since in {"unknown", "none"}
} else := _certain(m.ai_act.in_service_since) if {
	m.ai_act.in_service_since >= from
} else := {"earliest": from, "latest": legacy_from, "fact": "ai_act.significant_design_change"} if {
	m.ai_act.significant_design_change == "unknown"
} else := _certain(min([m.ai_act.significant_design_change, _at_last(legacy_from)])) if {
	m.ai_act.significant_design_change != "none"
	m.ai_act.significant_design_change >= from
} else := _certain(_at_last(legacy_from))

# Who is no public authority has no date until the design changes.
_at_last(legacy_from) := _never if {
	m.organization.type == "other"
} else := legacy_from

_named_in_annex_iii := lists.has(m.ai_act.annex_iii, listed["ai_act.annex_iii"], _points)

_high_risk := annex_iii if {
	_named_in_annex_iii == "yes"
} else := _either("ai_act.annex_iii") if {
	_named_in_annex_iii == "unknown"
} else := annex_i if {
	m.ai_act.annex_i == "yes"
} else := _either("ai_act.annex_i")

# One of the two annexes must make it high-risk; it is not said which.
_either(fact) := {
	"earliest": min([annex_iii.earliest, annex_i.earliest]),
	"latest": max([annex_iii.latest, annex_i.latest]),
	"fact": _first_fact(fact),
}

# Where the annexes give the same period, or leave today open alike, naming one decides nothing.
_first_fact(fact) := annex_iii.fact if {
	annex_iii.earliest == annex_i.earliest
	annex_iii.latest == annex_i.latest
} else := annex_iii.fact if {
	_in_force(annex_iii) == "unknown"
	_in_force(annex_i) == "unknown"
} else := fact
