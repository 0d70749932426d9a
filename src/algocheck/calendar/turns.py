"""On which days does an answer turn? Found by asking about few days, not about all of them."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

NAMED = re.compile(r"(?<![0-9])[1-9][0-9]{3}-[0-9]{2}(?:-[0-9]{2})?(?![0-9])")
"""A day or a month, wherever it is written."""


def turns(
    state: Callable[[int], Any], named: Iterable[int], first: int, last: int
) -> Iterator[int]:
    """Yield the days after *first*, up to and including *last*, on which *state* turns.

    Days are ordinals, as `datetime.date.toordinal` has them; a state is anything
    that can be compared, and is asked for once a day. Whatever a state depends on is
    a day that is *named* somewhere, or a term before or after one. So between two
    named days each part of it turns once: where both have the same state nothing
    happened in between, and where they have not, halving finds the day.
    """
    known = cache(state)
    stops = sorted({first, last, *(day for day in named if first < day < last)})
    for start, end in pairwise(stops):
        if known(start) != known(end):
            # Mostly a law begins on the day that is named, or a duty is late on the day after.
            yield from _split(known, start, end, end - 1, start + 1)


def named_days(text: str) -> frozenset[int]:
    """Return the days that *text* names, as ordinals; of a month its first and the one after it."""
    days = (day for found in set(NAMED.findall(text)) for day in _days(found))
    return frozenset(day.toordinal() for day in days)


def _split(state: Callable[[int], Any], start: int, end: int, *likely: int) -> Iterator[int]:
    """Yield the turns after *start*, up to *end*; split at the *likely* days first, then halve."""
    if state(start) == state(end):
        return
    if end - start == 1:
        yield end
        return
    within = [day for day in likely if start < day < end]
    middle = within[0] if within else (start + end) // 2
    yield from _split(state, start, middle, *within[1:])
    yield from _split(state, middle, end, *within[1:])


def _days(found: str) -> Iterator[dt.date]:
    try:
        if len(found) == len("2027-12-02"):
            yield dt.date.fromisoformat(found)
            return
        first = dt.date.fromisoformat(f"{found}-01")
        yield first
        yield (first + dt.timedelta(days=31)).replace(day=1)
    except (ValueError, OverflowError):
        return  # no day of this calendar, so nothing turns on it
