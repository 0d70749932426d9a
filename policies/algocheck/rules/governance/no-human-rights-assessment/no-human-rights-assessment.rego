# METADATA
# title: A human-rights assessment was done, or it is said why not
# description: |
#   Privacy is one right among many; whoever only does a DPIA does not see what an algorithm
#   means for equal treatment or a fair trial. For an algorithm with impact an IAMA, FRIA or
#   equal-treatment assessment must be final, or it must be said why none was done; a
#   reason about a privacy assessment does not count. This is guidance: the laws named
#   protect the rights, they do not prescribe this assessment.
# custom:
#   code: GV-09
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: gw, article: "1"}
#     - {law: echr, article: "8", checked: memory}
#     - {law: echr, article: "14"}
#   nl:
#     title: Er is een mensenrechtentoets gedaan, of er staat waarom niet
#     description: |
#       Privacy is één recht van vele. Wie alleen een DPIA doet, ziet niet wat een algoritme
#       betekent voor gelijke behandeling of een eerlijk proces. Bij een algoritme met impact
#       is een IAMA, FRIA of toets op gelijke behandeling klaar, of er staat waarom die niet
#       is gedaan. Een reden die over een privacytoets gaat, telt niet. Dit is een richtlijn:
#       de genoemde wetten beschermen de rechten, maar schrijven deze toets niet voor.
#     remedy: Doe een mensenrechtentoets, zoals een IAMA, en rond die af. Of leg uit waarom u die niet doet.
#   en:
#     remedy: Do a human-rights assessment, such as an IAMA, and complete it. Or explain why you do not do one.
package algocheck.rules.governance["no-human-rights-assessment"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.one_of(m.algorithm.publication_category, {"high_risk_ai", "impactful"})

# That no DPIA was needed says nothing about the other rights.
requires := [{
	"path": ["assessments"],
	"met": lists.some_entry(listed.assessments, [answered |
		some v in m.assessments
		answered := logic.any_of([
			logic.all_of([
				logic.one_of(v.kind, {"iama", "fria", "equal_treatment"}),
				logic.one_of(v.status, {"final"}),
			]),
			logic.all_of([
				logic.negate(logic.one_of(v.kind, {"dpia", "prescan_dpia"})),
				logic.one_of(v.status, {"not_done"}),
				logic.stated(v.not_done_reason),
			]),
		])
	]),
}]
