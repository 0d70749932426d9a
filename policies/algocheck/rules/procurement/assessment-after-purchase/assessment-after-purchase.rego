# METADATA
# title: A human-rights assessment was finished before the contract was signed
# description: |
#   Before the purchase an authority can still choose another product or set
#   demands; afterwards people must live with what was bought. A final
#   assessment of human rights (iama, fria or equal_treatment), dated before
#   the day of the contract, counts; a privacy assessment alone does not. This
#   is guidance: the laws named do not set this order.
# custom:
#   code: PC-23
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: gw, article: "1"}
#     - {law: awb, article: "3:2"}
#     - {law: aia, article: "27(1)"}
#   nl:
#     title: Een mensenrechtentoets was klaar voordat het contract werd getekend
#     description: |
#       Voor de aanschaf kan een overheid nog een ander product kiezen of
#       eisen stellen. Daarna moeten mensen leven met wat er is gekocht. Een
#       definitieve toets op mensenrechten (iama, fria of equal_treatment) van
#       voor de dag van het contract telt; alleen een privacytoets niet. Dit
#       is een richtlijn: de genoemde wetten schrijven deze volgorde niet
#       voor.
#     remedy: Leg de toets vast die voor het contract is gedaan. Is die er niet, doe de toets dan nu en pas het contract erop aan.
#   en:
#     remedy: Record the assessment that was made before the contract. If there is none, make one now and amend the contract accordingly.
package algocheck.rules.procurement["assessment-after-purchase"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.dates
import data.algocheck.lib.impact
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.supplier.internal, {"no"}),
	impact.touches_people,
	logic.stated(m.procurement.contract_date),
])

requires := [{
	"path": ["assessments"],
	"met": lists.some_entry(
		listed.assessments,
		[logic.all_of([
			logic.one_of(v.kind, {"iama", "fria", "equal_treatment"}),
			logic.one_of(v.status, {"final"}),
			dates.before(v.date, m.procurement.contract_date),
		]) |
			some v in m.assessments
		],
	),
}]
