# METADATA
# title: Every protected characteristic that is used has a justification
# description: |
#   Nobody may be treated differently for who they are, unless a good reason is
#   given that others can test. Every variable that holds a protected ground, such
#   as age, sex, religion or nationality, needs a justification of its own: why
#   this variable, for this purpose.
# custom:
#   code: EQ-03
#   severity: high
#   owner: both
#   kind: law
#   laws:
#     - {law: gw, article: "1"}
#     - {law: echr, article: "14"}
#     - {law: avg, article: "9"}
#     - {law: awgb, article: "2", only_if: {equal_treatment.legal_domain: [employment, goods_services, education]}}
#   nl:
#     title: Elk beschermd kenmerk dat wordt gebruikt, heeft een rechtvaardiging
#     description: |
#       Niemand mag anders worden behandeld om wie hij is, behalve met een goede
#       reden die anderen kunnen toetsen. Elke variabele met een beschermd kenmerk,
#       zoals leeftijd, geslacht, godsdienst of nationaliteit, heeft een eigen
#       rechtvaardiging nodig: waarom deze variabele, voor dit doel.
#     remedy: Schrijf bij deze variabele waarom het beschermde kenmerk nodig en toegestaan is, of gebruik de variabele niet.
#   en:
#     remedy: Say for this variable why the protected characteristic is needed and allowed, or do not use the variable.
package algocheck.rules.equal_treatment["unjustified-protected-ground"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := lists.some_entry(
	listed["data.variables"],
	[logic.stated(v.protected_ground) | some v in m.data.variables],
)

requires := array.concat(
	# A list stated as none is an answer too: then nothing needs a justification.
	[{
		"path": ["data", "variables"],
		"met": logic.one_of(listed["data.variables"], {"yes", "no"}),
	}],
	[requirement |
		some i, v in m.data.variables
		requirement := {
			"path": ["data", "variables", i, "justification"],
			"met": logic.any_of([
				logic.negate(logic.stated(v.protected_ground)),
				logic.stated(v.justification),
			]),
		}
	],
)
