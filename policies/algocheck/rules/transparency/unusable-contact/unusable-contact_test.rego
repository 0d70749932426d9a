package algocheck.tests.transparency["unusable-contact"]

import data.algocheck.rules.transparency["unusable-contact"] as rule

answer := {"applies": rule.applies, "requires": rule.requires}

_answer(applies, met) := {
	"applies": applies,
	"requires": [{"path": ["organization", "contact"], "met": met}],
}

_published(contact) := {
	"transparency": {"register": {"status": "published"}},
	"organization": {"contact": contact},
}

_refused(contacts) := {contact |
	some contact in contacts
	not _fits(contact)
}

_fits(contact) if {
	answer == _answer("yes", "yes") with input as _published(contact)
}

_fails(contact) if {
	answer == _answer("yes", "no") with input as _published(contact)
}

test_an_address_for_mail_passes if {
	_refused([
		"info@example.org", "algoritmes@gemeente.voorbeeld.nl", "CIO-office@amsterdam.nl", "a@b.nl", "o'brien+x@example.org",
		"info@gemeente-súdwest.nl", "info@xn--sdwest-3ya.nl", "post@example.xn--p1ai", "mailto:info@example.org", " info@example.org ",
		"info@example.org\n",
	]) == set()
}

test_a_link_passes if {
	_refused([
		"https://www.example.org", "https://example.org/contact", "http://example.org/", "HTTPS://www.example.org/Contact",
		"https://example.org:8443/form?subject=algorithm&x=1#top", "https://example.org?form=1", "https://example.org/@city",
		" https://example.org/contact ",
	]) == set()
}

test_what_is_neither_fails if {
	contacts := [
		"14010", "14 010", "test_contact_email", "Contact - Gemeente ’s-Hertogenbosch", "020 123 45 67", "www.example.org/contact",
		"example.org", "info@", "@example.org", "info@example", "info@@example.org", "info example.org", "info@example.org.",
		"info@.org", "info@example..org", "info@127.0.0.1", "info @example.org", "https://", "https:// example.org", "https://example",
		"https://.org", "https:/example.org", "ftp://example.org", "https://user@example.org/", "https://example.org/a b",
		"see https://example.org/contact", "https://example.org/contact or 14010", "info@example.org, 14010",
		"a@example.org; b@example.org", "Desk <info@example.org>", "info@example.org\n14010", "javascript:alert(1)",
	]
	every contact in contacts {
		_fails(contact)
	}
}

test_a_text_that_only_holds_the_place_is_unknown if {
	every text in ["n.v.t.", "Onbekend", "TODO", "-"] {
		answer == _answer("unknown", "unknown") with input as _published(text)
	}
}

test_a_contact_that_is_not_stated_is_unknown if {
	every nothing in ["unknown", null, 14010, true, ["info@example.org"], {"email": "info@example.org"}] {
		answer == _answer("unknown", "unknown") with input as _published(nothing)
	}
}

test_no_contact_has_no_form_to_judge if {
	every nothing in ["none", "", " "] {
		answer == _answer("no", "no") with input as _published(nothing)
	}
	answer == _answer("no", "no") with input as {"transparency": {"register": {"status": "published"}}, "organization": "none"}
}

test_a_planned_record_and_an_import_are_judged_too if {
	answer == _answer("yes", "no") with input as {
		"transparency": {"register": {"status": "planned"}},
		"organization": {"contact": "14010"},
	}
	answer == _answer("yes", "no") with input as {
		"provenance": {"imported_from": "register"},
		"organization": {"contact": "14010"},
	}
}

test_without_a_record_it_does_not_apply if {
	answer == _answer("no", "no") with input as {
		"transparency": {"register": {"status": "not_published"}},
		"organization": {"contact": "14010"},
	}
}

test_whether_there_is_a_record_is_not_known if {
	answer == _answer("unknown", "no") with input as {"organization": {"contact": "14010"}}
	answer == _answer("unknown", "unknown") with input as {}
}
