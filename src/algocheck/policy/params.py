"""Look at the parameters: a date that is no day would postpone a law without a word."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

PATH = "algocheck/params/data.yaml"
DAYS = ("from", "legacy_from")
OTHERS = ("annex_iii", "annex_i")
"""Names of other regimes, where one leads to another."""


def odd_parameters(params: Mapping[str, Any]) -> Iterator[str]:
    """Give the place of every parameter that cannot be meant: "regimes.ai_act_art50.from"."""
    for name in ("nothing", "placeholders"):
        words = params.get(name, [])
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            yield name
    regimes = params.get("regimes")
    if not isinstance(regimes, Mapping):
        yield "regimes"
        return
    for regime, values in regimes.items():
        if not isinstance(values, Mapping):
            yield f"regimes.{regime}"
            continue
        for key, value in values.items():
            if key in DAYS and _is_day(value):
                continue
            if key in OTHERS and value in regimes:
                continue
            yield f"regimes.{regime}.{key}"


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
