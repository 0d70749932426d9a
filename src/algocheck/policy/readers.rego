# METADATA
# description: |
#   The manifest made total and typed. Generated from the schema by
#   `algocheck policy facts`; do not edit. What is absent, null, of a wrong type,
#   outside its values or malformed is "unknown"; a group stated as "none" means
#   none for each of its parts, and no for its yes/no parts.
package algocheck.facts

import data.algocheck.lib.dates
import data.algocheck.lib.forms
import data.algocheck.lib.logic

# What has a version is a manifest itself, whatever else it holds.
_is_in_envelope if {
	is_object(input.manifest)
	object.get(input, "manifest_version", "absent") == "absent"
}

_root := input.manifest if {
	_is_in_envelope
} else := input if {
	is_object(input)
} else := {}

# METADATA
# description: |
#   The day of the check; "unknown" where nobody gave it. Only beside the manifest:
#   a manifest cannot choose its own day.
today := input.today if {
	_is_in_envelope
	dates.exists(input.today)
} else := "unknown"

# A group that is stated as none stays the text "none": its parts see to it.
_group(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_object(object[key])
} else := "none" if {
	object[key] == "none"
} else := {}

# METADATA
# description: |
#   Is the group at a path ("transparency.register") "stated" in any part, stated as
#   "none", or "unknown"? Asked of one group at a time: few rules ask, and of few.
group(path) := _state(_written(split(path, ".")), object.get(m, split(path, "."), {}))

# None for what a group is part of is none for the group.
_written(steps) := "none" if {
	some last, _ in steps
	object.get(_root, array.slice(steps, 0, last + 1), {}) == "none"
} else := object.get(_root, steps, {})

# `typed` is the group as rules read it: a misspelt or empty part states nothing.
_state(written, typed) := "none" if {
	written == "none"
} else := "stated" if {
	is_object(written)
	some part in typed
	not part in _blank
	_speaks(part)
} else := "unknown"

# What is no group states nothing, but keeps its position.
_entries(object, key) := [entry | some item in _items(object, key); entry := _entry(item)]

_entry(value) := value if {
	is_object(value)
} else := {}

_text(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_string(object[key])
} else := "unknown"

_formed(object, key, form) := "none" if {
	object == "none"
} else := object[key] if {
	is_string(object[key])
	_fits(form, object[key])
} else := "unknown"

_placeless := {"none", "unknown"}

_fits(form, text) if {
	text in _placeless
} else if {
	form == "web"
	forms.web(text)
} else if {
	form == "slug"
	forms.slug(text)
} else if {
	form == "month"
	forms.month(text)
} else if {
	form == "numeral"
	forms.numeral(text)
} else if {
	form == "digits 8"
	forms.digits(text, 8)
} else if {
	form == "digits 20"
	forms.digits(text, 20)
} else if {
	form == "tooi"
	forms.tooi(text)
} else if {
	form == "sha256"
	forms.sha256(text)
} else if {
	form == "pinned"
	forms.pinned(text)
} else if {
	form == "language"
	forms.language(text)
}

_date(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_string(object[key])
	dates.exists(object[key])
} else := object[key] if {
	object[key] in _placeless
} else := "unknown"

_number(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_number(object[key])
} else := "none" if {
	object[key] == "none"
} else := "unknown"

_integer(object, key) := "unknown" if {
	is_number(object[key])
	object[key] != floor(object[key])
} else := _number(object, key)

_one_of(object, key, allowed) := "none" if {
	object == "none"
	"none" in allowed
} else := object[key] if {
	object[key] in allowed
} else := "unknown"

_yes_no(object, key, allowed) := "no" if {
	object == "none"
} else := "yes" if {
	object[key] == true
	"yes" in allowed
} else := "no" if {
	object[key] == false
} else := _one_of(object, key, allowed)

_exactly(object, key, value) := value if {
	object[key] == value
} else := "unknown"

_items(object, key) := [] if {
	object[key] == ["none"]
} else := object[key] if {
	is_array(object[key])
} else := []

_texts(object, key) := [text | some item in _items(object, key); text := _word(item)]

_word(item) := "unknown" if {
	item == "none"
} else := item if {
	is_string(item)
} else := "unknown"

_all_formed(object, key, form) := [text |
	some item in _items(object, key)
	text := _formed([_word(item)], 0, form)
]

_choices(object, key, allowed) := [choice |
	some item in _items(object, key)
	choice := _choice(item, allowed)
]

# "none" beside something else contradicts itself.
_choice(item, allowed) := "unknown" if {
	item == "none"
} else := item if {
	item in allowed
} else := "unknown"

# Is anything listed? `typed` is the list as rules read it.
_listed(object, key, typed) := "no" if {
	object == "none"
} else := "no" if {
	object[key] in _empty
} else := "yes" if {
	some item in typed
	_says(item)
} else := "unknown"

_empty := {"none", [], ["none"]}

_blank := {"unknown", "none", "", []}

# A text that only holds a place ("n.v.t.") tells nothing; numbers and answers do.
_tells(part) if {
	logic.stated(part) == "yes"
} else if {
	is_array(part)
	some item in part
	logic.stated(item) == "yes"
}

_says(item) if {
	is_object(item)
	some part in item
	not part in _blank
	_tells(part)
} else if {
	_tells(item)
}

_speaks(part) if {
	is_array(part)
	some item in part
	_says(item)
} else if {
	_says(part)
}
