# METADATA
# title: Every variable that can stand in for a protected ground has a justification
# description: |
#   A plain variable can point to origin, religion or disability without naming
#   it, and so let discrimination in unseen. In a profile or a risk selection every
#   variable that can stand in for a protected ground needs a justification of its
#   own. Think of postcode, place of birth, language, name, family composition, the
#   country of a bank account or low literacy.
# custom:
#   code: EQ-04
#   severity: high
#   owner: both
#   kind: law
#   laws:
#     - {law: gw, article: "1"}
#     - {law: echr, article: "14"}
#     - {law: awgb, article: "1", only_if: {equal_treatment.legal_domain: [employment, goods_services, education]}}
#   nl:
#     title: Elke variabele die een beschermd kenmerk kan vervangen, heeft een rechtvaardiging
#     description: |
#       Een gewone variabele kan naar afkomst, godsdienst of handicap wijzen zonder
#       die te noemen. Zo komt discriminatie ongezien binnen. In een profiel of een
#       risicoselectie heeft elke variabele die een beschermd kenmerk kan vervangen
#       een eigen rechtvaardiging nodig. Denk aan postcode, geboorteplaats, taal,
#       naam, gezinssamenstelling, het land van een rekening of laaggeletterdheid.
#     remedy: Schrijf bij deze variabele waarom ze nodig is en wat is gedaan tegen indirecte discriminatie, of gebruik de variabele niet.
#   en:
#     remedy: Say for this variable why it is needed and what was done against indirect discrimination, or do not use the variable.
package algocheck.rules.equal_treatment["unjustified-proxy"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.any_of([
		logic.one_of(m.decision.profiling, {"yes"}),
		logic.one_of(m.decision.risk_selection, {"yes"}),
	]),
	lists.some_entry(
		listed["data.variables"],
		[v.listed.proxy_for | some v in m.data.variables],
	),
])

requires := array.concat(
	# A list stated as none is an answer too: then nothing needs a justification.
	[{
		"path": ["data", "variables"],
		"met": logic.one_of(listed["data.variables"], {"yes", "no"}),
	}],
	[requirement |
		some i, v in m.data.variables
		requirement := {
			"path": ["data", "variables", i, "justification"],
			"met": logic.any_of([
				logic.negate(v.listed.proxy_for),
				logic.stated(v.justification),
			]),
		}
	],
)
