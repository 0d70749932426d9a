# METADATA
# description: |
#   Texts of a fixed form, told without regular expressions: an engine builds those
#   anew for each manifest, and that would take longer than all else that it does.
package algocheck.lib.forms

_digits := "0123456789"

_small := "abcdefghijklmnopqrstuvwxyz"

_letters := concat("", [_small, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])

_hex := "0123456789abcdef"

_months := {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"}

# METADATA
# description: Control characters and the space, which no address has.
controls := {
	"\u0000", "\u0001", "\u0002", "\u0003", "\u0004", "\u0005", "\u0006", "\u0007",
	"\u0008", "\u0009", "\u000a", "\u000b", "\u000c", "\u000d", "\u000e", "\u000f",
	"\u0010", "\u0011", "\u0012", "\u0013", "\u0014", "\u0015", "\u0016", "\u0017",
	"\u0018", "\u0019", "\u001a", "\u001b", "\u001c", "\u001d", "\u001e", "\u001f",
	" ",
}

_not_in_addresses := {"<", ">", "\"", "{", "}", "|", "\\", "^", "`"}

_after_hosts := {"", "/", "?", "#"}

# METADATA
# description: Is there nothing but these characters in a text? Of the empty text it is true.
only(text, characters) if trim(text, characters) == ""

# METADATA
# description: Is any of these in a text?
any_in(parts, text) if {
	some part in parts
	contains(text, part)
}

# METADATA
# description: Are there so many digits, and nothing else?
digits(text, size) if {
	count(text) == size
	only(text, _digits)
}

# METADATA
# description: A number of any length, written in digits.
numeral(text) if {
	text != ""
	only(text, _digits)
}

# METADATA
# description: A month as 2027-12, in the year 1000 or later.
month(text) if {
	count(text) == 7
	only(substring(text, 0, 4), _digits)
	substring(text, 0, 1) != "0"
	substring(text, 4, 1) == "-"
	substring(text, 5, 2) in _months
}

# METADATA
# description: A name for machines, as algorithm.id is written.
slug(text) if {
	text != ""
	count(text) <= 100
	only(text, concat("", [_letters, _digits, "._-"]))
	trim(text, "._-") == text
}

# METADATA
# description: The address of a page, with its scheme.
web(text) if {
	rest := _after_scheme(text)
	first := substring(rest, 0, 1)
	not first in _after_hosts
	not any_in(controls, rest)
	not any_in(_not_in_addresses, rest)
}

_after_scheme(text) := substring(text, 8, -1) if {
	startswith(text, "https://")
} else := substring(text, 7, -1) if {
	startswith(text, "http://")
} else := ""

# METADATA
# description: An identifier in the government's list of organisations.
tooi(text) if {
	rest := trim_prefix(text, _organisations)
	rest != text
	rest != ""
	only(rest, concat("", [_letters, _digits, "._/-"]))
}

_organisations := "https://identifier.overheid.nl/tooi/id/"

# METADATA
# description: A SHA-256 digest in small hexadecimal digits.
sha256(text) if {
	count(text) == 64
	only(text, _hex)
}

# METADATA
# description: An address with the digest of what stands there behind a number sign.
pinned(text) if {
	parts := split(text, "#")
	count(parts) == 2
	address := parts[0]
	address != ""
	not any_in(controls, address)
	sha256(parts[1])
}

# METADATA
# description: The code of a language, as in ISO 639.
language(text) if {
	count(text) in {2, 3}
	only(text, _small)
}
