# METADATA
# title: The decision states its reasons and the data that decided
# description: |
#   Whoever does not know why a decision was taken cannot judge whether to contest it.
#   The decision itself must give the reasons and the data that decided; where the
#   algorithm only contributes, this is asked of the decision that follows.
# custom:
#   code: LP-03
#   severity: high
#   owner: deployer
#   kind: law
#   laws:
#     - {law: awb, article: "3:46"}
#     - {law: awb, article: "3:47"}
#   nl:
#     title: Het besluit noemt de redenen en de gegevens die de doorslag gaven
#     description: |
#       Wie niet weet waarom een besluit is genomen, kan niet beoordelen of bezwaar zin
#       heeft. Het besluit zelf moet de redenen noemen en de gegevens die de doorslag
#       gaven. Draagt het algoritme alleen bij, dan geldt dit voor het besluit dat volgt.
#     remedy: Zet in het besluit de redenen en de gegevens die de doorslag gaven, ook als die uit het algoritme komen.
#   en:
#     remedy: Put the reasons and the data that decided into the decision, also where they come from the algorithm.
package algocheck.rules.legal_protection["no-reasons"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.one_of(m.decision.awb_decision, {"yes", "contributes"})

requires := [{
	"path": ["legal_protection", "decision_notice", "states_reasons"],
	"met": logic.one_of(m.legal_protection.decision_notice.states_reasons, {"yes"}),
}]
