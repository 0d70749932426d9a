# METADATA
# title: The input, the version and the outcome of each case are kept
# description: |
#   Without the input, the version of the rules and the outcome of a case nobody can
#   find out afterwards how its decision came about: not the person, not the objection
#   officer, not the court. All three must be kept for each case; where the algorithm
#   only contributes, they belong to the file of the decision that follows.
# custom:
#   code: LP-07
#   severity: high
#   owner: both
#   kind: law
#   laws:
#     - {law: awb, article: "3:2"}
#     - {law: awb, article: "7:4"}
#     - {law: awb, article: "8:42"}
#     - {law: echr, article: "6"}
#   nl:
#     title: De invoer, de versie en de uitkomst van elke zaak worden bewaard
#     description: |
#       Zonder de invoer, de versie van de regels en de uitkomst van een zaak kan
#       niemand achteraf nagaan hoe het besluit tot stand kwam: de betrokkene niet, de
#       bezwaarbehandelaar niet en de rechter niet. Alle drie worden per zaak bewaard.
#       Draagt het algoritme alleen bij, dan horen ze in het dossier van het besluit
#       dat volgt.
#     remedy: Bewaar bij elke zaak de invoer, de versie van de regels of het model en de uitkomst, zodat iemand het besluit kan nagaan.
#   en:
#     remedy: Keep for each case the input, the version of the rules or the model, and the outcome, so that somebody can retrace the decision.
package algocheck.rules.legal_protection["no-case-file"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.one_of(m.decision.awb_decision, {"yes", "contributes"})

requires := [
	{
		"path": ["legal_protection", "case_file", "inputs"],
		"met": logic.one_of(m.legal_protection.case_file.inputs, {"yes"}),
	},
	{
		"path": ["legal_protection", "case_file", "rules_version"],
		"met": logic.one_of(m.legal_protection.case_file.rules_version, {"yes"}),
	},
	{
		"path": ["legal_protection", "case_file", "output"],
		"met": logic.one_of(m.legal_protection.case_file.output, {"yes"}),
	},
]
