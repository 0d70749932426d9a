# METADATA
# title: A person looks at the rejection of applicants
# description: |
#   A machine that turns people down on its own decides about their chance of work, and
#   can repeat old prejudice a thousand times before anybody notices. A person must look at
#   the rejections, at all of them or at a sample. Where it is a sample, nobody looks at
#   the rest: those decisions are taken without a person, and need the exception in the
#   law that PR-04 asks for. A system that rejects nobody says so.
# custom:
#   code: LM-05
#   severity: critical
#   owner: deployer
#   kind: law
#   laws:
#     - {law: avg, article: "22"}
#     - {law: awgb, article: "5", checked: memory}
#   nl:
#     title: Een mens kijkt naar de afwijzing van sollicitanten
#     description: |
#       Een machine die zelf mensen afwijst, beslist over hun kans op werk. Zij kan oude
#       vooroordelen duizend keer herhalen voordat iemand het merkt. Een mens moet naar de
#       afwijzingen kijken: naar alle, of naar een steekproef. Bij een steekproef kijkt
#       niemand naar de rest. Dat zijn besluiten zonder mens, waarvoor de uitzondering in
#       de wet nodig is waar PR-04 naar vraagt. Wijst het systeem niemand af, dan staat dat
#       erbij.
#     remedy: Laat een mens naar de afwijzingen kijken voordat sollicitanten ze krijgen, en leg vast bij welke dat gebeurt.
#   en:
#     remedy: Let a person look at the rejections before applicants receive them, and record at which ones that is done.
package algocheck.rules.labour["unreviewed-rejection"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := lists.has(m.labour.uses, listed["labour.uses"], {"recruitment", "selection"})

requires := [{
	"path": ["labour", "rejections_reviewed"],
	"met": logic.one_of(m.labour.rejections_reviewed, {"all", "sample", "not_applicable"}),
}]
