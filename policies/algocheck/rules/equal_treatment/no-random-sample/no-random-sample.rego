# METADATA
# title: A random sample runs beside the risk selection, or a reason says why not
# description: |
#   Who looks only where a model points finds only what the model expects, and checks
#   the same groups again and again. A random sample beside the selection shows
#   whom it burdens and whom it misses; a stated reason why there is none counts too.
#   This is guidance: none of the laws named prescribes a sample.
# custom:
#   code: EQ-08
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: gw, article: "1"}
#     - {law: awb, article: "2:4"}
#     - {law: avg, article: "22"}
#   nl:
#     title: Naast de risicoselectie loopt een aselecte steekproef, of er staat waarom niet
#     description: |
#       Wie alleen kijkt waar een model wijst, vindt alleen wat het model verwacht, en
#       controleert steeds dezelfde groepen. Een aselecte steekproef ernaast laat zien
#       wie de selectie treft en wie ze mist. Een reden waarom er geen is, telt ook.
#       Dit is een richtlijn: geen van de genoemde wetten schrijft een steekproef voor.
#     remedy: Controleer naast de risicoselectie ook een aselecte steekproef en vergelijk de uitkomsten, of schrijf op waarom dat niet kan.
#   en:
#     remedy: Check a random sample beside the risk selection and compare the outcomes, or say why that cannot be done.
package algocheck.rules.equal_treatment["no-random-sample"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.one_of(m.decision.risk_selection, {"yes"})

requires := [{
	"path": ["equal_treatment", "random_sample", "used"],
	"met": logic.any_of([
		logic.one_of(m.equal_treatment.random_sample.used, {"yes"}),
		logic.stated(m.equal_treatment.random_sample.reason_not),
	]),
}]
