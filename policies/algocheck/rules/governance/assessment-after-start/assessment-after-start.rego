# METADATA
# title: An impact assessment was final before the algorithm went into use
# description: |
#   An assessment protects people only when it comes before the use: afterwards it describes
#   the harm. An IAMA, FRIA, DPIA or equal-treatment assessment must be final no later than
#   the month in which the algorithm went into use. This is guidance: where a law prescribes
#   an assessment, a rule of its own asks for it.
# custom:
#   code: GV-28
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: gw, article: "1"}
#     - {law: awb, article: "3:2"}
#     - {law: aia, article: "27(1)"}
#     - {law: avg, article: "35(1)"}
#   nl:
#     title: Een impacttoets was klaar voordat het algoritme in gebruik ging
#     description: |
#       Een toets beschermt mensen alleen als hij voor het gebruik komt. Daarna beschrijft hij
#       de schade. Een IAMA, FRIA, DPIA of toets op gelijke behandeling is uiterlijk klaar in
#       de maand waarin het algoritme in gebruik ging. Dit is een richtlijn: waar een wet een
#       toets voorschrijft, vraagt een eigen regel erom.
#     remedy: Noem de toets die voor de start klaar was, met de datum. Is die er niet, doe de toets dan nu en besluit of het algoritme in gebruik mag blijven.
#   en:
#     remedy: State the assessment that was final before the start, with its date. If there is none, do it now and decide whether the algorithm may stay in use.
package algocheck.rules.governance["assessment-after-start"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.dates
import data.algocheck.lib.impact
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.algorithm.status, {"in_use"}),
	impact.touches_people,
	logic.stated(m.algorithm.begin_date),
])

requires := [{
	"path": ["assessments"],
	"met": lists.some_entry(listed.assessments, [in_time |
		some v in m.assessments
		in_time := logic.all_of([
			logic.one_of(v.kind, {"iama", "fria", "dpia", "equal_treatment"}),
			logic.one_of(v.status, {"final"}),
			dates.by_month(v.date, m.algorithm.begin_date),
		])
	]),
}]
