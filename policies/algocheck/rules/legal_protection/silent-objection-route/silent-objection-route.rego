# METADATA
# title: The route to contest the decision explains the part of the algorithm
# description: |
#   A decision is hard to contest when part of its reasoning is hidden in technology,
#   and the standard procedure does not bring it to light. The route must say that an
#   algorithm was used, what it did, and how that can be contested. This is guidance:
#   the laws named ask for reasons and an effective remedy, not for this text.
# custom:
#   code: LP-02
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: echr, article: "13", checked: memory}
#     - {law: awb, article: "3:46"}
#   nl:
#     title: De route om het besluit aan te vechten legt uit wat het algoritme deed
#     description: |
#       Een besluit is moeilijk aan te vechten als een deel van de redenen in techniek
#       verborgen zit, en de gewone procedure brengt die niet naar boven. De route
#       moet zeggen dat een algoritme is gebruikt, wat het deed en hoe je dat
#       aanvecht. Dit is een richtlijn: de genoemde wetten vragen redenen en een
#       werkend rechtsmiddel, niet deze uitleg.
#     remedy: Leg in de procedure uit dat een algoritme is gebruikt, wat het deed en hoe iemand dat kan aanvechten.
#   en:
#     remedy: Explain in the procedure that an algorithm was used, what it did and how somebody can contest that.
package algocheck.rules.legal_protection["silent-objection-route"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.decision.awb_decision, {"yes", "contributes"}),
	logic.negate(logic.one_of(m.decision.automation, {"information"})),
])

requires := [{
	"path": ["legal_protection", "objection", "explains_algorithm"],
	"met": logic.one_of(m.legal_protection.objection.explains_algorithm, {"yes"}),
}]
