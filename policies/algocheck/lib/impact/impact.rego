# METADATA
# description: Who is touched and in what way, as many rules ask it.
package algocheck.lib.impact

import data.algocheck.facts.m
import data.algocheck.lib.logic

# METADATA
# description: The outcome changes somebody's rights or duties, or weighs as heavily.
touches_rights := logic.one_of(m.decision.effect, {"legal", "significant"})

# METADATA
# description: The outcome touches people in their rights, or puts them into categories.
touches_people := logic.any_of([touches_rights, logic.one_of(m.decision.categorises_people, {"yes"})])
