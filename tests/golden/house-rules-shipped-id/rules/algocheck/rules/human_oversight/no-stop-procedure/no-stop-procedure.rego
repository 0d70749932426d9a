# METADATA
# title: The manifest names the department
# description: |
#   A house rule for the example.
# custom:
#   code: OUR-01
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
package algocheck.rules.human_oversight["no-stop-procedure"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := "yes"

requires := [{
	"path": ["human_oversight", "stop_procedure"],
	"met": logic.stated(m.human_oversight.stop_procedure),
}]
