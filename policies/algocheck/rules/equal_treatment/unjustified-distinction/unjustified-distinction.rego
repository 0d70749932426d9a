# METADATA
# title: A distinction between people is objectively justified
# description: |
#   People may only be treated differently, directly or in effect, for a legitimate
#   aim, by means that work and are necessary; all three must be stated. In
#   employment, goods and services, and education a direct distinction needs an
#   exception in the statute as well; for age, the objective justification of WGBL 7
#   is such an exception.
# custom:
#   code: EQ-07
#   severity: high
#   owner: deployer
#   kind: law
#   laws:
#     - {law: gw, article: "1"}
#     - {law: echr, article: "14"}
#     - {law: awgb, article: "2", only_if: {equal_treatment.legal_domain: [employment, goods_services, education]}}
#     - {law: wgbhcz, article: "3", checked: memory, only_if: {equal_treatment.legal_domain: [employment, goods_services, education]}}
#     - {law: wgbl, article: "7", only_if: {equal_treatment.legal_domain: [employment]}}
#   nl:
#     title: Onderscheid tussen mensen is objectief gerechtvaardigd
#     description: |
#       Mensen mogen alleen anders worden behandeld, direct of door het gevolg, voor
#       een legitiem doel, met een middel dat werkt en dat nodig is. Alle drie moeten
#       beschreven zijn. Bij werk, goederen en diensten, en onderwijs is voor direct
#       onderscheid ook een uitzondering in de wet nodig. Voor leeftijd is de
#       objectieve rechtvaardiging van WGBL 7 zo'n uitzondering.
#     remedy: Beschrijf doel, geschiktheid en noodzaak van het onderscheid, en noem de wettelijke uitzondering waar die nodig is. Kan dat niet, maak het onderscheid dan niet.
#   en:
#     remedy: State the aim, the suitability and the necessity of the distinction, and name the statutory exception where one is needed. If you cannot, do not make the distinction.
package algocheck.rules.equal_treatment["unjustified-distinction"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.equal_treatment.distinction, {"direct", "indirect"}),
	impact.touches_people,
])

# While nobody has determined the domain, nobody knows that no exception is needed.
_closed_system := "unknown" if {
	m.equal_treatment.legal_domain == "not_determined"
} else := logic.one_of(m.equal_treatment.legal_domain, {"employment", "goods_services", "education"})

requires := [
	{
		"path": ["equal_treatment", "justification", "legitimate_aim"],
		"met": logic.stated(m.equal_treatment.justification.legitimate_aim),
	},
	{
		"path": ["equal_treatment", "justification", "suitability"],
		"met": logic.stated(m.equal_treatment.justification.suitability),
	},
	{
		"path": ["equal_treatment", "justification", "necessity"],
		"met": logic.stated(m.equal_treatment.justification.necessity),
	},
	{
		"path": ["equal_treatment", "justification", "statutory_exception"],
		"met": logic.any_of([
			logic.negate(logic.all_of([
				logic.one_of(m.equal_treatment.distinction, {"direct"}),
				_closed_system,
			])),
			logic.stated(m.equal_treatment.justification.statutory_exception),
		]),
	},
]
