# METADATA
# title: It was examined which human rights the algorithm touches, more than privacy alone
# description: |
#   Digitalisation touches more than privacy, and what nobody looks at, nobody protects. For
#   equal treatment, a fair trial and privacy it must be said whether the algorithm touches
#   them; that it does not is an answer too. This is guidance: the laws named protect
#   the rights, they do not prescribe this examination.
# custom:
#   code: GV-26
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: gw, article: "1"}
#     - {law: echr, article: "6"}
#     - {law: echr, article: "8", checked: memory}
#     - {law: echr, article: "14"}
#   nl:
#     title: Er is nagegaan welke mensenrechten het algoritme raakt, meer dan alleen privacy
#     description: |
#       Digitalisering raakt meer dan privacy, en waar niemand naar kijkt, wordt door niemand
#       beschermd. Van gelijke behandeling, een eerlijk proces en privacy staat er of het
#       algoritme ze raakt. Dat het een recht niet raakt, is ook een antwoord. Dit is een
#       richtlijn: de genoemde wetten beschermen de rechten, maar schrijven dit onderzoek
#       niet voor.
#     remedy: Ga in elk geval gelijke behandeling, een eerlijk proces en privacy na, en noteer bij elk recht of het algoritme het raakt.
#   en:
#     remedy: Examine at least equal treatment, a fair trial and privacy, and note for each right whether the algorithm touches it.
package algocheck.rules.governance["rights-not-examined"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := impact.touches_people

_asked := {"equal_treatment", "fair_trial", "privacy"}

requires := array.concat(
	[{
		"path": ["rights"],
		"met": logic.all_of([examined |
			some right in _asked
			examined := lists.some_entry(
				listed.rights,
				[logic.one_of(v.right, {right}) | some v in m.rights],
			)
		]),
	}],
	[requirement |
		some i, v in m.rights
		requirement := {
			"path": ["rights", i, "touched"],
			"met": logic.any_of([
				logic.negate(logic.one_of(v.right, _asked)),
				logic.one_of(v.touched, {"yes", "no"}),
			]),
		}
	],
)
