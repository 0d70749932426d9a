# METADATA
# title: Policy and execution each have an owner of their own
# description: |
#   The rights of people easily fall into the gap between those who make the
#   policy and those who carry it out. One role owns the policy that the
#   algorithm serves and another owns the process in which it runs, so that
#   both sides can be called to account. This is guidance: the law named asks
#   for care and names no owners.
# custom:
#   code: CH-06
#   severity: medium
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: awb, article: "3:2"}
#   nl:
#     title: Beleid en uitvoering hebben elk een eigen eigenaar
#     description: |
#       Als beleid en uitvoering op elkaar wachten, vallen de rechten van
#       mensen makkelijk tussen wal en schip. Eén rol is eigenaar van het
#       beleid waarvoor het algoritme werkt, een andere van het proces waarin
#       het draait. Dan zijn beide kanten aanspreekbaar. Dit is een richtlijn:
#       de genoemde wet vraagt zorgvuldigheid en noemt geen eigenaren.
#     remedy: Wijs een rol aan die over het beleid gaat en een andere die over het proces gaat. Noem rollen, geen namen van mensen.
#   en:
#     remedy: Name a role that owns the policy and another that owns the process. Name roles, not people.
package algocheck.rules.chain["no-owner"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := "yes"

requires := [
	{
		"path": ["chain", "policy_owner_role"],
		"met": logic.stated(m.chain.policy_owner_role),
	},
	{
		"path": ["chain", "operations_owner_role"],
		"met": logic.all_of([
			logic.stated(m.chain.operations_owner_role),
			_distinct,
		]),
	},
]

# A policy owner who is not known is asked for at its own place.
_distinct := "no" if {
	logic.stated(m.chain.policy_owner_role) == "yes"
	logic.same(m.chain.policy_owner_role, m.chain.operations_owner_role) == "yes"
} else := "yes"
