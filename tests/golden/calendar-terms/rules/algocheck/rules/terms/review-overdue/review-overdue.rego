# METADATA
# title: The next review is not overdue
# description: |
#   A house rule for the example.
# custom:
#   code: TRM-02
#   severity: medium
#   owner: deployer
#   kind: quality
#   regime: {name: always}
#   laws: []
#   nl:
#     title: De volgende evaluatie is niet te laat
#     description: |
#       Een eigen regel, als voorbeeld.
#     remedy: Doe het opnieuw.
#   en:
#     remedy: Do it again.
package algocheck.rules.terms["review-overdue"]

import data.algocheck.facts.m
import data.algocheck.facts.today
import data.algocheck.lib.dates
import data.algocheck.lib.logic

applies := "yes"

requires := [{
	"path": ["monitoring", "next_review"],
	"met": logic.negate(dates.before(m.monitoring.next_review, today)),
}]
