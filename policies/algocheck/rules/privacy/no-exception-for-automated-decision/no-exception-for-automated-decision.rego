# METADATA
# title: A decision that is taken without a person rests on an exception in the law
# description: |
#   Everybody has the right not to be subject to a decision with serious consequences
#   that no person has looked at. It is only allowed under an exception of the GDPR or the
#   law that carries it out; who relies on a statute names the provision, so that people
#   can see what permits it and which safeguards belong to it. Whether article 40 UAVG
#   can carry the decision is asked by PR-06.
# custom:
#   code: PR-04
#   severity: critical
#   owner: deployer
#   kind: law
#   laws:
#     - {law: avg, article: "22"}
#     - {law: uavg, article: "40", to_verify: "bill 36264 (Verzamelwet gegevensbescherming) was before the Eerste Kamer on 20 November 2025; check whether it has changed this article"}
#     - {law: echr, article: "8", checked: memory}
#   nl:
#     title: Een besluit zonder mens rust op een uitzondering in de wet
#     description: |
#       Iedereen heeft het recht om niet te worden onderworpen aan een besluit met grote
#       gevolgen waar geen mens naar heeft gekeken. Het mag alleen met een uitzondering uit
#       de AVG of de uitvoeringswet. Wie zich op een wet beroept, noemt het artikel. Dan
#       zien mensen wat het toestaat en welke waarborgen erbij horen. Of artikel 40 UAVG
#       het besluit kan dragen, vraagt PR-06.
#     remedy: Noem de uitzondering en het wetsartikel waarop u zich beroept, of laat een mens het besluit nemen.
#   en:
#     remedy: State the exception and the provision that you rely on, or let a person take the decision.
package algocheck.rules.privacy["no-exception-for-automated-decision"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.privacy.personal_data, {"yes"}),
	logic.one_of(m.decision.automation, {"full"}),
	impact.touches_rights,
])

_rests_on_statute := logic.one_of(m.privacy.automated_decision.exception, {"law", "uavg40"})

requires := [
	{
		"path": ["privacy", "automated_decision", "exception"],
		"met": logic.stated(m.privacy.automated_decision.exception),
	},
	{
		"path": ["privacy", "automated_decision", "provision"],
		"met": logic.any_of([
			logic.negate(_rests_on_statute),
			logic.stated(m.privacy.automated_decision.provision),
		]),
	},
]
