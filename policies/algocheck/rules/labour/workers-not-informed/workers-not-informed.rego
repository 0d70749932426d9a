# METADATA
# title: Workers and their representatives were told about the high-risk AI system
# description: |
#   Who is steered or judged by AI at work depends on the employer and can hardly say no.
#   Workers and their representatives must therefore know of a high-risk AI system
#   before it is used on them. The day on which they were told counts; a day that is still
#   to come is a plan, also for a system that is not yet in use.
# custom:
#   code: LM-03
#   severity: high
#   owner: deployer
#   kind: law
#   regime: {name: ai_act_high_risk}
#   laws:
#     - {law: aia, article: "26(7)"}
#   nl:
#     title: Werknemers en hun vertegenwoordigers zijn ingelicht over het hoog-risico-AI-systeem
#     description: |
#       Wie op het werk door AI wordt gestuurd of beoordeeld, is afhankelijk van de
#       werkgever en kan moeilijk nee zeggen. Daarom moeten werknemers en hun
#       vertegenwoordigers van een hoog-risico-AI-systeem weten voordat het op hen wordt
#       gebruikt. De dag waarop zij zijn ingelicht, telt. Een dag die nog moet komen is een
#       plan, ook bij een systeem dat nog niet in gebruik is.
#     remedy: Licht de werknemers en hun vertegenwoordigers in voordat u het systeem gebruikt, en noem de datum.
#   en:
#     remedy: Tell the workers and their representatives before you use the system, and state the date.
package algocheck.rules.labour["workers-not-informed"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.facts.today
import data.algocheck.lib.dates
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.all_of([_about_employees, _high_risk])

_stated := lists.has(m.labour.subjects, listed["labour.subjects"], {"employees"})

# A system that is not used at work has no employees as its subjects.
_about_employees := "no" if {
	_stated != "yes"
	listed["labour.uses"] == "no"
} else := _stated

# What is no AI system is not asked for its class; a class that is stated all the same counts.
_high_risk := "no" if {
	m.ai_act.classification != "high_risk"
	m.ai_act.ai_system == "no"
} else := logic.one_of(m.ai_act.classification, {"high_risk"})

requires := [{
	"path": ["labour", "workers_informed_on"],
	"met": logic.all_of([
		logic.stated(m.labour.workers_informed_on),
		logic.negate(dates.before(today, m.labour.workers_informed_on)),
	]),
}]
