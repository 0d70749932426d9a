# METADATA
# title: Every mandatory field of the register record is filled in
# description: |
#   A record helps people only when it tells what the algorithm is, who uses
#   it and where to ask about it. Name, short description, organisation,
#   status, contact, category and language are mandatory in the standard of
#   the Algorithm Register; a field that the record has and left empty is not
#   filled in. This is about the quality of the record, not about a law.
# custom:
#   code: TR-04
#   severity: medium
#   owner: deployer
#   kind: quality
#   laws: []
#   nl:
#     title: Elk verplicht veld van het registerrecord is ingevuld
#     description: |
#       Een record helpt mensen alleen als het zegt wat het algoritme is, wie
#       het gebruikt en waar je ernaar kunt vragen. Naam, korte beschrijving,
#       organisatie, status, contact, categorie en taal zijn verplicht in de
#       standaard van het Algoritmeregister. Een veld dat het record heeft en
#       dat leeg is gelaten, is niet ingevuld. Dit gaat over de kwaliteit van
#       het record, niet over een wet.
#     remedy: Vul dit veld in, hier en in het Algoritmeregister.
#   en:
#     remedy: Fill in this field, here and in the Algorithm Register.
package algocheck.rules.transparency["empty-register-field"]

import data.algocheck.facts.m
import data.algocheck.lib.logic
import data.algocheck.lib.register

applies := register.recorded

requires := [
	{
		"path": ["algorithm", "name"],
		"met": _filled(m.algorithm.name, "algorithm.name"),
	},
	{
		"path": ["algorithm", "description_short"],
		"met": _filled(m.algorithm.description_short, "algorithm.description_short"),
	},
	{
		"path": ["organization", "name"],
		"met": _filled(m.organization.name, "organization.name"),
	},
	{
		"path": ["algorithm", "status"],
		"met": _filled(m.algorithm.status, "algorithm.status"),
	},
	{
		"path": ["organization", "contact"],
		"met": _filled(m.organization.contact, "organization.contact"),
	},
	{
		"path": ["algorithm", "publication_category"],
		"met": _filled(m.algorithm.publication_category, "algorithm.publication_category"),
	},
	{
		"path": ["language"],
		"met": _filled(m.language, "language"),
	},
]

# What the record left empty is known to be empty, until somebody states it here.
# A field that the record does not have is not known.
_filled(value, field) := "yes" if {
	logic.stated(value) == "yes"
} else := "no" if {
	field in m.provenance.empty_fields
} else := logic.stated(value)
