# METADATA
# title: People get an explanation of what the algorithm contributed in their own case
# description: |
#   An outcome that only contributes can still decide what happens to somebody: who is
#   picked out, who is believed. People touched by it must get an explanation of their
#   own case with the factors that weighed most. This is guidance: the laws named ask
#   for care and a fair hearing, they do not spell out a right to this explanation.
# custom:
#   code: LP-24
#   severity: high
#   owner: both
#   kind: guidance
#   laws:
#     - {law: echr, article: "6"}
#     - {law: echr, article: "13", checked: memory}
#     - {law: awb, article: "3:2"}
#   nl:
#     title: Mensen krijgen uitleg over wat het algoritme in hun eigen zaak bijdroeg
#     description: |
#       Ook een uitkomst die alleen bijdraagt, kan bepalen wat er met iemand gebeurt: wie
#       wordt uitgekozen, wie wordt geloofd. Wie erdoor wordt geraakt, moet uitleg krijgen
#       over zijn eigen zaak, met de factoren die het zwaarst wogen. Dit is een richtlijn:
#       de genoemde wetten vragen zorgvuldigheid en een eerlijk proces, maar noemen een
#       recht op deze uitleg niet.
#     remedy: Zorg dat het algoritme per zaak uitleg levert met de factoren die het zwaarst wogen, en geef die uitleg aan wie erom vraagt.
#   en:
#     remedy: See to it that the algorithm delivers an explanation of each case with the factors that weighed most, and give it to whoever asks.
package algocheck.rules.legal_protection["no-explanation-of-contribution"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.decision.awb_decision, {"contributes", "no"}),
	logic.negate(logic.one_of(m.decision.automation, {"full"})),
	impact.touches_people,
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
