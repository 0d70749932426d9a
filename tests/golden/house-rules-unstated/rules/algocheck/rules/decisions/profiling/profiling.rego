# METADATA
# title: Nobody is profiled
# description: |
#   A house rule for the example: where nobody says that people are profiled, it passes.
# custom:
#   code: DEC-01
#   severity: low
#   owner: deployer
#   kind: quality
#   laws: []
#   nl:
#     title: Niemand wordt geprofileerd
#     description: |
#       Een eigen regel, als voorbeeld: waar niemand zegt dat er mensen worden geprofileerd, slaagt de regel.
#     remedy: Profileer niemand.
#   en:
#     remedy: Profile nobody.
package algocheck.rules.decisions["profiling"]

import data.algocheck.facts.m

applies := "yes"

requires := [{
	"path": ["decision", "profiling"],
	"met": _not_profiled,
}]

_not_profiled := "no" if {
	m.decision.profiling == "yes"
} else := "yes"
