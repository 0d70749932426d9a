# METADATA
# title: The use of personal data rests on a lawful basis
# description: |
#   Personal data may only be used on one of the six grounds of the GDPR; without a
#   ground every use of somebody's data is an intrusion. Who relies on a legal duty or a
#   public task also names the law that gives it, so that people can look up what allows
#   the use.
# custom:
#   code: PR-01
#   severity: high
#   owner: deployer
#   kind: law
#   laws:
#     - {law: avg, article: "5(1)(a)"}
#     - {law: avg, article: "6"}
#     - {law: gw, article: "10", checked: memory}
#   nl:
#     title: Het gebruik van persoonsgegevens rust op een grondslag
#     description: |
#       Persoonsgegevens mogen alleen worden gebruikt op een van de zes grondslagen van de
#       AVG. Zonder grondslag is elk gebruik van iemands gegevens een inbreuk. Wie zich
#       beroept op een wettelijke plicht of een publieke taak, noemt ook de wet die dat
#       regelt. Dan kunnen mensen nazoeken waarom het mag.
#     remedy: Noem de grondslag volgens de AVG en, bij een wettelijke plicht of publieke taak, de wet waarop de taak of het gebruik van de gegevens rust.
#   en:
#     remedy: State the ground under the GDPR and, for a legal duty or a public task, the law on which the task or the use of the data rests.
package algocheck.rules.privacy["no-lawful-basis"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.one_of(m.privacy.personal_data, {"yes"})

# Only a legal duty (c) and a public task (e) need a law of their own.
_rests_on_law := logic.one_of(m.privacy.gdpr_basis, {"6.1.c", "6.1.e"})

requires := [
	{
		"path": ["privacy", "gdpr_basis"],
		"met": logic.stated(m.privacy.gdpr_basis),
	},
	{
		"path": ["legal_basis"],
		"met": logic.any_of([
			logic.negate(_rests_on_law),
			lists.some_entry(
				listed.legal_basis,
				[logic.one_of(v.scope, {"data_processing", "task"}) | some v in m.legal_basis],
			),
		]),
	},
]
