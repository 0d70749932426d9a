# METADATA
# title: People are told that they are dealing with an AI system
# description: |
#   Who takes a machine for a person cannot weigh its answers, and does not
#   know to ask for a human. People are told so at the first contact at the
#   latest, in the contact itself and not only in a privacy statement.
# custom:
#   code: TR-10
#   severity: high
#   owner: both
#   kind: law
#   laws:
#     - {law: aia, article: "50(1)"}
#   regime: {name: ai_act_art50}
#   nl:
#     title: Mensen horen dat zij met een AI-systeem te maken hebben
#     description: |
#       Wie een machine voor een mens houdt, kan de antwoorden niet goed wegen
#       en weet niet dat een mens kan worden gevraagd. Mensen horen het
#       uiterlijk bij het eerste contact, in het contact zelf en niet alleen
#       in een privacyverklaring.
#     remedy: Zeg aan het begin van elk contact dat mensen met AI te maken hebben, en leg vast dat dit gebeurt.
#   en:
#     remedy: Say at the start of every contact that people are dealing with AI, and state that this is done.
package algocheck.rules.transparency["undisclosed-ai"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.system.interacts_with_people, {"yes"}),
	logic.one_of(m.ai_act.ai_system, {"yes"}),
])

requires := [{
	"path": ["transparency", "ai_interaction_disclosed"],
	"met": logic.one_of(m.transparency.ai_interaction_disclosed, {"yes"}),
}]
