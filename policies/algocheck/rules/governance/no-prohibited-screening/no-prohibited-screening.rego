# METADATA
# title: It was checked whether the AI system is a prohibited practice
# description: |
#   Nobody can rely on a prohibited practice being absent when nobody looked for one. The
#   check must have a date and a conclusion that others can follow. This is guidance: the
#   AI Act forbids the practices, it does not prescribe a record of the check.
# custom:
#   code: GV-02
#   severity: high
#   owner: both
#   kind: guidance
#   regime: {name: date, date: "2025-02-02"}
#   laws:
#     - {law: aia, article: "5"}
#   nl:
#     title: Er is nagegaan of het AI-systeem een verboden praktijk is
#     description: |
#       Niemand kan erop vertrouwen dat er geen verboden praktijk is, als niemand ernaar
#       heeft gekeken. De toets heeft een datum en een conclusie die anderen kunnen volgen.
#       Dit is een richtlijn: de AI-verordening verbiedt de praktijken, maar schrijft een
#       verslag van de toets niet voor.
#     remedy: Ga na of een van de verboden praktijken aan de orde is, en leg de datum en de conclusie vast.
#   en:
#     remedy: Check whether any prohibited practice is at stake, and record the date and the conclusion.
package algocheck.rules.governance["no-prohibited-screening"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.one_of(m.ai_act.ai_system, {"yes"})

requires := [
	{
		"path": ["ai_act", "prohibited_screening", "date"],
		"met": logic.stated(m.ai_act.prohibited_screening.date),
	},
	{
		"path": ["ai_act", "prohibited_screening", "result"],
		"met": logic.stated(m.ai_act.prohibited_screening.result),
	},
]
