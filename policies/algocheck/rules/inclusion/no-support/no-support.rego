# METADATA
# title: Who finds digital contact hard gets appropriate support
# description: |
#   Many people do not get by online on their own, and without help they lose what they
#   have a right to. A body that offers its service online must give them appropriate
#   support, such as help at a desk, by telephone or in the library.
# custom:
#   code: DI-02
#   severity: medium
#   owner: deployer
#   kind: law
#   laws:
#     - {law: awb, article: "2:1"}
#   nl:
#     title: Wie digitaal contact moeilijk vindt, krijgt passende ondersteuning
#     description: |
#       Veel mensen redden het online niet alleen, en zonder hulp lopen zij mis waar zij recht
#       op hebben. Een overheid die haar dienst online aanbiedt, geeft hun passende
#       ondersteuning, zoals hulp aan een balie, aan de telefoon of in de bibliotheek.
#     remedy: Regel hulp voor mensen die digitaal contact moeilijk vinden, en beschrijf waar zij die krijgen.
#   en:
#     remedy: Arrange help for people who find digital contact hard, and describe where they get it.
package algocheck.rules.inclusion["no-support"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.one_of(m.inclusion.channel, {"digital_only", "digital_and_other"})

requires := [{
	"path": ["inclusion", "support"],
	"met": logic.stated(m.inclusion.support),
}]
