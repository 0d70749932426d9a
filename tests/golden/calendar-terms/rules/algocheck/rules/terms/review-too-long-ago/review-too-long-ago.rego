# METADATA
# title: The algorithm was reviewed in the last twelve months
# description: |
#   A house rule for the example.
# custom:
#   code: TRM-01
#   severity: high
#   owner: deployer
#   kind: guidance
#   regime: {name: always}
#   laws: []
#   nl:
#     title: Het algoritme is in de laatste twaalf maanden geëvalueerd
#     description: |
#       Een eigen regel, als voorbeeld.
#     remedy: Doe het opnieuw.
#   en:
#     remedy: Do it again.
package algocheck.rules.terms["review-too-long-ago"]

import data.algocheck.facts.m
import data.algocheck.house.limits
import data.algocheck.house.terms
import data.algocheck.lib.logic

applies := logic.one_of(m.algorithm.status, {"in_use"})

requires := [{
	"path": ["monitoring", "last_review"],
	"met": terms.within(m.monitoring.last_review, limits.review_months),
}]
