# METADATA
# title: A person can intervene, and it is described how
# description: |
#   An outcome that touches people needs somebody who can see that it is wrong. It must be
#   described how people use, check and correct the outcomes; and where the algorithm is
#   said only to support, signal or inform, a person must really look at them at some
#   moment. This is guidance: the laws named protect against decisions without people and
#   ask for care, they do not prescribe this description.
# custom:
#   code: HO-01
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: avg, article: "22"}
#     - {law: awb, article: "3:2"}
#   nl:
#     title: Een mens kan ingrijpen, en er staat hoe
#     description: |
#       Bij een uitkomst die mensen raakt, moet iemand kunnen zien dat zij niet klopt. Er
#       staat beschreven hoe mensen de uitkomsten gebruiken, controleren en verbeteren. Is
#       het algoritme alleen een hulp, een signaal of informatie, dan kijkt er ook echt een
#       mens naar. Dit is een richtlijn: de genoemde wetten beschermen tegen besluiten
#       zonder mens en vragen zorgvuldigheid, maar schrijven deze beschrijving niet voor.
#     remedy: Beschrijf hoe mensen de uitkomsten controleren en verbeteren, en op welk moment zij ernaar kijken.
#   en:
#     remedy: Describe how people check and correct the outcomes, and at which moment they look at them.
package algocheck.rules.human_oversight["no-human-intervention"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := impact.touches_people

_leaves_it_to_people := logic.one_of(m.decision.automation, {"decision_support", "signal", "information"})

requires := [
	{
		"path": ["human_oversight", "description"],
		"met": logic.stated(m.human_oversight.description),
	},
	{
		"path": ["human_oversight", "stage"],
		"met": logic.any_of([
			logic.negate(_leaves_it_to_people),
			logic.stated(m.human_oversight.stage),
		]),
	},
]
