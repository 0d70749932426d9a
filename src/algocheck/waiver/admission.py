"""May this waiver be? Hold one against the limits of the bundles whose rules it is about."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from algocheck.manifest.show import either
from algocheck.model import Finding, Rule, Severity
from algocheck.waiver.limits import Demand, Limits
from algocheck.waiver.limits import Names as RoleNames
from algocheck.waiver.names import is_of_a_file
from algocheck.waiver.reading import Written
from algocheck.words import Message, Value, message


def inadmissible(
    written: Written, rules: Sequence[Rule], limits: Mapping[str, Limits]
) -> Finding | None:
    """Return the finding where what is waived may never be: by nobody, for no time at all.

    *rules* are the rule that is waived, or those that wait for the answer.
    """
    name = written.waiver.rule
    if is_of_a_file(name):
        return written.told("waiver/inadmissible", "rule", message("waiver.of-a-file", rule=name))
    for rule in rules:
        bundle = limits[rule.bundle].bundle
        if rule.id in limits[rule.bundle].never:
            key = "never" if rule.id == name else "never-question"
            problem = message(f"waiver.{key}", name=name, rule=rule.id, bundle=bundle)
            return written.told("waiver/inadmissible", "rule", problem)
    return None


def expired(written: Written, today: str) -> Finding | None:
    """Return the finding where the last day of a waiver is over; the day itself still counts."""
    expires = written.waiver.expires
    if expires >= today:
        return None
    problem = message("waiver.expired", expires=expires, name=written.waiver.rule)
    return written.told("waiver/expired", "expires", problem)


def beyond_limits(
    written: Written,
    rules: Sequence[Rule],
    limits: Mapping[str, Limits],
    kind: str,
    today: str,
) -> Finding | None:
    """Return the first finding about how long, by whom and with what: each rule must allow it.

    *kind* is that of the manifest, on which depends who may decide; empty where it is
    not known, and then it is left open.
    """
    problems = (
        found
        for rule in rules
        for found in _beyond(written, rule, limits[rule.bundle], kind, today)
    )
    return next(problems, None)


def days_left(written: Written, today: str) -> int:
    """Return how many days come after *today* until the last day of the waiver."""
    last = dt.date.fromisoformat(written.waiver.expires)
    return (last - dt.date.fromisoformat(today)).days


def last_day(severity: Severity, limits: Limits, today: str) -> str:
    """Return the last day, ISO, until which a waiver may run that is looked at *today*."""
    most = limits.longest_days.get(severity, 0)
    first = dt.date.fromisoformat(today)
    # Nothing that is written as a day comes after the last of the calendar.
    return (first + dt.timedelta(min(most, (dt.date.max - first).days))).isoformat()


class Permitted(NamedTuple):
    """What a waiver may be that is decided today."""

    roles: tuple[RoleNames, ...]  # that may decide, by language; the highest first
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
    written: Written, rule: Rule, limits: Limits, kind: str, today: str
) -> Iterator[Finding]:
    weight = message(f"report.severity-{rule.severity.word}")
    last = last_day(rule.severity, limits, today)
    if written.waiver.expires > last:
        yield written.told(
            "waiver/too-long",
            "expires",
            message(
                "waiver.too-long",
                expires=written.waiver.expires,
                n=limits.longest_days.get(rule.severity, 0),
                severity=weight,
                last=last,
                bundle=limits.bundle,
            ),
        )
    role = limits.role(written.waiver.decided_by_role)
    if kind and role not in limits.may_decide(kind, rule.severity):
        problem = _not_by(written, limits.may_decide(kind, rule.severity), limits, weight)
        yield written.told("waiver/inadmissible", "decided_by_role", problem)
    for demand in limits.demands:
        if demand.concerns(rule):
            yield from _demanded(written, demand, rule, limits)


def _not_by(written: Written, roles: Sequence[str], limits: Limits, severity: Message) -> Message:
    role = written.waiver.decided_by_role
    if not roles:
        return message("waiver.by-nobody", severity=severity, bundle=limits.bundle)
    choices = either([limits.roles[each] for each in roles])
    return message(
        "waiver.not-by", role=role, severity=severity, roles=choices, bundle=limits.bundle
    )


def _demanded(written: Written, demand: Demand, rule: Rule, limits: Limits) -> Iterator[Finding]:
    by_law = bool(demand.law[0])
    why: Value = demand.law_name if by_law else message("waiver.policy", bundle=limits.bundle)
    if demand.reference and limits.says_nothing(written.waiver.reference):
        problem = message("waiver.no-reference", rule=rule.id, why=why)
        yield written.told("waiver/inadmissible", "reference", problem)
    role = limits.role(written.waiver.decided_by_role)
    if demand.roles and role not in demand.roles:
        roles = either([limits.roles[each] for each in demand.roles])
        problem = message("waiver.not-by-law", rule=rule.id, roles=roles, why=why)
        yield written.told("waiver/inadmissible", "decided_by_role", problem)
