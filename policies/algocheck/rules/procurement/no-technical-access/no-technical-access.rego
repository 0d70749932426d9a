# METADATA
# title: An auditor, the authority or the public may look inside the technology
# description: |
#   When nobody but the supplier may look inside, nobody can find out why
#   people were wronged, and a court gets no complete file. Access for an
#   auditor alone is enough; access for nobody is not. This is a demand on the
#   contract: the laws named bind the authority, not the supplier.
# custom:
#   code: PC-06
#   severity: high
#   owner: supplier
#   kind: contract
#   laws:
#     - {law: awb, article: "3:2"}
#     - {law: awb, article: "8:42"}
#   nl:
#     title: Een auditor, de overheid of iedereen mag in de techniek kijken
#     description: |
#       Als alleen de leverancier in de techniek mag kijken, kan niemand
#       nagaan waarom mensen onrecht is gedaan, en krijgt een rechter geen
#       volledig dossier. Toegang voor alleen een auditor is genoeg; toegang
#       voor niemand niet. Dit is een eis aan het contract: de genoemde wetten
#       binden de overheid, niet de leverancier.
#     remedy: Leg in het contract vast dat ten minste een auditor in de techniek mag kijken.
#   en:
#     remedy: Lay down in the contract that at least an auditor may look inside the technology.
package algocheck.rules.procurement["no-technical-access"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.supplier.internal, {"no"}),
	impact.touches_people,
])

requires := [{
	"path": ["procurement", "technical_access"],
	"met": logic.stated(m.procurement.technical_access),
}]
