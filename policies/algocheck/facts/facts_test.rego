# What a form makes of a fact; tests of every fact are beside the generator.
package algocheck.tests.facts

import data.algocheck.facts

_digest := "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

_manifest := {
	"algorithm": {"id": "parking-permits", "lars": "44121424", "begin_date": "2027-12", "public_page_url": "https://example.org"},
	"organization": {"oin": "00000001234567890000", "tooi_id": "https://identifier.overheid.nl/tooi/id/gemeente/gm0363"},
	"supplier": {"kvk": "12345678", "manifest_ref": concat("#", ["supplier.yaml", _digest])},
	"inclusion": {"languages": ["nld", "n"]},
	"evidence": [{"sha256": _digest}, {"sha256": "none"}],
}

test_what_has_its_form_is_known if {
	m := facts.m with input as {"manifest": _manifest, "today": "2026-11-24"}
	every block in ["algorithm", "organization", "supplier"] {
		every name, value in _manifest[block] {
			m[block][name] == value
		}
	}
	m.inclusion.languages == ["nld", "unknown"]
	[entry.sha256 | some entry in m.evidence] == [_digest, "none"]
}

test_what_has_not_is_unknown if {
	m := facts.m with input as {"manifest": {"algorithm": {"id": "a b", "lars": "x", "begin_date": "2027", "public_page_url": "www"}}}
	every name in ["id", "lars", "begin_date", "public_page_url"] {
		m.algorithm[name] == "unknown"
	}
}

test_a_block_that_is_absent_is_left_out_of_what_is_stated if {
	stated := facts.stated with input as {"manifest": {"algorithm": {"id": "a"}, "supplier": "none"}}
	stated.algorithm.id == "a"
	stated.supplier.kvk == "none"
	not stated.privacy
}
