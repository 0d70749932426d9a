# METADATA
# description: Terms in months, which end on the day of the month on which they began.
package algocheck.house.terms

import data.algocheck.facts.today

# METADATA
# description: Is it no more than so many months since a day? What never was is too long ago.
within(day, months) := "unknown" if {
	day == "unknown"
} else := "no" if {
	day == "none"
} else := "yes" if {
	_months(today) - _months(day) < months
} else := "yes" if {
	_months(today) - _months(day) == months
	substring(today, 8, 2) <= substring(day, 8, 2)
} else := "no"

_months(day) := (to_number(substring(day, 0, 4)) * 12) + to_number(trim_left(substring(day, 5, 2), "0"))
