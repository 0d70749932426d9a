# METADATA
# title: The contract binds the supplier to help fill the Algorithm Register
# description: |
#   People can look up an algorithm only when its record says how it works,
#   and for bought software often the supplier alone knows that. A duty to
#   help with the record keeps each authority from having to find it out
#   alone. This is a demand on the contract, not a law.
# custom:
#   code: PC-05
#   severity: medium
#   owner: supplier
#   kind: contract
#   laws: []
#   nl:
#     title: Het contract verplicht de leverancier om te helpen met het Algoritmeregister
#     description: |
#       Mensen kunnen een algoritme alleen opzoeken als het record zegt hoe
#       het werkt. Bij gekochte software weet vaak alleen de leverancier dat.
#       Een plicht om te helpen met het record voorkomt dat elke overheid het
#       zelf moet uitzoeken. Dit is een eis aan het contract, geen wet.
#     remedy: Leg in het contract vast dat de leverancier de gegevens voor het Algoritmeregister levert en bijhoudt.
#   en:
#     remedy: Lay down in the contract that the supplier provides the information for the Algorithm Register and keeps it up to date.
package algocheck.rules.procurement["no-register-cooperation"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.one_of(m.supplier.internal, {"no"})

requires := [{
	"path": ["procurement", "register_cooperation"],
	"met": logic.one_of(m.procurement.register_cooperation, {"yes"}),
}]
