# METADATA
# title: Every assessment has a review ahead of it
# description: |
#   A house rule for the example.
# custom:
#   code: TRM-04
#   severity: low
#   owner: both
#   kind: guidance
#   regime: {name: always}
#   laws: []
#   nl:
#     title: Elke toets heeft een herziening in het verschiet
#     description: |
#       Een eigen regel, als voorbeeld.
#     remedy: Doe het opnieuw.
#   en:
#     remedy: Do it again.
package algocheck.rules.terms["old-assessments"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.facts.today
import data.algocheck.lib.dates
import data.algocheck.lib.logic

applies := listed.assessments

requires := [{
	"path": ["assessments", i, "next_review"],
	"met": logic.negate(dates.before(each.next_review, today)),
} |
	some i, each in m.assessments
]
