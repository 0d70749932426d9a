# METADATA
# description: |
#   Days and months as ISO texts, which compare as texts. Only arithmetic that
#   every engine has natively.
package algocheck.lib.dates

import data.algocheck.lib.forms

_thirty := {4, 6, 9, 11}

_length(year, month) := 29 if {
	month == 2
	_leap(year)
} else := 28 if {
	month == 2
} else := 30 if {
	month in _thirty
} else := 31

_leap(year) if {
	year % 400 == 0
} else if {
	year % 4 == 0
	year % 100 != 0
}

# METADATA
# description: Is this a day that exists in the calendar, in the year 1000 or later?
exists(text) if {
	is_string(text)
	count(text) == 10
	forms.month(substring(text, 0, 7))
	substring(text, 7, 1) == "-"
	number := substring(text, 8, 2)
	forms.digits(number, 2)
	number != "00"
	year := to_number(substring(text, 0, 4))
	month := to_number(trim_left(substring(text, 5, 2), "0"))
	to_number(trim_left(number, "0")) <= _length(year, month)
}

# METADATA
# description: |
#   Does a day come before another, or a month before another? What is none has no
#   day, so no. A day and a month are not compared: by_month does that.
before(left, right) := "no" if {
	"none" in {left, right}
} else := "unknown" if {
	"unknown" in {left, right}
} else := "unknown" if {
	count(left) != count(right)
} else := "yes" if {
	left < right
} else := "no"

# METADATA
# description: Does a day fall in this month or an earlier one? What is none has no day, so no.
by_month(day, month) := "no" if {
	"none" in {day, month}
} else := "unknown" if {
	"unknown" in {day, month}
} else := "yes" if {
	substring(day, 0, 7) <= month
} else := "no"
