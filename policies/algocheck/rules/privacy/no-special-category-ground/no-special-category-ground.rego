# METADATA
# title: The use of special categories of personal data rests on an exception in the law
# description: |
#   Data about health, origin, religion or political opinion can do people great harm,
#   which is why using them is prohibited unless the law makes an exception. As soon as a
#   source contains such data, the exception must be named with its article.
# custom:
#   code: PR-02
#   severity: critical
#   owner: deployer
#   kind: law
#   laws:
#     - {law: avg, article: "9"}
#     - {law: uavg, article: "22-30", to_verify: "bill 36264 (Verzamelwet gegevensbescherming) was before the Eerste Kamer on 20 November 2025; check whether it has changed this article"}
#   nl:
#     title: Het gebruik van bijzondere persoonsgegevens rust op een uitzondering in de wet
#     description: |
#       Gegevens over gezondheid, afkomst, godsdienst of politieke mening kunnen mensen
#       zwaar schaden. Daarom is het gebruik verboden, tenzij de wet een uitzondering maakt.
#       Zodra een bron zulke gegevens bevat, moet de uitzondering met het artikel zijn
#       genoemd.
#     remedy: Noem het artikel dat het gebruik van deze bijzondere persoonsgegevens toestaat, of haal de gegevens uit het algoritme.
#   en:
#     remedy: Name the article that allows the use of these special categories of data, or take the data out of the algorithm.
package algocheck.rules.privacy["no-special-category-ground"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

# A category that only holds a place ("n.v.t.") leaves open whether there is one.
applies := lists.some_entry(listed["data.sources"], [special |
	some v in m.data.sources
	special := lists.some_entry(
		v.listed.special_categories,
		[logic.stated(category) | some category in v.special_categories],
	)
])

requires := [{
	"path": ["privacy", "special_category_ground"],
	"met": logic.stated(m.privacy.special_category_ground),
}]
