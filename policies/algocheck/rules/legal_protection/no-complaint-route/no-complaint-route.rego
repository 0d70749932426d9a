# METADATA
# title: There is a complaint route where no objection is open
# description: |
#   Whoever is picked out for an inspection, or otherwise touched by an outcome that is
#   no decision, cannot object to it. Then a complaint is the way to be heard, and
#   people must be able to find where to file it. A link to the complaint route counts.
# custom:
#   code: LP-17
#   severity: high
#   owner: deployer
#   kind: law
#   laws:
#     - {law: awb, article: "9:1"}
#     - {law: echr, article: "13", checked: memory}
#   nl:
#     title: Er is een klachtroute waar geen bezwaar openstaat
#     description: |
#       Wie wordt uitgekozen voor een controle, of op een andere manier wordt geraakt
#       door een uitkomst die geen besluit is, kan daartegen geen bezwaar maken. Dan is
#       een klacht de weg om gehoord te worden, en moet te vinden zijn waar dat kan. Een
#       link naar de klachtroute telt.
#     remedy: Open een klachtroute voor wie door de uitkomst wordt geraakt, en geef de link waar mensen die vinden.
#   en:
#     remedy: Open a complaint route for people touched by the outcome, and give the link where they find it.
package algocheck.rules.legal_protection["no-complaint-route"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.decision.awb_decision, {"contributes", "no"}),
	logic.any_of([
		impact.touches_people,
		logic.one_of(m.decision.risk_selection, {"yes"}),
		logic.one_of(m.decision.effect, {"factual"}),
	]),
])

requires := [{
	"path": ["legal_protection", "complaint_url"],
	"met": logic.stated(m.legal_protection.complaint_url),
}]
