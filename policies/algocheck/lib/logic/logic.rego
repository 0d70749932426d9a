# METADATA
# description: |
#   Logic in three values, "yes", "no" and "unknown". What is not known never
#   becomes a yes: every function answers unknown when the facts leave both
#   answers open.
package algocheck.lib.logic

import data.algocheck.params

# Spaces that can be seen and spaces that cannot, and the marks people end a word with.
_edges := " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff.:"

# METADATA
# description: |
#   Is something stated? "none" and an empty text say no, however they are spelt;
#   a text that only holds a place ("n.v.t.", "TODO") says nothing, and neither
#   does what is no text and no number.
stated(value) := "unknown" if {
	value == "unknown"
} else := "yes" if {
	is_number(value)
} else := "unknown" if {
	not is_string(value)
} else := "no" if {
	trim_space(value) == ""
} else := _says(trim(lower(value), _edges))

_nothing := {word | some word in params.nothing}

_placeholders := {word | some word in params.placeholders}

# Without the parameters there is no answer, and so no pass.
_says(word) := "no" if {
	word in _nothing
} else := "unknown" if {
	word in _placeholders
} else := "yes" if {
	count(_placeholders) > 0
}

# METADATA
# description: Is the value one of those wanted? The set never holds "unknown".
one_of(value, wanted) := "yes" if {
	value in wanted
} else := "unknown" if {
	value == "unknown"
} else := "no"

# METADATA
# description: Are all answers yes? All of nothing is yes; what is no answer is unknown.
all_of(answers) := "no" if {
	"no" in answers
} else := "yes" if {
	count([answer | some answer in answers; answer != "yes"]) == 0
} else := "unknown"

# METADATA
# description: Is any answer yes? Any of nothing is no; what is no answer is unknown.
any_of(answers) := "yes" if {
	"yes" in answers
} else := "no" if {
	count([answer | some answer in answers; answer != "no"]) == 0
} else := "unknown"

# METADATA
# description: The opposite; of unknown it is unknown.
negate(answer) := "no" if {
	answer == "yes"
} else := "yes" if {
	answer == "no"
} else := "unknown"

# METADATA
# description: |
#   Are two texts the same, whatever their capitals and the spaces around them?
#   Unknown as soon as one of them is.
same(left, right) := "unknown" if {
	"unknown" in {left, right}
} else := "yes" if {
	trim(lower(left), _edges) == trim(lower(right), _edges)
} else := "no"

# METADATA
# description: Is a number at least the other? What is none has no number, so no.
at_least(left, right) := "no" if {
	"none" in {left, right}
} else := "unknown" if {
	"unknown" in {left, right}
} else := "yes" if {
	left >= right
} else := "no"
