# METADATA
# title: The accuracy and the limitations of the system are stated
# description: |
#   Whoever relies on an outcome, or contests one, must know how often it is
#   wrong and where it cannot be relied on. At least one measure of accuracy
#   and a text about the limitations count. This is guidance: article 13 of
#   the AI Act binds providers of high-risk AI, and the other law asks for
#   care without naming accuracy.
# custom:
#   code: TR-13
#   severity: medium
#   owner: supplier
#   kind: guidance
#   laws:
#     - {law: awb, article: "3:2"}
#     - {law: aia, article: "13"}
#   nl:
#     title: De nauwkeurigheid en de beperkingen van het systeem staan vermeld
#     description: |
#       Wie op een uitkomst vertrouwt of die aanvecht, moet weten hoe vaak ze
#       fout is en waar ze niet te vertrouwen is. Ten minste één maat voor de
#       nauwkeurigheid en een tekst over de beperkingen tellen. Dit is een
#       richtlijn: artikel 13 van de AI-verordening geldt voor aanbieders van
#       hoog-risico AI, en de andere wet vraagt zorgvuldigheid zonder
#       nauwkeurigheid te noemen.
#     remedy: Schrijf op hoe nauwkeurig het systeem is, hoe dat is gemeten, en waar het tekortschiet.
#   en:
#     remedy: State how accurate the system is, how that was measured, and where it falls short.
package algocheck.rules.transparency["no-accuracy"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := impact.touches_people

requires := [
	{
		"path": ["system", "accuracy"],
		"met": listed["system.accuracy"],
	},
	{
		"path": ["system", "limitations"],
		"met": logic.stated(m.system.limitations),
	},
]
