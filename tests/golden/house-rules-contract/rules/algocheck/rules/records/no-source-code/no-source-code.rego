# METADATA
# title: The source code can be read
# description: |
#   A house rule for the example.
# custom:
#   code: REC-02
#   severity: high
#   owner: supplier
#   kind: contract
#   laws: []
#   nl:
#     title: De broncode is te lezen
#     description: |
#       Een eigen regel, als voorbeeld.
#     remedy: Vul het in.
#   en:
#     remedy: Fill it in.
package algocheck.rules.records["no-source-code"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := "yes"

requires := [{
	"path": ["system", "source_code_url"],
	"met": logic.stated(m.system.source_code_url),
}]
