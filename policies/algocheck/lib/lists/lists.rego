# METADATA
# description: |
#   Questions about lists. Whether a list is stated is a fact of its own, in
#   three values: a list that is not stated answers nothing.
package algocheck.lib.lists

import data.algocheck.lib.logic

# METADATA
# description: |
#   Does any entry answer yes? `listed` is the state of the list and `answers`
#   holds one answer for each entry.
some_entry(listed, answers) := "unknown" if {
	logic.any_of(answers) == "no"
	listed == "unknown"
} else := logic.any_of(answers)

# METADATA
# description: Does every entry answer yes? Over a list that is not known, no is still no.
every_entry(listed, answers) := "unknown" if {
	logic.all_of(answers) == "yes"
	listed == "unknown"
} else := logic.all_of(answers)

# METADATA
# description: Does the list hold one of the values wanted?
has(list, listed, wanted) := some_entry(listed, [logic.one_of(value, wanted) | some value in list])
