# METADATA
# title: The law on which the public task rests is named
# description: |
#   A government may only interfere with people's lives where a law gives it that task. The
#   provision on which the task or the decision rests must be named, so that people can
#   see it and a court can test it.
# custom:
#   code: GV-10
#   severity: high
#   owner: deployer
#   kind: law
#   laws:
#     - {law: avg, article: "6(3)"}
#     - {law: echr, article: "8(2)", checked: memory}
#   nl:
#     title: De wet waarop de publieke taak rust, is genoemd
#     description: |
#       De overheid mag alleen ingrijpen in het leven van mensen als een wet haar die taak
#       geeft. De bepaling waarop de taak of het besluit rust, moet zijn genoemd. Dan kunnen
#       mensen haar vinden en kan een rechter eraan toetsen.
#     remedy: Noem de wet en het artikel waarop de taak of het besluit rust, en zet erbij of het om de taak of het besluit gaat.
#   en:
#     remedy: Name the law and the article on which the task or the decision rests, and say which of the two it is.
package algocheck.rules.governance["no-legal-basis"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.one_of(m.purpose.public_task, {"yes"})

requires := [{
	"path": ["legal_basis"],
	"met": lists.some_entry(
		listed.legal_basis,
		[logic.one_of(v.scope, {"task", "decision"}) | some v in m.legal_basis],
	),
}]
