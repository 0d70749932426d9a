# METADATA
# title: The joint body acts on an agreement or mandate that can be found
# description: |
#   A joint body may decide over people only because others gave it that
#   power. Without the arrangement, the mandate or the service agreement, and
#   a link to it, nobody can see who decided in whose name and where to
#   object. An agreement of another kind does not count.
# custom:
#   code: CH-05
#   severity: high
#   owner: deployer
#   kind: law
#   laws:
#     - {law: wgr, article: "1"}
#     - {law: wgr, article: "30"}
#     - {law: awb, article: "10:1"}
#     - {law: awb, article: "10:3"}
#   nl:
#     title: Het samenwerkingsverband werkt op grond van een regeling of mandaat dat te vinden is
#     description: |
#       Een samenwerkingsverband mag alleen over mensen beslissen omdat
#       anderen die bevoegdheid gaven. Zonder de regeling, het mandaat of de
#       dienstverleningsovereenkomst, met een link erbij, kan niemand zien wie
#       namens wie besliste en waar bezwaar mogelijk is. Een ander soort
#       afspraak telt niet.
#     remedy: Noem de gemeenschappelijke regeling, het mandaat of de dienstverleningsovereenkomst bij de afspraken in de keten, met de link.
#   en:
#     remedy: List the joint arrangement, the mandate or the service agreement among the agreements of the chain, with its link.
package algocheck.rules.chain["no-basis-for-joint-body"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.any_of([
	logic.one_of(m.organization.type, {"joint_body"}),
	lists.some_entry(
		listed["chain.parties"],
		[logic.all_of([
			logic.one_of(v.type, {"joint_body"}),
			lists.has(v.roles, v.listed.roles, {"decision_maker"}),
		]) |
			some v in m.chain.parties
		],
	),
])

requires := [{
	"path": ["chain", "agreements"],
	"met": lists.some_entry(
		listed["chain.agreements"],
		[logic.all_of([
			logic.one_of(v.kind, {"wgr", "mandate", "dvo"}),
			logic.stated(v.url),
		]) |
			some v in m.chain.agreements
		],
	),
}]
