# METADATA
# title: The publication category fits what the algorithm does to people
# description: |
#   The category decides how much is published about an algorithm and which
#   assessments are asked for. One that is too low keeps an algorithm out of
#   sight of the people it touches. The category "other" fits only what has no
#   legal or significant effect, puts nobody into categories and is no high-
#   risk AI. The categories are those of the Algorithm Register, not of a law.
# custom:
#   code: TR-03
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws: []
#   nl:
#     title: De publicatiecategorie past bij wat het algoritme met mensen doet
#     description: |
#       De categorie bepaalt hoeveel er over een algoritme wordt gepubliceerd
#       en welke toetsen nodig zijn. Een te lage categorie houdt een algoritme
#       uit het zicht van de mensen die het raakt. De categorie "overig" past
#       alleen bij een algoritme zonder rechtsgevolg of ander groot gevolg,
#       dat mensen niet indeelt en dat geen hoog-risico AI is. De categorieën
#       komen uit het Algoritmeregister, niet uit een wet.
#     remedy: Kies de categorie impactvol algoritme (impactful), of hoog-risico AI-systeem (high_risk_ai) als de AI-verordening het zo indeelt.
#   en:
#     remedy: Change the category to impactful, or to high_risk_ai where the AI Act classifies the system so.
package algocheck.rules.transparency["category-too-low"]

import data.algocheck.facts.m
import data.algocheck.lib.impact
import data.algocheck.lib.logic

applies := logic.one_of(m.algorithm.publication_category, {"other"})

# Whatever makes the category too low, the category is what must be mended.
requires := [{
	"path": ["algorithm", "publication_category"],
	"met": logic.negate(logic.any_of([
		impact.touches_people,
		logic.one_of(m.ai_act.classification, {"high_risk"}),
	])),
}]
