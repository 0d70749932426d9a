# METADATA
# description: Questions about the record in the Algorithm Register.
package algocheck.lib.register

import data.algocheck.facts.m
import data.algocheck.lib.logic

# METADATA
# description: Is there a record, or will there be one?
recorded := logic.any_of([
	logic.one_of(m.transparency.register.status, {"published", "planned"}),
	_imported,
])

# What an import does not say is no: only the import itself writes it.
_imported := "yes" if {
	logic.stated(m.provenance.imported_from) == "yes"
} else := "no"
