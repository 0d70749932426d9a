# METADATA
# title: The contract binds the supplier to make outcomes explainable
# description: |
#   An authority must give reasons for what it decides, and a court must be
#   able to test them. It can do neither when only the supplier understands
#   the outcome and need not explain it. This is a demand on the contract: the
#   laws named bind the authority, not the supplier.
# custom:
#   code: PC-02
#   severity: high
#   owner: both
#   kind: contract
#   laws:
#     - {law: awb, article: "3:46"}
#     - {law: echr, article: "6"}
#   nl:
#     title: Het contract verplicht de leverancier om uitkomsten uitlegbaar te maken
#     description: |
#       Een overheid moet redenen geven voor wat zij besluit, en een rechter
#       moet die kunnen toetsen. Dat lukt niet als alleen de leverancier de
#       uitkomst begrijpt en die niet hoeft uit te leggen. Dit is een eis aan
#       het contract: de genoemde wetten binden de overheid, niet de
#       leverancier.
#     remedy: Leg in het contract vast dat de leverancier uitkomsten uitlegbaar maakt en helpt om ze uit te leggen.
#   en:
#     remedy: Lay down in the contract that the supplier makes outcomes explainable and helps to explain them.
package algocheck.rules.procurement["no-explainability-duty"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.supplier.internal, {"no"}),
	impact.touches_people,
])

requires := [{
	"path": ["procurement", "explainability_duty"],
	"met": logic.one_of(m.procurement.explainability_duty, {"yes"}),
}]
