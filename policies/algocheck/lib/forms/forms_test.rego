# Each form with what just fits and what just does not.
package algocheck.tests.lib.forms

import data.algocheck.lib.forms

test_only_these_characters if {
	forms.only("2027", "0123456789")
	forms.only("", "0123456789")
	not forms.only("20a27", "0123456789")
}

test_any_of_these if {
	forms.any_in({"<", ">"}, "a<b")
	not forms.any_in({"<", ">"}, "a and b")
}

test_so_many_digits if {
	forms.digits("12345678", 8)
	not forms.digits("1234567", 8)
	not forms.digits("1234567a", 8)
	not forms.digits("-1234567", 8)
}

test_a_number_is_digits_and_at_least_one if {
	forms.numeral("44121424")
	not forms.numeral("")
	not forms.numeral("4.5")
}

_no_months := ["2027-13", "2027-00", "0999-12", "2027/12", "2027-1", "2027-012", "20a7-12", "2027-12-01", ""]

test_a_month if {
	forms.month("2027-12")
	forms.month("1000-01")
	count([text | some text in _no_months; forms.month(text)]) == 0
}

_hundred := "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"

_slugs := ["a", "A1", "parking-permits", "v1.0_b", "none", _hundred]

_no_slugs := ["", "-a", "a.", "_", "a b", "caf\u00e9", concat("", [_hundred, "k"])]

test_a_name_for_machines if {
	count([text | some text in _slugs; forms.slug(text)]) == count(_slugs)
	count([text | some text in _no_slugs; forms.slug(text)]) == 0
}

_addresses := ["https://example.org", "http://a", "https://example.org/a?b=c#d", "https://caf\u00e9.nl", "https://http://x"]

_no_addresses := [
	"", "example.org", "ftp://example.org", "https://", "http:///a", "https://?a", "https://#a", "HTTPS://example.org",
	"https://a b", "https://a\u0000", "https://a\nb", "https://a<b", "https://a\"b", "https://a{b}", "https://a|b", "https://a\\b", "https://a^b", "https://a`b",
]

test_an_address_of_a_page if {
	count([text | some text in _addresses; forms.web(text)]) == count(_addresses)
	count([text | some text in _no_addresses; forms.web(text)]) == 0
}

test_an_identifier_of_an_organisation if {
	forms.tooi("https://identifier.overheid.nl/tooi/id/gemeente/gm0363")
	not forms.tooi("https://identifier.overheid.nl/tooi/id/")
	not forms.tooi("https://identifier.overheid.nl/tooi/id/a b")
	not forms.tooi("https://example.org/tooi/id/gemeente/gm0363")
}

_digest := "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

test_a_digest if {
	forms.sha256(_digest)
	not forms.sha256(substring(_digest, 1, -1))
	not forms.sha256(upper(_digest))
}

test_an_address_with_a_digest if {
	forms.pinned(concat("#", ["supplier.yaml", _digest]))
	not forms.pinned("supplier.yaml")
	not forms.pinned(concat("#", ["", _digest]))
	not forms.pinned(concat("#", ["a b", _digest]))
	not forms.pinned(concat("#", ["a", "b", _digest]))
	not forms.pinned("supplier.yaml#0123")
}

test_the_code_of_a_language if {
	forms.language("nl")
	forms.language("nld")
	not forms.language("n")
	not forms.language("nlds")
	not forms.language("NL")
	not forms.language("n1")
}
