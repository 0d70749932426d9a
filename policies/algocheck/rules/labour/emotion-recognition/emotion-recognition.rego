# METADATA
# title: At work and in education emotions are only recognised for medical or safety reasons
# description: |
#   A system that reads emotions from a face or a voice is often wrong, and workers, pupils
#   and students cannot walk away from it. At work and in education AI may therefore only
#   recognise emotions for medical or safety reasons. Any other reason is prohibited.
# custom:
#   code: LM-07
#   severity: critical
#   owner: both
#   kind: law
#   regime: {name: date, date: "2025-02-02"}
#   laws:
#     - {law: aia, article: "5(1)(f)"}
#   nl:
#     title: Op het werk en in het onderwijs worden emoties alleen herkend om medische redenen of voor de veiligheid
#     description: |
#       Een systeem dat emoties afleest van een gezicht of een stem zit er vaak naast, en
#       werknemers, leerlingen en studenten kunnen er niet voor weglopen. Op het werk en in
#       het onderwijs mag AI daarom alleen emoties herkennen om medische redenen of voor de
#       veiligheid. Om elke andere reden is het verboden.
#     remedy: Zet de herkenning van emoties uit, of noem de medische reden of de veiligheidsreden.
#   en:
#     remedy: Switch the recognition of emotions off, or state the medical or safety reason.
package algocheck.rules.labour["emotion-recognition"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.system.emotion_recognition, {"yes"}),
	logic.one_of(m.ai_act.ai_system, {"yes"}),
	logic.any_of([
		listed["labour.uses"],
		logic.one_of(m.system.used_in_education, {"yes"}),
	]),
])

requires := [{
	"path": ["system", "emotion_recognition_purpose"],
	"met": logic.one_of(m.system.emotion_recognition_purpose, {"medical", "safety"}),
}]
