"""Look at the limits of waivers: a misspelt rule in them could be waived after all."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

from algocheck.model import Kind, Severity

KINDS = ("deployment", "supplier")
"""The kinds of manifests; who may decide differs."""

_DEMANDS = frozenset({"rules", "kinds", "reference", "decided_by", "law"})
_WEIGHTS = frozenset(severity.word for severity in Severity)
_RULE_KINDS = frozenset(kind.value for kind in Kind)


class Known(NamedTuple):
    """What limits may name."""

    rules: Collection[str]  # ids
    laws: Collection[str]  # keys of the table of laws
    roles: Collection[str] = ()  # keys, of a bundle that these limits stand upon


def odd_limits(limits: Any, known: Known) -> Iterator[str]:
    """Give the place of every limit that cannot be meant: "waivers.longest_days.hihg"."""
    if not isinstance(limits, Mapping):
        yield "waivers"
        return
    roles = limits.get("roles", {})
    if isinstance(roles, Mapping):
        known = known._replace(roles={*known.roles, *roles})
    for key, value in limits.items():
        look = _LOOKS.get(key)
        for place in look(value, known) if look else [""]:
            yield f"waivers.{key}{place}"


def _days(value: Any, _: Known) -> Iterator[str]:
    if type(value) is not int or value < 0:
        yield ""


def _longest_days(value: Any, known: Known) -> Iterator[str]:
    yield from _by(_WEIGHTS, value, lambda days: _days(days, known))


def _rules(value: Any, known: Known) -> Iterator[str]:
    yield from _each_of(known.rules, value)


def _roles(value: Any, _: Known) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield ""
        return
    for role, names in value.items():
        named = isinstance(names, Mapping) and {"nl", "en"} <= names.keys() <= {"nl", "en", "also"}
        if not named or not all(_is_name(names[language]) for language in ("nl", "en")):
            yield f".{role}"
        elif not _is_list(names.get("also", []), _is_name):
            yield f".{role}.also"


def _decided_by(value: Any, known: Known) -> Iterator[str]:
    def roles(value: Any) -> Iterator[str]:
        yield from _each_of(known.roles, value)

    yield from _by(KINDS, value, lambda each: _by(_WEIGHTS, each, roles))


def _demands(value: Any, known: Known) -> Iterator[str]:
    if not isinstance(value, list):
        yield ""
        return
    for number, demand in enumerate(value, 1):
        for place in _demand(demand, known):
            yield f"[{number}]{place}"


def _demand(demand: Any, known: Known) -> Iterator[str]:
    if not isinstance(demand, Mapping) or not {"rules", "kinds"} & demand.keys():
        yield ""
        return
    if not {"reference", "decided_by"} & demand.keys():
        yield ""
    for key in demand.keys() - _DEMANDS:
        yield f".{key}"
    for key, words in (
        ("rules", known.rules),
        ("kinds", _RULE_KINDS),
        ("decided_by", known.roles),
    ):
        for place in _each_of(words, demand.get(key, [])):
            yield f".{key}{place}"
    if demand.get("reference", True) is not True:
        yield ".reference"
    law = demand.get("law", {"law": None, "article": ""})
    named = isinstance(law, Mapping) and law.keys() == {"law", "article"}
    if not named or law["law"] not in [None, *known.laws] or not isinstance(law["article"], str):
        yield ".law"


def _by(names: Collection[str], value: Any, look: Callable[[Any], Iterator[str]]) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield ""
        return
    for name, each in value.items():
        for place in look(each) if name in names else [""]:
            yield f".{name}{place}"


def _each_of(names: Collection[str], value: Any) -> Iterator[str]:
    if not isinstance(value, list):
        yield ""
        return
    for each in value:
        if not isinstance(each, str) or each not in names:
            yield f".{each}"


def _is_list(value: Any, fits: Callable[[Any], bool]) -> bool:
    return isinstance(value, list) and all(map(fits, value))


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


_LOOKS: Mapping[str, Callable[[Any, Known], Iterator[str]]] = {
    "notice_days": _days,
    "longest_days": _longest_days,
    "never": _rules,
    "roles": _roles,
    "decided_by": _decided_by,
    "demands": _demands,
}
