"""How far waivers may go, as each bundle says for its own rules."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from algocheck.model import Kind, Rule, Severity
from algocheck.policy.bundle import Bundle
from algocheck.policy.laws import Act, acts
from algocheck.policy.waiver_limits import KINDS
from algocheck.resources import policies

Called = Mapping[str, str]
"""What something is called, by language."""

_AROUND = " \t\n\r.:"


class Demand(NamedTuple):
    """What certain rules ask of a waiver beyond the rest."""

    rules: frozenset[str]
    kinds: frozenset[Kind]
    reference: bool
    roles: tuple[str, ...]  # who may decide; empty: as always
    law: tuple[str, str]  # what asks it: key in the table of laws, article; empty: it is policy

    def concerns(self, rule: Rule) -> bool:
        """Tell whether it is asked of a waiver of *rule*."""
        return rule.id in self.rules or rule.kind in self.kinds

    @property
    def law_name(self) -> Called:
        """The law and its article, by language; empty texts where it is policy."""
        key, article = self.law
        # A bundle of others may have laws of its own; then the key has to do.
        names = _acts()[key].name if key in _acts() else {"nl": key, "en": key}
        return {language: f"{name} {article}".strip() for language, name in names.items()}


class Limits(NamedTuple):
    """The limits for the rules of one bundle; what it does not say is not permitted."""

    bundle: str
    never: frozenset[str]  # rules
    longest_days: Mapping[Severity, int]
    notice_days: int
    roles: Mapping[str, Called]  # by key
    keys: Mapping[str, str]  # of roles, by everything they are called, in small letters
    deciders: Mapping[str, Mapping[Severity, tuple[str, ...]]]  # keys, by kind of manifest
    demands: tuple[Demand, ...]
    empty_texts: frozenset[str]  # that say nothing, in small letters

    def role(self, written: str) -> str:
        """Return the key of the role that *written* means; empty for none."""
        return self.keys.get(_plain(written), "")

    def may_decide(self, kind: str, severity: Severity) -> tuple[str, ...]:
        """Return the keys of the roles that may decide, the highest first."""
        return self.deciders.get(kind, {}).get(severity, ())

    def says_nothing(self, text: str) -> bool:
        """Tell whether *text* only holds a place, as "n.v.t." does."""
        return _plain(text) in self.empty_texts


def limits_of(bundles: Sequence[Bundle]) -> Mapping[str, Limits]:
    """Return the limits of each bundle by its name.

    The first of *bundles* is the one that ships: what another leaves out of its own
    limits (`house.waivers` of house rules, `params.waivers` of a whole bundle) is as there.
    """
    base: Mapping[str, Any] = {}
    found = {}
    for bundle in bundles:
        data = json.loads(bundle.data)["algocheck"]
        own = data.get("house", {}).get("waivers") or data.get("params", {}).get("waivers", {})
        base = base or own
        found[bundle.name] = _limits(bundle.name, {**base, **own}, data.get("params", {}))
    return found


def _limits(bundle: str, limits: Mapping[str, Any], params: Mapping[str, Any]) -> Limits:
    roles = limits.get("roles", {})
    decided_by = limits.get("decided_by", {})
    return Limits(
        bundle=bundle,
        never=frozenset(limits.get("never", ())),
        longest_days={Severity[k.upper()]: v for k, v in limits.get("longest_days", {}).items()},
        notice_days=limits.get("notice_days", 0),
        roles={key: {"nl": names["nl"], "en": names["en"]} for key, names in roles.items()},
        keys={name: key for key, names in roles.items() for name in _called(key, names)},
        deciders={kind: _cumulative(decided_by.get(kind, {})) for kind in KINDS},
        demands=tuple(map(_demand, limits.get("demands", ()))),
        empty_texts=frozenset((*params.get("placeholders", ()), *params.get("nothing", ()))),
    )


def _called(key: str, names: Mapping[str, Any]) -> Iterable[str]:
    return map(_plain, (key, names["nl"], names["en"], *names.get("also", ())))


def _cumulative(decided_by: Mapping[str, Sequence[str]]) -> Mapping[Severity, tuple[str, ...]]:
    """Let who may decide on what weighs more decide on what weighs less."""
    so_far: tuple[str, ...] = ()
    found = {}
    for severity in sorted(Severity, reverse=True):
        found[severity] = so_far = (*so_far, *decided_by.get(severity.word, ()))
    return found


def _demand(demand: Mapping[str, Any]) -> Demand:
    return Demand(
        rules=frozenset(demand.get("rules", ())),
        kinds=frozenset(map(Kind, demand.get("kinds", ()))),
        reference=demand.get("reference", False),
        roles=tuple(demand.get("decided_by", ())),
        law=(demand["law"]["law"], demand["law"]["article"]) if "law" in demand else ("", ""),
    )


@cache
def _acts() -> Mapping[str, Act]:
    file = policies() / "algocheck/laws/data.json"
    return acts(json.loads(file.read_text(encoding="utf-8")))


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(_AROUND)
