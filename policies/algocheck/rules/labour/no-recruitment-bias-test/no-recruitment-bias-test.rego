# METADATA
# title: A system for recruitment, matching or appraisal was tested on sex, age, origin and disability
# description: |
#   Whoever looks for work or is appraised must get the same chance, whatever their sex,
#   age, origin or disability; a system that learned from the past easily passes old
#   preferences on. All tests together must cover these four grounds, and any method counts,
#   so that nobody has to collect data about origin or health. This is guidance: the laws
#   named forbid the distinction, they do not prescribe the test.
# custom:
#   code: LM-06
#   severity: high
#   owner: both
#   kind: guidance
#   laws:
#     - {law: awgb, article: "5", checked: memory}
#     - {law: wgbl, article: "3"}
#     - {law: wgbhcz, article: "4", checked: memory}
#     - {law: wgbmv, article: "1a", checked: memory}
#   nl:
#     title: Een systeem voor werving, bemiddeling of beoordeling is getoetst op geslacht, leeftijd, afkomst en handicap
#     description: |
#       Wie werk zoekt of wordt beoordeeld, moet dezelfde kans krijgen, ongeacht geslacht,
#       leeftijd, afkomst of handicap. Een systeem dat van het verleden heeft geleerd, geeft
#       oude voorkeuren makkelijk door. Alle toetsen samen gaan over deze vier gronden, en
#       elke methode telt: niemand hoeft afkomst of gezondheid vast te leggen. Dit is een
#       richtlijn: de genoemde wetten verbieden het onderscheid, maar schrijven de toets
#       niet voor.
#     remedy: Toets of het systeem verschil maakt naar geslacht, leeftijd, afkomst en handicap, en noem bij elke toets de methode en de gronden.
#   en:
#     remedy: Test whether the system makes a difference by sex, age, origin and disability, and state for each test its method and the grounds.
package algocheck.rules.labour["no-recruitment-bias-test"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := lists.has(
	m.labour.uses,
	listed["labour.uses"],
	{"recruitment", "selection", "job_matching", "evaluation"},
)

_grounds := ["sex", "age", "race", "disability"]

# An entry that does not say how it tested does not yet show a test.
requires := [{
	"path": ["equal_treatment", "bias_tests"],
	"met": logic.all_of([tested |
		some ground in _grounds
		tested := lists.some_entry(listed["equal_treatment.bias_tests"], [covers |
			some v in m.equal_treatment.bias_tests
			covers := logic.all_of([
				logic.stated(v.method),
				lists.has(v.groups, v.listed.groups, {ground}),
			])
		])
	]),
}]
