# METADATA
# title: It is determined which equal-treatment norm and remedy apply
# description: |
#   Which equal-treatment act protects people, and where they can turn, depends on
#   the domain of the outcome: unilateral government action falls outside the AWGB and
#   the WGBH/CZ, except for race in social protection. Any domain that has been
#   determined counts. This is guidance: no statute prescribes that it is written down.
# custom:
#   code: EQ-17
#   severity: medium
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: gw, article: "1"}
#     - {law: echr, article: "14"}
#     - {law: p12, article: "1"}
#     - {law: awgb, article: "7"}
#     - {law: awgb, article: "7a", checked: partly}
#   nl:
#     title: Er is bepaald welke gelijkebehandelingsnorm en welk rechtsmiddel gelden
#     description: |
#       Welke wet mensen beschermt, en waar zij terechtkunnen, hangt af van het
#       domein van de uitkomst: eenzijdig overheidshandelen valt buiten de AWGB en de
#       WGBH/CZ, behalve bij ras in de sociale bescherming. Elk domein dat is bepaald,
#       telt. Dit is een richtlijn: geen wet schrijft voor dat het wordt opgeschreven.
#     remedy: Bepaal onder welk domein de uitkomst valt, en noem dat domein.
#   en:
#     remedy: Determine under which domain the outcome falls, and state that domain.
package algocheck.rules.equal_treatment["legal-domain-not-determined"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := impact.touches_people

requires := [{
	"path": ["equal_treatment", "legal_domain"],
	"met": logic.negate(logic.one_of(m.equal_treatment.legal_domain, {"not_determined"})),
}]
