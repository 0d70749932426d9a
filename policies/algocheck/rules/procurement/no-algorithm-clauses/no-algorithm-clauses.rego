# METADATA
# title: The contract holds terms about algorithms
# description: |
#   What a supplier never promised cannot be demanded when somebody's rights
#   are at stake. A bought algorithm that prepares or takes decisions, or
#   picks people out for a check, needs terms about algorithms in its
#   contract: a set shared with other authorities, or terms of your own. These
#   are demands on the contract; the laws named do not prescribe such terms.
# custom:
#   code: PC-01
#   severity: high
#   owner: deployer
#   kind: contract
#   laws:
#     - {law: awb, article: "3:2"}
#     - {law: avg, article: "28"}
#   nl:
#     title: In het contract staan bepalingen over algoritmes
#     description: |
#       Wat een leverancier nooit heeft beloofd, kun je niet eisen als iemands
#       rechten in het geding zijn. Een gekocht algoritme dat besluiten
#       voorbereidt of neemt, of mensen uitkiest voor controle, heeft
#       bepalingen over algoritmes in het contract nodig: een set die ook
#       andere overheden gebruiken, of eigen bepalingen. Dit zijn eisen aan
#       het contract; de genoemde wetten schrijven zulke bepalingen niet voor.
#     remedy: Spreek met de leverancier bepalingen over algoritmes af, het liefst een set die overheden samen gebruiken.
#   en:
#     remedy: Agree on terms about algorithms with the supplier, preferably a set that authorities use together.
package algocheck.rules.procurement["no-algorithm-clauses"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.supplier.internal, {"no"}),
	lists.has(m.decision.uses, listed["decision.uses"], {
		"prepare_decision",
		"make_decision",
		"enforcement",
		"fraud_detection",
		"inspection_selection",
		"staff_decision",
	}),
])

requires := [{
	"path": ["procurement", "clauses"],
	"met": listed["procurement.clauses"],
}]
