# METADATA
# title: The elected council has been told that the algorithm is used
# description: |
#   Elected representatives answer for how their authority treats people, and
#   can ask and steer only when they know what is used. The day on which the
#   municipal council, the provincial council or the general board was
#   informed counts. This is guidance: the laws named give them a right to
#   information and do not speak of algorithms.
# custom:
#   code: TR-25
#   severity: medium
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: gemw, article: "169", only_if: {organization.type: [municipality]}}
#     - {law: provw, article: "167", only_if: {organization.type: [province]}}
#     - {law: watw, article: "89", checked: memory, only_if: {organization.type: [water_authority]}}
#     - {law: wgr, article: "17", checked: memory, only_if: {organization.type: [joint_body]}}
#   nl:
#     title: De gekozen vertegenwoordigers weten dat het algoritme wordt gebruikt
#     description: |
#       Gekozen vertegenwoordigers zijn aanspreekbaar op hoe hun overheid met
#       mensen omgaat. Zij kunnen alleen vragen en bijsturen als zij weten wat
#       er wordt gebruikt. De dag waarop de gemeenteraad, Provinciale Staten
#       of het algemeen bestuur is geïnformeerd, telt. Dit is een richtlijn:
#       de genoemde wetten geven recht op informatie en noemen algoritmes
#       niet.
#     remedy: Informeer de raad, Provinciale Staten of het algemeen bestuur over het algoritme, en zet hier de datum.
#   en:
#     remedy: Inform the council, the provincial council or the general board about the algorithm, and state the date here.
package algocheck.rules.transparency["council-not-informed"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := logic.all_of([
	impact.touches_people,
	logic.one_of(m.organization.type, {"municipality", "province", "water_authority", "joint_body"}),
])

requires := [{
	"path": ["transparency", "council_informed_on"],
	"met": logic.stated(m.transparency.council_informed_on),
}]
