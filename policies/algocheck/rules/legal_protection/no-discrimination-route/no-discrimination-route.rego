# METADATA
# title: People are shown where they can turn when they suspect discrimination
# description: |
#   Whoever suspects that an algorithm discriminates needs somebody outside the
#   organisation to turn to. People must be pointed to the municipal antidiscrimination
#   service and, where equal-treatment law applies, to the Netherlands Institute for
#   Human Rights. This is guidance: none of the laws named obliges whoever uses an
#   algorithm to point to them.
# custom:
#   code: LP-25
#   severity: medium
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: wga, article: "1"}
#     - {law: wcrm, article: "10", checked: memory}
#     - {law: echr, article: "13", checked: memory}
#   nl:
#     title: Mensen zien waar ze terechtkunnen bij een vermoeden van discriminatie
#     description: |
#       Wie vermoedt dat een algoritme discrimineert, heeft iemand buiten de organisatie
#       nodig om naartoe te gaan. Wijs mensen op de gemeentelijke
#       antidiscriminatievoorziening en, waar een wet voor gelijke behandeling geldt, op
#       het College voor de Rechten van de Mens. Dit is een richtlijn: geen van de
#       genoemde wetten verplicht wie een algoritme gebruikt om ernaar te verwijzen.
#     remedy: Vertel mensen waar ze discriminatie kunnen melden, en beschrijf waar die verwijzing staat.
#   en:
#     remedy: Tell people where they can report discrimination, and describe where that reference is found.
package algocheck.rules.legal_protection["no-discrimination-route"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := logic.any_of([
	impact.touches_people,
	logic.one_of(m.decision.risk_selection, {"yes"}),
])

requires := [{
	"path": ["legal_protection", "discrimination_route"],
	"met": logic.stated(m.legal_protection.discrimination_route),
}]
