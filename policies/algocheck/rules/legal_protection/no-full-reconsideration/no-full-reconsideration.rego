# METADATA
# title: An objection leads to a full reconsideration
# description: |
#   An objection gives people a second, fresh look at their case. Running the same
#   system once more repeats the same mistake: a person must weigh the law and the
#   facts again, and be free to come to another outcome.
# custom:
#   code: LP-11
#   severity: high
#   owner: deployer
#   kind: law
#   laws:
#     - {law: awb, article: "7:11"}
#     - {law: echr, article: "13", checked: memory}
#   nl:
#     title: Bezwaar leidt tot een volledige heroverweging
#     description: |
#       Met bezwaar krijgt iemand een tweede, frisse blik op zijn zaak. Wie hetzelfde
#       systeem nog een keer laat lopen, herhaalt dezelfde fout. Een mens moet de wet en
#       de feiten opnieuw wegen, en tot een andere uitkomst kunnen komen.
#     remedy: Laat een mens bij bezwaar de zaak helemaal opnieuw beoordelen, los van de uitkomst van het systeem.
#   en:
#     remedy: Have a person judge the whole case anew when there is an objection, apart from the outcome of the system.
package algocheck.rules.legal_protection["no-full-reconsideration"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

# Without a decision there is nothing to object to, so nobody is asked for the route.
applies := "no" if {
	_route != "yes"
	m.decision.awb_decision == "no"
} else := _route

_route := logic.one_of(m.legal_protection.remedy, {"objection"})

requires := [{
	"path": ["legal_protection", "objection", "full_reconsideration"],
	"met": logic.one_of(m.legal_protection.objection.full_reconsideration, {"yes"}),
}]
