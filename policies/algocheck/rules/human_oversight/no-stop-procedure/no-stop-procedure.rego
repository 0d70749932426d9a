# METADATA
# title: It is settled how the algorithm is stopped when it goes wrong
# description: |
#   An algorithm that goes wrong makes the same mistake with everybody until somebody stops
#   it. It must be clear who may stop it, how that is done and how the work goes on, so that
#   nobody loses a benefit or a right meanwhile. This is guidance: the AI Act asks for a way
#   to stop high-risk AI only, the Awb asks for care.
# custom:
#   code: HO-09
#   severity: high
#   owner: both
#   kind: guidance
#   laws:
#     - {law: awb, article: "3:2"}
#     - {law: aia, article: "14(4)(e)"}
#   nl:
#     title: Er is geregeld hoe het algoritme wordt gestopt als het misgaat
#     description: |
#       Een algoritme dat de fout in gaat, maakt bij iedereen dezelfde fout totdat iemand het
#       stopt. Het is duidelijk wie het mag stoppen, hoe dat gaat en hoe het werk daarna
#       doorgaat. Dan verliest intussen niemand een uitkering of een recht. Dit is een
#       richtlijn: de AI-verordening vraagt alleen bij hoog-risico-AI om een manier om te
#       stoppen, en de Awb vraagt zorgvuldigheid.
#     remedy: Beschrijf wie het algoritme mag stoppen, hoe dat gaat en hoe het werk daarna doorgaat.
#   en:
#     remedy: Describe who may stop the algorithm, how it is done and how the work goes on afterwards.
package algocheck.rules.human_oversight["no-stop-procedure"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := impact.touches_people

requires := [{
	"path": ["human_oversight", "stop_procedure"],
	"met": logic.stated(m.human_oversight.stop_procedure),
}]
