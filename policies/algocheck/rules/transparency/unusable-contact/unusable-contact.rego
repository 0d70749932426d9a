# METADATA
# title: The contact is an e-mail address or a link where people can ask questions
# description: |
#   Whoever has a question about an algorithm must be able to put it to
#   somebody. An e-mail address or a full link leads there from any screen; a
#   telephone number or the name of a page does not. It is a general address
#   and never that of a person: no more personal data than needed stand in a
#   public register. This is about the quality of the record; the law named
#   does not prescribe the form.
# custom:
#   code: TR-06
#   severity: medium
#   owner: deployer
#   kind: quality
#   laws:
#     - {law: avg, article: "5(1)(c)"}
#   nl:
#     title: Het contact is een e-mailadres of een link waar mensen vragen kunnen stellen
#     description: |
#       Wie een vraag heeft over een algoritme, moet die aan iemand kunnen
#       stellen. Een e-mailadres of een volledige link brengt je daar vanaf
#       elk scherm. Een telefoonnummer of de naam van een pagina doet dat
#       niet. Het is een algemeen adres en nooit dat van een mens: in een
#       openbaar register staan niet meer persoonsgegevens dan nodig. Dit gaat
#       over de kwaliteit van het record; de genoemde wet schrijft de vorm
#       niet voor.
#     remedy: Geef één algemeen e-mailadres, of de volledige link (met https://) naar een contactformulier.
#   en:
#     remedy: Give one general e-mail address, or the full link (with https://) to a contact form.
package algocheck.rules.transparency["unusable-contact"]

import data.algocheck.facts.m
import data.algocheck.lib.forms
import data.algocheck.lib.logic
import data.algocheck.lib.register

# Without a contact there is no form to judge: that the field is empty is the
# defect of empty-register-field.
applies := logic.all_of([register.recorded, logic.stated(m.organization.contact)])

requires := [{
	"path": ["organization", "contact"],
	"met": _usable(trim_space(m.organization.contact)),
}]

_usable(contact) := "yes" if {
	_mailbox(trim_prefix(contact, "mailto:"))
} else := "yes" if {
	_link(contact)
} else := "no" if {
	logic.stated(contact) == "yes"
} else := logic.stated(contact)

# One address or one link, and nothing beside it; a host has a dot in its name.
_mailbox(text) if {
	parts := split(text, "@")
	count(parts) == 2
	parts[0] != ""
	not forms.any_in(_marks, text)
	not forms.any_in(forms.controls, text)
	host := parts[1]
	not forms.any_in({"/", "?", "#"}, host)
	labels := split(host, ".")
	not "" in labels
	_top(array.slice(labels, 1, count(labels)))
}

# The last part of a host is a word: what begins with a digit is an address of a machine.
_top(labels) if {
	last := labels[count(labels) - 1]
	count(last) > 1
	first := substring(last, 0, 1)
	not forms.digits(first, 1)
}

_marks := {":", ";", ",", "<", ">", "(", ")", "\""}

# A regular expression takes long to build: only for what has a scheme.
_link(text) if {
	contains(text, "://")
	regex.match(_address, text)
}

_address := `^[Hh][Tt][Tt][Pp][Ss]?://[^\x00-\x20@:;,<>()"/?#.]+([.][^\x00-\x20@:;,<>()"/?#.]+)+(:[0-9]+)?([/?#][^\x00-\x20<>"]*)?$`
