# METADATA
# title: Article 40 UAVG can carry the automated decision
# description: |
#   Article 40 of the Dutch act permits decisions without a person where a law or a public
#   task makes them necessary, but not on the basis of profiling: it says so itself. It is
#   disputed whether it can carry a decision in which there is something to weigh. Who
#   relies on it there gives people a decision that may not stand.
# custom:
#   code: PR-06
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: uavg, article: "40", to_verify: "bill 36264 (Verzamelwet gegevensbescherming) was before the Eerste Kamer on 20 November 2025; check whether it has changed this article"}
#     - {law: avg, article: "22(2)(b)"}
#   nl:
#     title: Artikel 40 UAVG kan het geautomatiseerde besluit dragen
#     description: |
#       Artikel 40 van de uitvoeringswet staat besluiten zonder mens toe als een wet of een
#       publieke taak ze nodig maakt, maar niet op basis van profilering. Dat staat er zelf
#       in. Het is omstreden of het artikel een besluit kan dragen waarbij iets valt af te
#       wegen. Wie zich er dan op beroept, geeft mensen een besluit dat misschien niet blijft
#       staan.
#     remedy: Noem een andere uitzondering, zoals een specifieke wet die dit besluit toestaat, of laat een mens het besluit nemen.
#   en:
#     remedy: State another exception, such as a specific statute that permits this decision, or let a person take the decision.
package algocheck.rules.privacy["uncertain-exception"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

# Where no machine decides nobody is asked for an exception; one that is stated all the
# same counts.
applies := "no" if {
	_stated == "unknown"
	_decided_by_machine == "no"
} else := _stated

_stated := logic.one_of(m.privacy.automated_decision.exception, {"uavg40"})

_decided_by_machine := logic.all_of([
	logic.one_of(m.privacy.personal_data, {"yes"}),
	logic.one_of(m.decision.automation, {"full"}),
	impact.touches_rights,
])

requires := [
	{
		"path": ["decision", "profiling"],
		"met": logic.one_of(m.decision.profiling, {"no"}),
	},
	{
		"path": ["decision", "discretionary"],
		"met": logic.one_of(m.decision.discretionary, {"no"}),
	},
]
