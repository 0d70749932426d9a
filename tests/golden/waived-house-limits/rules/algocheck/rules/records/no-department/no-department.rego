# METADATA
# title: The manifest names the department
# description: |
#   A house rule for the example.
# custom:
#   code: REC-01
#   severity: low
#   owner: deployer
#   kind: quality
#   laws: []
#   nl:
#     title: Het manifest noemt de afdeling
#     description: |
#       Een eigen regel, als voorbeeld.
#     remedy: Vul het in.
#   en:
#     remedy: Fill it in.
package algocheck.rules.records["no-department"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := "yes"

requires := [{
	"path": ["organization", "department"],
	"met": logic.stated(m.organization.department),
}]
