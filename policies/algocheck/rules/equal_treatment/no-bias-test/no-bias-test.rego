# METADATA
# title: It has been tested whether groups of people are treated unfairly
# description: |
#   Bias in data or rules hits groups of people before anybody notices; a promise
#   finds nothing, a test does. A statistical, proxy, aggregate or qualitative test
#   counts alike, so that nobody has to collect data about origin or health. This is
#   guidance: the laws named forbid discrimination and ask for care, they do not
#   prescribe this test for every algorithm.
# custom:
#   code: EQ-05
#   severity: high
#   owner: both
#   kind: guidance
#   laws:
#     - {law: gw, article: "1"}
#     - {law: echr, article: "14"}
#     - {law: awb, article: "3:2"}
#     - {law: aia, article: "10"}
#     - {law: awgb, article: "1", only_if: {equal_treatment.legal_domain: [employment, goods_services, education]}}
#   nl:
#     title: Er is getoetst of groepen mensen oneerlijk worden behandeld
#     description: |
#       Vertekening in gegevens of regels raakt groepen mensen voordat iemand het
#       merkt. Een belofte vindt niets, een toets wel. Een statistische toets telt, en
#       ook een toets met vervangende of samengevoegde gegevens of een kwalitatieve
#       toets: niemand hoeft afkomst of gezondheid vast te leggen. Dit is een richtlijn:
#       de genoemde wetten verbieden discriminatie en vragen zorgvuldigheid, maar
#       schrijven deze toets niet voor elk algoritme voor.
#     remedy: Toets of het algoritme groepen mensen oneerlijk behandelt, en noem de toets met de methode en de uitkomst.
#   en:
#     remedy: Test whether the algorithm treats groups of people unfairly, and state the test with its method and outcome.
package algocheck.rules.equal_treatment["no-bias-test"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.any_of([
		logic.one_of(m.decision.categorises_people, {"yes"}),
		logic.one_of(m.decision.profiling, {"yes"}),
	]),
	logic.any_of([
		logic.one_of(m.decision.profiling, {"yes"}),
		logic.one_of(m.system.technique, {"statistics", "machine_learning", "generative_ai"}),
	]),
])

# An entry that does not say how it tested does not yet show a test.
requires := [{
	"path": ["equal_treatment", "bias_tests"],
	"met": lists.some_entry(
		listed["equal_treatment.bias_tests"],
		[logic.stated(v.method) | some v in m.equal_treatment.bias_tests],
	),
}]
