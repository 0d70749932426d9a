# METADATA
# description: |
#   What a decision log may hold. A manifest can hold free text, and free text can speak
#   of people: none of it is logged. What answers a question with a choice, a date or a
#   number is kept, as is what an organisation or an algorithm is numbered with, so that
#   the decision can be made again from the log. In the place of each text stands a keyed
#   digest, which tells equal from different and nothing else.
#
#   All that is not known to be harmless goes: unknown keys, values of a wrong type,
#   results of other documents. Without a key, or when anything here fails, nothing of
#   the manifest is logged at all.
package system.log

import data.algocheck.params

# METADATA
# description: What OPA does to a decision before it logs it.
mask := array.concat([{"op": "upsert", "path": "/input", "value": _logged}], _hidden) if {
	count(_key) >= 32
} else := ["/input", "/result"]

# METADATA
# description: |
#   What is not logged at all. An error may quote the manifest, and no mask reaches it;
#   whoever asked got no judgement, and OPA's own output tells the status 500.
drop if input.error

_logged := object.union_n([_kept, _today, {"digest": concat("", ["hmac-sha256:", _hmac(json.marshal(_manifest))])}])

# Far beyond any real manifest, masking would keep the caller waiting: the digest remains.
_kept := {"left_out": "the manifest holds more than 5000 values"} if {
	count([1 | walk(_manifest)]) > 5000
} else := {"manifest": _masked}

_hmac(text) := crypto.hmac.sha256(text, _key)

_key := trim_space(opa.runtime().env.ALGOCHECK_LOG_KEY)

# By the name of each field of a manifest: its type, and of a choice the values.
_fields := data.system.log.fields

# The manifest is where the policies look for it.
_manifest := input.input.manifest if {
	is_object(input.input.manifest)
} else := input.input if {
	is_object(input.input)
}

_today := {"today": input.input.today} if {
	is_object(input.input.manifest)
	regex.match(_patterns.date, input.input.today)
} else := {}

# The evaluation repeats the facts of the manifest, texts included.
_hidden := [] if {
	input.path in {"algocheck/main/report", "algocheck/main/complete", "algocheck/main/deny", "algocheck/main/warn"}
} else := ["/result/facts"] if {
	input.path == "algocheck/main/evaluation"
} else := ["/result"]

# First what is not of the schema, then what is: a value is replaced whole.
_masked := json.patch(_manifest, array.concat(_removals, _replacements))

_removals := [{"op": "remove", "path": path} |
	some path, name in _names
	not _fields[name]
	is_string(path[count(path) - 1])
	_is_known(array.slice(path, 0, count(path) - 1))
]

_is_known([])

_is_known(path) if _fields[_names[path]]

_replacements := [{"op": "replace", "path": path, "value": harmless} |
	some path, name in _names
	field := _fields[name]
	value := object.get(_manifest, path, null)
	harmless := _harmless(field, value)
	harmless != value
]

_names := {path: name |
	walk(_manifest, [path, _])
	path != []
	name := trim_prefix(concat("", [_step(part) | some part in path]), ".")
}

_step(part) := "[]" if {
	is_number(part)
} else := concat("", [".", part])

# --- What is left of a value ---

_harmless(field, value) := _harmless_text(field, value) if {
	is_string(value)
} else := _harmless_object(field, value) if {
	is_object(value)
} else := _harmless_array(field, value) if {
	is_array(value)
} else := _harmless_number(field, value) if {
	is_number(value)
} else := value

_harmless_object(field, value) := value if {
	field.type in {"group", "entry"}
} else := {"masked": _digest(json.marshal(value))} if {
	field.type == "map"
	count(value) > 0
} else := {}

_harmless_array(field, value) := value if {
	field.type == "list"
} else := []

# A number where none belongs may be anybody's: it answers nothing, and neither does 0.
_harmless_number(field, value) := value if {
	field.type in {"number", "integer", "version"}
} else := 0

_harmless_text(field, value) := value if {
	_is_ours(value)
} else := value if {
	value in field.values
} else := value if {
	regex.match(_patterns[field.type], value)
} else := value if {
	field.type == "uri"
	regex.match(_organisation, value)
} else := concat("#", [concat("", ["masked:", _digest(value)]), split(value, "#")[1]]) if {
	field.type == "pinned_uri"
	regex.match(_pinned, value)
} else := concat("", ["https://masked.invalid/", _digest(value)]) if {
	regex.match(_link, value)
} else := concat("", [_digest(value), "@masked.invalid"]) if {
	regex.match(_mailbox, value)
} else := concat(" ", ["masked", _digest(value)])

# As the policies compare texts: without regard to capitals and what stands around them.
_plain(text) := trim(lower(text), " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff.:")

_digest(text) := substring(_hmac(_plain(text)), 0, 16)

# Words that hold a place or say that there is nothing, and names of fields.
_is_ours(text) if {
	text == ""
} else if {
	_plain(text) in _empty_words
} else if {
	_fields[text]
}

_empty_words := {word | some word in array.concat(params.nothing, params.placeholders)}

_patterns := {
	"date": `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`,
	"month": `^[0-9]{4}-[0-9]{2}$`,
	"digits": `^[0-9]{1,20}$`,
	"language": `^[a-z]{2,3}$`,
	"sha256": `^[0-9a-f]{64}$`,
	"slug": `^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`,
}

_organisation := `^https://identifier[.]overheid[.]nl/tooi/id/[a-z]+/[a-z]{2}[0-9]+$`

_pinned := `^[^\x00-\x20#]+#[0-9a-f]{64}$`

_link := `^[Hh][Tt][Tt][Pp][Ss]?://[^\x00-\x20<>"{}|\\^@/?#]+[^\x00-\x20<>"{}|\\^]*$`

_mailbox := `^(mailto:)?[^\x00-\x20@:;,<>()"]+@[^\x00-\x20@:;,<>()"/?#]+[.][^\x00-\x20@:;,<>()"/?#.0-9][^\x00-\x20@:;,<>()"/?#.]+$`
