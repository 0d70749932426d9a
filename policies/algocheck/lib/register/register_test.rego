# Every status with every kind of origin.
package algocheck.tests.lib.register

import data.algocheck.lib.register

_recorded(status, origin) := answer if {
	answer := register.recorded with input as {
		"transparency": {"register": {"status": status}},
		"provenance": {"imported_from": origin},
	}
}

_statuses := ["published", "planned", "exempt", "not_published", "unknown"]

test_a_record_is_there_or_will_be if {
	{status: _recorded(status, null) | some status in _statuses} == {
		"published": "yes",
		"planned": "yes",
		"exempt": "no",
		"not_published": "no",
		"unknown": "unknown",
	}
}

test_what_was_imported_is_a_record_whatever_its_status if {
	every status in _statuses {
		_recorded(status, "algorithm register, August 2026") == "yes"
	}
}

test_an_origin_that_says_nothing_is_no_import if {
	every origin in ["none", "", "unknown", "n.v.t.", null, 3, ["register"]] {
		_recorded("not_published", origin) == "no"
		_recorded("planned", origin) == "yes"
		_recorded("unknown", origin) == "unknown"
	}
}

test_a_register_stated_as_none_holds_no_record_that_is_known if {
	# Whether there is a record is not what "none" says: it may mean no status.
	register.recorded == "unknown" with input as {"transparency": {"register": "none"}}
}

test_nothing_stated_is_unknown if {
	register.recorded == "unknown" with input as {}
	register.recorded == "unknown" with input as {"transparency": "none", "provenance": "none"}
}
