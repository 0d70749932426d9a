# METADATA
# title: Every party in the chain has a role and a task
# description: |
#   In a chain of parties a duty is easily left to somebody else, and the
#   people concerned are sent from one to the next. When two or more parties
#   work together, each one states what it is in the chain and what it does.
#   This is guidance: the laws named ask who answers for what, not for this
#   list.
# custom:
#   code: CH-02
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: avg, article: "5(2)"}
#     - {law: aia, article: "25"}
#   nl:
#     title: Elke partij in de keten heeft een rol en een taak
#     description: |
#       In een keten van partijen blijft een plicht makkelijk voor een ander
#       liggen, en worden mensen van de een naar de ander gestuurd. Werken
#       twee of meer partijen samen, dan staat bij elke partij wat zij in de
#       keten is en wat zij doet. Dit is een richtlijn: de genoemde wetten
#       vragen wie waarvoor instaat, niet om deze lijst.
#     remedy: Zet bij deze partij welke rollen zij in de keten heeft en wat haar taak is.
#   en:
#     remedy: State which roles this party has in the chain and what its task is.
package algocheck.rules.chain["unclear-role"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := "yes" if {
	count(_telling) >= 2
} else := "unknown" if {
	listed["chain.parties"] == "unknown"
} else := "unknown" if {
	count(m.chain.parties) >= 2
} else := "no"

# An entry that says nothing may be no party at all.
_telling := [i | some i, v in m.chain.parties; _says_something(v) == "yes"]

_says_something(party) := logic.any_of([
	logic.stated(party.id),
	logic.stated(party.name),
	logic.stated(party.identifier),
	logic.stated(party.type),
	party.listed.roles,
	logic.stated(party.tasks),
	logic.stated(party.contact_role),
])

requires := array.concat(
	[{
		"path": ["chain", "parties"],
		"met": listed["chain.parties"],
	}],
	[requirement |
		some i, v in m.chain.parties
		some requirement in [
			{
				"path": ["chain", "parties", i, "roles"],
				"met": v.listed.roles,
			},
			{
				"path": ["chain", "parties", i, "tasks"],
				"met": logic.stated(v.tasks),
			},
		]
	],
)
