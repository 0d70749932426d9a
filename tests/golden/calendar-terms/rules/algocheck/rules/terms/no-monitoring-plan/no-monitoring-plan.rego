# METADATA
# title: The manifest says how it is monitored
# description: |
#   A house rule for the example.
# custom:
#   code: TRM-03
#   severity: critical
#   owner: both
#   kind: contract
#   regime: {name: date, date: "2027-07-01"}
#   laws: []
#   nl:
#     title: Het manifest zegt hoe het wordt gevolgd
#     description: |
#       Een eigen regel, als voorbeeld.
#     remedy: Doe het opnieuw.
#   en:
#     remedy: Do it again.
package algocheck.rules.terms["no-monitoring-plan"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := "yes"

requires := [{
	"path": ["monitoring", "plan"],
	"met": logic.stated(m.monitoring.plan),
}]
