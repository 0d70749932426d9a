# METADATA
# title: No prohibited AI practice is in use
# description: |
#   Some uses of AI are such a threat to people that the AI Act forbids them whatever
#   they are good for: think of manipulation, social scoring or predicting who will commit
#   a crime. An AI system in that class may not be in use. What is still being developed
#   is not in use and passes, but may not be offered to anybody either. The practices that
#   were added in 2026 (points ba and bb) have a rule of their own, GV-29.
# custom:
#   code: GV-01
#   severity: critical
#   owner: both
#   kind: law
#   regime: {name: date, date: "2025-02-02"}
#   laws:
#     - {law: aia, article: "5"}
#   nl:
#     title: Er is geen verboden AI-praktijk in gebruik
#     description: |
#       Sommige toepassingen van AI zijn zo'n bedreiging voor mensen dat de AI-verordening ze
#       verbiedt, waar ze ook goed voor zijn. Denk aan manipulatie, sociale scores of
#       voorspellen wie een misdrijf zal plegen. Een AI-systeem in die klasse mag niet in
#       gebruik zijn. Wat nog in ontwikkeling is, is niet in gebruik en voldoet, maar mag
#       ook aan niemand worden aangeboden. De praktijken die er in 2026 bij kwamen (de
#       punten ba en bb) hebben een eigen regel, GV-29.
#     remedy: Stop direct met het gebruik van het systeem. Klopt de risicogroep niet, toets die dan opnieuw en verbeter haar.
#   en:
#     remedy: Stop using the system at once. If the risk class is wrong, assess it again and correct it.
package algocheck.rules.governance["prohibited-practice"]

import data.algocheck.facts.listed
import data.algocheck.facts.m
import data.algocheck.lib.lists
import data.algocheck.lib.logic

applies := logic.one_of(m.ai_act.ai_system, {"yes"})

# Who has not worked out the class does not know that the practice is allowed.
_prohibited := "unknown" if {
	m.ai_act.classification == "not_determined"
} else := logic.one_of(m.ai_act.classification, {"prohibited"})

_points := {"a", "b", "c", "d", "e", "f", "g", "h"}

# Without a stated point the class alone decides.
_since_2025 := lists.has(m.ai_act.prohibited_points, listed["ai_act.prohibited_points"], _points) if {
	listed["ai_act.prohibited_points"] == "yes"
} else := "yes"

requires := [{
	"path": ["ai_act", "classification"],
	"met": logic.negate(logic.all_of([
		_prohibited,
		logic.one_of(m.algorithm.status, {"in_use"}),
		_since_2025,
	])),
}]
