# METADATA
# title: No AI practice that was prohibited in 2026 is in use
# description: |
#   In 2026 two practices were added to those that the AI Act forbids whatever they are
#   good for: points ba and bb of its article 5(1). From the day on which that begins no
#   AI system may be in use for them, and one that was in use before is no exception. Any
#   risk class but prohibited says that neither of them applies, unless the manifest
#   names one all the same.
# custom:
#   code: GV-29
#   severity: critical
#   owner: both
#   kind: law
#   regime: {name: date, date: "2026-12-02"}
#   laws:
#     - {law: aia, article: "5(1)(ba)", checked: partly}
#     - {law: aia, article: "5(1)(bb)", checked: partly}
#   nl:
#     title: Er is geen AI-praktijk in gebruik die in 2026 is verboden
#     description: |
#       De AI-verordening verbiedt sommige toepassingen van AI, waar ze ook goed voor zijn.
#       In 2026 kwamen er twee bij: de punten ba en bb van artikel 5, lid 1. Vanaf de dag dat
#       dit verbod begint, mag geen AI-systeem daarvoor in gebruik zijn, ook niet als het al
#       eerder in gebruik was. Wie een andere risicogroep dan verboden noemt, zegt dat geen
#       van beide geldt, tenzij het manifest er toch een noemt.
#     remedy: Stop met het gebruik van het systeem voordat het verbod begint, en anders direct. Geldt punt ba of bb niet, toets dan opnieuw en verbeter de lijst.
#   en:
#     remedy: Stop using the system before the prohibition begins, or else at once. If point ba or bb does not apply, assess it again and correct the list.
package algocheck.rules.governance["practice-prohibited-in-2026"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.one_of(m.ai_act.ai_system, {"yes"})

_other_classes := {"high_risk", "transparency", "minimal"}

# Without a stated point another class than prohibited says that there is none.
_practised := "no" if {
	listed["ai_act.prohibited_points"] == "unknown"
	m.ai_act.classification in _other_classes
} else := lists.has(m.ai_act.prohibited_points, listed["ai_act.prohibited_points"], {"ba", "bb"})

requires := [{
	"path": ["ai_act", "prohibited_points"],
	"met": logic.negate(logic.all_of([
		_practised,
		logic.one_of(m.algorithm.status, {"in_use"}),
	])),
}]
