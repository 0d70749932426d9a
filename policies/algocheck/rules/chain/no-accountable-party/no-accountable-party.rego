# METADATA
# title: One party of the chain answers for the algorithm
# description: |
#   Where many parties work together, each can point to another and nobody
#   answers to the people concerned. One party answers in the end, and it
#   stands among the parties of the chain, so that everybody can see who it
#   is. This is guidance: the laws named presume that such a party is known.
# custom:
#   code: CH-01
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: awb, article: "1:3"}
#     - {law: awb, article: "10:2"}
#     - {law: avg, article: "4(7)"}
#     - {law: avg, article: "5(2)"}
#   nl:
#     title: Eén partij in de keten is eindverantwoordelijk voor het algoritme
#     description: |
#       Waar veel partijen samenwerken, kan elke partij naar een andere wijzen
#       en is niemand aanspreekbaar voor de mensen om wie het gaat. Eén partij
#       is eindverantwoordelijk en staat tussen de partijen van de keten,
#       zodat iedereen ziet wie het is. Dit is een richtlijn: de genoemde
#       wetten gaan ervan uit dat zo'n partij bekend is.
#     remedy: Wijs één eindverantwoordelijke partij aan, en noem haar met hetzelfde id bij de partijen in de keten.
#   en:
#     remedy: Name one accountable party, and list it with the same id among the parties of the chain.
package algocheck.rules.chain["no-accountable-party"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := "yes"

requires := [
	{
		"path": ["chain", "accountable_party"],
		"met": logic.stated(m.chain.accountable_party),
	},
	{
		"path": ["chain", "parties"],
		"met": _named,
	},
]

# Who is not known cannot be looked for; "none" is nobody's id.
_named := "unknown" if {
	logic.stated(m.chain.accountable_party) == "unknown"
} else := lists.some_entry(
	listed["chain.parties"],
	[logic.all_of([logic.stated(v.id), logic.same(v.id, m.chain.accountable_party)]) |
		some v in m.chain.parties
	],
)
