# METADATA
# title: A risk profile does not rest solely or decisively on origin or nationality
# description: |
#   Whoever is picked out for their descent, colour or nationality is suspected
#   for who they are, not for what they did. In a profile or a risk selection
#   these may not be the only factor, nor the one that tips the balance, whether
#   they are used directly or through something that stands in for them. A
#   contributory use passes here; its justification is another rule.
# custom:
#   code: EQ-01
#   severity: critical
#   owner: both
#   kind: law
#   laws:
#     - {law: gw, article: "1"}
#     - {law: echr, article: "14"}
#     - {law: p12, article: "1"}
#     - {law: charter, article: "21"}
#     - {law: awgb, article: "7a", checked: partly, only_if: {equal_treatment.legal_domain: [social_protection]}}
#   nl:
#     title: Een risicoprofiel rust niet alleen of doorslaggevend op afkomst of nationaliteit
#     description: |
#       Wie wordt uitgekozen om afkomst, huidskleur of nationaliteit, is verdacht
#       om wie hij is en niet om wat hij deed. In een profiel of een risicoselectie
#       mogen deze kenmerken niet de enige factor zijn, en ook niet de doorslag
#       geven. Dat geldt ook als een ander gegeven ervoor in de plaats komt. Tellen
#       ze alleen mee, dan slaagt deze regel; een andere regel vraagt dan waarom.
#     remedy: Haal afkomst en nationaliteit, en wat daarvoor in de plaats komt, uit het profiel, of zorg dat ze nooit de doorslag geven. Gebruik het profiel tot die tijd niet.
#   en:
#     remedy: Take origin and nationality, and what stands in for them, out of the profile, or see to it that they never decide. Do not use the profile until then.
package algocheck.rules.equal_treatment["decisive-ethnicity"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.any_of([
	logic.one_of(m.decision.risk_selection, {"yes"}),
	logic.one_of(m.decision.profiling, {"yes"}),
])

requires := [{
	"path": ["equal_treatment", "ethnicity_use"],
	"met": logic.negate(logic.one_of(m.equal_treatment.ethnicity_use, {"sole", "decisive"})),
}]
