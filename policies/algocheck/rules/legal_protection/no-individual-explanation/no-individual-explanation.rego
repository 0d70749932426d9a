# METADATA
# title: People get an explanation of the decision in their own case
# description: |
#   A general text about an algorithm tells nobody why their own case ended as it did,
#   and so gives nothing to contest. Whoever gets a decision, or is subject to fully
#   automated processing of personal data with a legal or significant effect, must
#   get an explanation of their own case with the factors that decided. Of a product
#   it is asked whether it can deliver that.
# custom:
#   code: LP-05
#   severity: high
#   owner: both
#   kind: law
#   laws:
#     - {law: echr, article: "6"}
#     - {law: awb, article: "3:46", only_if: {decision.awb_decision: ["yes"]}}
#     - {law: awb, article: "3:47", only_if: {decision.awb_decision: ["yes"]}}
#     - {law: avg, article: "15(1)(h)", only_if: {decision.automation: [full], privacy.personal_data: ["yes"], decision.effect: [legal, significant]}}
#   nl:
#     title: Mensen krijgen uitleg over het besluit in hun eigen zaak
#     description: |
#       Een algemene tekst over een algoritme vertelt niemand waarom zijn eigen zaak zo
#       afliep, en geeft dus niets om aan te vechten. Wie een besluit krijgt, moet uitleg
#       krijgen over zijn eigen zaak, met de factoren die de doorslag gaven. Dat geldt ook
#       als persoonsgegevens volledig automatisch worden verwerkt met gevolgen voor
#       iemands rechten, of met gevolgen die even zwaar wegen. Van een product wordt
#       gevraagd of het die uitleg kan leveren.
#     remedy: Zorg dat het algoritme per zaak uitleg levert met de factoren die de doorslag gaven, en geef die uitleg aan wie het betreft.
#   en:
#     remedy: See to it that the algorithm delivers an explanation of each case with the factors that decided, and give it to whom it concerns.
package algocheck.rules.legal_protection["no-individual-explanation"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := logic.any_of([
	logic.one_of(m.decision.awb_decision, {"yes"}),
	logic.all_of([
		logic.one_of(m.decision.automation, {"full"}),
		logic.one_of(m.privacy.personal_data, {"yes"}),
		impact.touches_rights,
	]),
])

requires := [
	{
		"path": ["legal_protection", "explanation", "level"],
		"met": logic.one_of(m.legal_protection.explanation.level, {"individual"}),
	},
	{
		"path": ["legal_protection", "explanation", "key_factors"],
		"met": logic.one_of(m.legal_protection.explanation.key_factors, {"yes"}),
	},
]
