# The calendar, day by day, and the truth tables of what compares days.
package algocheck.tests.lib.dates

import data.algocheck.lib.dates

# One more on either side than a calendar has.
_months := ["00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"]

_days := [
	"00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10",
	"11", "12", "13", "14", "15", "16", "17", "18", "19", "20",
	"21", "22", "23", "24", "25", "26", "27", "28", "29", "30",
	"31", "32",
]

# How many days of each month exist; months without any are left out.
_calendar(year) := {month: length |
	some month in _months
	length := count([day | some day in _days; dates.exists(concat("-", [year, month, day]))])
	length > 0
}

_common := {
	"01": 31, "02": 28, "03": 31, "04": 30, "05": 31, "06": 30,
	"07": 31, "08": 31, "09": 30, "10": 31, "11": 30, "12": 31,
}

_leap := object.union(_common, {"02": 29})

test_a_common_year_has_its_365_days if {
	_calendar("2023") == _common
}

test_a_year_that_four_divides_leaps if {
	_calendar("2024") == _leap
}

test_a_century_does_not_leap if {
	_calendar("2100") == _common
}

test_a_century_that_four_hundred_divides_leaps if {
	_calendar("2000") == _leap
}

test_the_29th_of_february_exists_in_leap_years_alone if {
	{year: [day | some day in ["28", "29", "30"]; dates.exists(concat("-", [year, "02", day]))] |
		some year in ["1600", "1700", "1900", "1904", "2000", "2025", "2026", "2027", "2028", "2400", "9999"]
	} == {
		"1600": ["28", "29"],
		"1700": ["28"],
		"1900": ["28"],
		"1904": ["28", "29"],
		"2000": ["28", "29"],
		"2025": ["28"],
		"2026": ["28"],
		"2027": ["28"],
		"2028": ["28", "29"],
		"2400": ["28", "29"],
		"9999": ["28"],
	}
}

test_the_last_day_of_each_month_exists_and_the_next_does_not if {
	last := {day | some month, length in _common; day := concat("-", ["2026", month, format_int(length, 10)])}
	next := {day | some month, length in _common; day := concat("-", ["2026", month, format_int(length + 1, 10)])}
	count(last) == 12
	count(next) == 12
	every day in last {
		dates.exists(day)
	}
	{day | some day in next; dates.exists(day)} == set()
}

test_what_is_not_written_as_a_day_does_not_exist if {
	{text |
		some text in [
			"", "none", "unknown", "2026", "2026-01", "2026-1-01", "2026-01-1", "26-01-01", "02026-01-01", "2026/01/01",
			"20260101", "01-01-2026", "2026-01-01T00:00:00Z", "2026-01-01Z", " 2026-01-01", "2026-01-01 ", "2026-01-01\n",
			"2026-01-01\n2026-01-01", "-2026-01-01", "+2026-01-01", "2026-+1-01", "2026-01-0x", "2026-0 -01",
			"２０２６-01-01", "2026‐01‐01",
		]
		dates.exists(text)
	} == set()
}

_moments := ["2026-01-31", "2026-02-01", "none", "unknown"]

test_a_day_comes_before_a_later_one_alone if {
	{left: {right: dates.before(left, right) | some right in _moments} | some left in _moments} == {
		"2026-01-31": {"2026-01-31": "no", "2026-02-01": "yes", "none": "no", "unknown": "unknown"},
		"2026-02-01": {"2026-01-31": "no", "2026-02-01": "no", "none": "no", "unknown": "unknown"},
		"none": {"2026-01-31": "no", "2026-02-01": "no", "none": "no", "unknown": "no"},
		"unknown": {"2026-01-31": "unknown", "2026-02-01": "unknown", "none": "no", "unknown": "unknown"},
	}
}

test_days_in_order_each_come_before_the_next if {
	days := ["1999-12-31", "2000-01-01", "2000-02-28", "2000-02-29", "2000-03-01", "2009-09-30", "2009-10-01", "2026-12-31", "2027-01-01"]
	every i, left in days {
		every j, right in days {
			dates.before(left, right) == {true: "yes", false: "no"}[i < j]
		}
	}
}

test_a_month_comes_before_a_later_one_alone if {
	dates.before("2025-12", "2026-01") == "yes"
	dates.before("2026-01", "2026-01") == "no"
	dates.before("2026-09", "2026-10") == "yes"
	dates.before("2026-10", "2026-09") == "no"
}

test_a_month_and_a_day_are_not_ordered if {
	every day in ["2025-12-31", "2026-01-01", "2026-02-01"] {
		dates.before("2026-01", day) == "unknown"
		dates.before(day, "2026-01") == "unknown"
	}
}

test_a_year_that_begins_with_zero_does_not_exist if {
	{day | some day in ["0000-01-01", "0001-01-01", "0999-12-31", "0100-02-29"]; dates.exists(day)} == set()
	dates.exists("1000-01-01")
}

test_what_is_no_text_is_no_day if {
	{value | some value in [5, true, null, ["2026-01-01"], {"day": "2026-01-01"}]; dates.exists(value)} == set()
}

test_a_day_falls_in_a_month_or_an_earlier_one if {
	months := ["2025-12", "2026-01", "2026-02", "none", "unknown"]
	{day: {month: dates.by_month(day, month) | some month in months} | some day in ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", "none", "unknown"]} == {
		"2025-12-31": {"2025-12": "yes", "2026-01": "yes", "2026-02": "yes", "none": "no", "unknown": "unknown"},
		"2026-01-01": {"2025-12": "no", "2026-01": "yes", "2026-02": "yes", "none": "no", "unknown": "unknown"},
		"2026-01-31": {"2025-12": "no", "2026-01": "yes", "2026-02": "yes", "none": "no", "unknown": "unknown"},
		"2026-02-01": {"2025-12": "no", "2026-01": "no", "2026-02": "yes", "none": "no", "unknown": "unknown"},
		"none": {"2025-12": "no", "2026-01": "no", "2026-02": "no", "none": "no", "unknown": "no"},
		"unknown": {"2025-12": "unknown", "2026-01": "unknown", "2026-02": "unknown", "none": "no", "unknown": "unknown"},
	}
}
