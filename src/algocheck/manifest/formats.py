"""The formats of the schema, as functions of our own: JSON Schema leaves them open."""

import datetime as dt
import re
from collections.abc import Callable, Mapping

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def is_calendar_date(text: str) -> bool:
    """Tell whether *text* is YYYY-MM-DD and a day that exists, or states that there is none."""
    if text in {"none", "unknown"}:
        return True
    parts = _DAY.fullmatch(text)
    if parts is None:
        return False
    try:
        dt.date(*map(int, parts.groups()))
    except ValueError:
        return False
    return True


FORMATS: Mapping[str, Callable[[str], bool]] = {"calendar-date": is_calendar_date}
"""By the name that the schema uses for it."""
