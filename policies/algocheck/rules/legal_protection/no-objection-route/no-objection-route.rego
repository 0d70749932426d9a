# METADATA
# title: A route to contest the decision is open and can be found
# description: |
#   Whoever is affected by a decision must be able to contest it. A route that
#   exists on paper but cannot be found protects nobody. Any route counts that the
#   law opens: objection, administrative appeal or an appeal to the court.
# custom:
#   code: LP-01
#   severity: high
#   owner: deployer
#   kind: law
#   laws:
#     - {law: echr, article: "6"}
#     - {law: echr, article: "13", checked: memory}
#     - {law: gw, article: "17"}
#     - {law: awb, article: "6:4"}
#     - {law: awb, article: "7:1"}
#     - {law: wahv, article: "6", to_verify: "holds for traffic fines only; an administrative appeal in another matter rests on the law of that matter", only_if: {legal_protection.remedy: [administrative_appeal]}}
#   nl:
#     title: De route om het besluit aan te vechten staat open en is te vinden
#     description: |
#       Wie door een besluit wordt geraakt, moet het kunnen aanvechten. Een route
#       die alleen op papier bestaat en niet te vinden is, beschermt niemand. Elke
#       route die de wet opent telt: bezwaar, administratief beroep of beroep bij
#       de rechter.
#     remedy: Vermeld hoe het besluit aan te vechten is en op welke pagina dat staat uitgelegd. Is er geen route, open er dan een voordat er besluiten uitgaan.
#   en:
#     remedy: State how the decision can be contested and the page that explains it. If there is no route, open one before decisions go out.
package algocheck.rules.legal_protection["no-objection-route"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.one_of(m.decision.awb_decision, {"yes"})

requires := [
	{
		"path": ["legal_protection", "remedy"],
		"met": logic.stated(m.legal_protection.remedy),
	},
	{
		"path": ["legal_protection", "objection", "procedure_url"],
		"met": logic.stated(m.legal_protection.objection.procedure_url),
	},
]
