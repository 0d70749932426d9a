# METADATA
# title: A high-risk or impactful algorithm in use is published in the Algorithm Register
# description: |
#   Who does not know that an algorithm is used cannot ask about it or contest
#   what it did. An algorithm in use that is high-risk or impactful stands in
#   the Algorithm Register, unless it is exempt; a plan to publish it is not
#   enough. This is guidance: no statute prescribes the register yet.
# custom:
#   code: TR-01
#   severity: high
#   owner: deployer
#   kind: guidance
#   laws:
#     - {law: woo, article: "3.1", checked: memory}
#     - {law: awb, article: "3:2"}
#   nl:
#     title: Een hoog-risico of impactvol algoritme in gebruik staat in het Algoritmeregister
#     description: |
#       Wie niet weet dat een algoritme wordt gebruikt, kan er niet naar
#       vragen en kan niet aanvechten wat het deed. Een algoritme in gebruik
#       dat hoog-risico of impactvol is, staat in het Algoritmeregister,
#       tenzij het is uitgezonderd. Een plan om het te publiceren is niet
#       genoeg. Dit is een richtlijn: nog geen wet schrijft het register voor.
#     remedy: Publiceer het algoritme in het Algoritmeregister, of leg vast op welke grond het is uitgezonderd.
#   en:
#     remedy: Publish the algorithm in the Algorithm Register, or state on what ground it is exempt.
package algocheck.rules.transparency["not-in-register"]

import data.algocheck.facts
import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.all_of([
	logic.one_of(m.algorithm.status, {"in_use"}),
	logic.one_of(m.algorithm.publication_category, {"high_risk_ai", "impactful"}),
])

# A register stated as none has no status, and says that there is no record.
requires := [{
	"path": ["transparency", "register", "status"],
	"met": logic.all_of([
		logic.one_of(facts.group("transparency.register"), {"stated"}),
		logic.one_of(m.transparency.register.status, {"published", "exempt"}),
	]),
}]
