"""May this waiver be? Hold one against the limits of the bundles whose rules it is about."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from algocheck.manifest.show import either
from algocheck.model import Rule, Severity, Waiver
from algocheck.waiver.limits import Called, Demand, Limits
from algocheck.waiver.names import is_of_a_file
from algocheck.waiver.objection import Objection
from algocheck.words import Message, Value, message


def inadmissible(
    waiver: Waiver, rules: Sequence[Rule], limits: Mapping[str, Limits]
) -> Iterator[Objection]:
    """Yield the objection that what is waived may never be: by nobody, for no time at all.

    *rules* are the rule that is waived, or those that wait for the answer.
    """
    name = waiver.rule
    if is_of_a_file(name):
        yield Objection("waiver/inadmissible", "rule", message("waiver.of-a-file", rule=name))
    never = [rule for rule in rules if rule.id in limits[rule.bundle].never]
    for rule in never[:1]:  # that others are never waived either is no news
        key = "never" if rule.id == name else "never-question"
        bundle = limits[rule.bundle].bundle
        problem = message(f"waiver.{key}", name=name, rule=rule.id, bundle=bundle)
        yield Objection("waiver/inadmissible", "rule", problem)


def expired(waiver: Waiver, today: str) -> Iterator[Objection]:
    """Yield the objection that the last day of a waiver is over; the day itself still counts."""
    if waiver.expires < today:
        problem = message("waiver.expired", expires=waiver.expires, name=waiver.rule)
        yield Objection("waiver/expired", "expires", problem)


def beyond_limits(
    waiver: Waiver,
    rules: Sequence[Rule],
    limits: Mapping[str, Limits],
    kind: str,
    today: str,
) -> Iterator[Objection]:
    """Yield what is wrong with how long, by whom and with what: each rule must allow it.

    Of several rules that object to the same, one is told: the one that weighs most.
    *kind* is that of the manifest, on which depends who may decide; empty where it is
    not known, and then it is left open.
    """
    told: set[str] = set()
    for rule in sorted(rules, key=lambda rule: -rule.severity):
        for objection in _beyond(waiver, rule, limits[rule.bundle], kind, today):
            if objection.problem.key not in told:
                told.add(objection.problem.key)
                yield objection


def days_left(waiver: Waiver, today: str) -> int:
    """Return how many days come after *today* until the last day of the waiver."""
    last = dt.date.fromisoformat(waiver.expires)
    return (last - dt.date.fromisoformat(today)).days


def last_day(severity: Severity, limits: Limits, today: str) -> str:
    """Return the last day, ISO, until which a waiver may run that is looked at *today*."""
    most = limits.longest_days.get(severity, 0)
    first = dt.date.fromisoformat(today)
    # Nothing that is written as a day comes after the last of the calendar.
    return (first + dt.timedelta(min(most, (dt.date.max - first).days))).isoformat()


class Permitted(NamedTuple):
    """What a waiver may be that is decided today."""

    roles: tuple[Called, ...]  # that may decide, by language; the highest first
    last: str  # ISO day
    reference: bool  # whether it must say where the decision can be found


def permitted(
    rules: Sequence[Rule], limits: Mapping[str, Limits], kind: str, today: str
) -> Permitted:
    """Return what all of *rules* allow in a manifest of *kind*."""
    own = [(rule, limits[rule.bundle]) for rule in rules]
    first, *others = (_deciders(rule, each, kind) for rule, each in own)
    demands = [demand for rule, each in own for demand in each.demands if demand.concerns(rule)]
    return Permitted(
        roles=tuple(own[0][1].roles[key] for key in first if all(key in keys for keys in others)),
        last=min(last_day(rule.severity, each, today) for rule, each in own),
        reference=any(demand.reference for demand in demands),
    )


def _deciders(rule: Rule, limits: Limits, kind: str) -> tuple[str, ...]:
    demanded = [d.roles for d in limits.demands if d.concerns(rule) and d.roles]
    roles = limits.may_decide(kind, rule.severity)
    return tuple(role for role in roles if all(role in each for each in demanded))


def _beyond(
    waiver: Waiver, rule: Rule, limits: Limits, kind: str, today: str
) -> Iterator[Objection]:
    weight = message(f"report.severity-{rule.severity.word}")
    last = last_day(rule.severity, limits, today)
    if waiver.expires > last:
        problem = message(
            "waiver.too-long",
            expires=waiver.expires,
            n=limits.longest_days.get(rule.severity, 0),
            severity=weight,
            last=last,
            bundle=limits.bundle,
        )
        yield Objection("waiver/too-long", "expires", problem)
    roles = limits.may_decide(kind, rule.severity)
    if kind and limits.role(waiver.decided_by_role) not in roles:
        yield _not_by(waiver, roles, limits, weight)
    for demand in limits.demands:
        if demand.concerns(rule):
            yield from _demanded(waiver, demand, rule, limits)


def _not_by(waiver: Waiver, roles: Sequence[str], limits: Limits, severity: Message) -> Objection:
    if not roles:  # no other role will do either
        problem = message("waiver.by-nobody", severity=severity, bundle=limits.bundle)
        return Objection("waiver/inadmissible", "rule", problem)
    problem = message(
        "waiver.not-by",
        role=waiver.decided_by_role,
        severity=severity,
        roles=either([limits.roles[each] for each in roles]),
        bundle=limits.bundle,
    )
    return Objection("waiver/inadmissible", "decided_by_role", problem)


def _demanded(waiver: Waiver, demand: Demand, rule: Rule, limits: Limits) -> Iterator[Objection]:
    by_law = bool(demand.law[0])
    why: Value = demand.law_name if by_law else message("waiver.policy", bundle=limits.bundle)
    if demand.reference and limits.says_nothing(waiver.reference):
        problem = message("waiver.no-reference", rule=rule.id, why=why)
        yield Objection("waiver/inadmissible", "reference", problem)
    role = limits.role(waiver.decided_by_role)
    if demand.roles and role not in demand.roles:
        roles = either([limits.roles[each] for each in demand.roles])
        problem = message("waiver.not-by-law", rule=rule.id, roles=roles, why=why)
        yield Objection("waiver/inadmissible", "decided_by_role", problem)
