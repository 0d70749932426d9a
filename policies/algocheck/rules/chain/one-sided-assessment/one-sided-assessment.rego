# METADATA
# title: Policy and operations both took part in the assessment
# description: |
#   An assessment made by the policy side alone misses how the algorithm is
#   used, and one by operations alone misses why. The rights of people are
#   weighed well when both sit at the table. This holds for an assessment of
#   human rights, equal treatment or data protection, also while it is a
#   draft. It is guidance: the law named asks for care and does not say who
#   takes part.
# custom:
#   code: CH-19
#   severity: medium
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: awb, article: "3:2"}
#   nl:
#     title: Beleid en uitvoering deden allebei mee aan de toets
#     description: |
#       Een toets door alleen de beleidskant mist hoe het algoritme wordt
#       gebruikt. Een toets door alleen de uitvoering mist waarom. De rechten
#       van mensen worden pas goed gewogen als beide aan tafel zitten. Dit
#       geldt voor een toets op mensenrechten, gelijke behandeling of
#       gegevensbescherming, ook als die nog een concept is. Het is een
#       richtlijn: de genoemde wet vraagt zorgvuldigheid en schrijft geen
#       deelnemers voor.
#     remedy: Betrek ook de kant die ontbrak, beleid (policy) of uitvoering (operations), bij de toets, en vul de deelnemers aan.
#   en:
#     remedy: Involve the side that was missing, policy or operations, in the assessment, and complete the list of participants.
package algocheck.rules.chain["one-sided-assessment"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := lists.some_entry(listed.assessments, _concerned)

_concerned := [logic.all_of([
	logic.one_of(v.kind, {"iama", "fria", "dpia", "equal_treatment"}),
	logic.one_of(v.status, {"draft", "final"}),
]) |
	some v in m.assessments
]

requires := array.concat(
	[{
		"path": ["assessments"],
		"met": listed.assessments,
	}],
	[requirement |
		some i, v in m.assessments
		requirement := {
			"path": ["assessments", i, "participants_roles"],
			"met": logic.any_of([
				logic.negate(_concerned[i]),
				logic.all_of([
					lists.has(v.participants_roles, v.listed.participants_roles, {"policy"}),
					lists.has(v.participants_roles, v.listed.participants_roles, {"operations"}),
				]),
			]),
		}
	],
)
