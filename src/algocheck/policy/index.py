"""The index of rules: everything METADATA says of them, checked in beside the policies."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from algocheck.model import Kind, Law, Owner, Rule, Severity

PATH = "algocheck/index/data.json"
"""Where the index stands in a bundle; policies read it as `data.algocheck.index`."""


def index_of(rules: Iterable[Rule]) -> dict[str, Any]:
    """Return the index: {"ids": [...], "rules": {id: {...}}}, plain JSON values."""
    entries = {rule.id: _entry(rule) for rule in sorted(rules, key=lambda rule: rule.id)}
    return {"ids": list(entries), "rules": entries}


def index_for_engine(rules: Iterable[Rule]) -> dict[str, Any]:
    """Return as much of the index as policies read: the texts would only be loaded."""
    entries = {
        rule.id: {
            "owner": rule.owner.value,
            "regime": {"name": rule.regime, "date": rule.regime_date},
            "severity": rule.severity.word,
            "title": dict(rule.title),
        }
        for rule in rules
    }
    return {"ids": list(entries), "rules": entries}


def index_text(rules: Iterable[Rule]) -> str:
    """Return the text of the index file; the same rules give the same text."""
    return json.dumps(index_of(rules), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def rules_in(index: Mapping[str, Any], bundle: str = "") -> tuple[Rule, ...]:
    """Read the rules of an index that `index_of` made, in its order."""
    return tuple(_rule(identity, index["rules"][identity], bundle) for identity in index["ids"])


def _entry(rule: Rule) -> dict[str, Any]:
    return {
        "applies_reads": list(rule.applies_reads),
        "code": rule.code,
        "description": dict(rule.description),
        "kind": rule.kind.value,
        "laws": [_law_entry(law) for law in rule.laws],
        "owner": rule.owner.value,
        "regime": {"name": rule.regime, "date": rule.regime_date},
        "remedy": dict(rule.remedy),
        "requires_reads": list(rule.requires_reads),
        "severity": rule.severity.word,
        "title": dict(rule.title),
    }


def _law_entry(law: Law) -> dict[str, Any]:
    return {
        "article": law.article,
        "checked": law.checked,
        "name": dict(law.name),
        "only_if": {fact: list(values) for fact, values in law.only_if.items()},
        "to_verify": law.to_verify,
        "url": law.url,
    }


def _rule(identity: str, entry: Mapping[str, Any], bundle: str) -> Rule:
    return Rule(
        id=identity,
        severity=Severity[entry["severity"].upper()],
        title=entry["title"],
        kind=Kind(entry["kind"]),
        owner=Owner(entry["owner"]),
        code=entry["code"],
        description=entry["description"],
        remedy=entry["remedy"],
        laws=tuple(_law(law) for law in entry["laws"]),
        regime=entry["regime"]["name"],
        regime_date=entry["regime"]["date"],
        applies_reads=tuple(entry["applies_reads"]),
        requires_reads=tuple(entry["requires_reads"]),
        bundle=bundle,
    )


def _law(entry: Mapping[str, Any]) -> Law:
    return Law(
        name=entry["name"],
        article=entry["article"],
        url=entry["url"],
        checked=entry["checked"],
        to_verify=entry["to_verify"],
        only_if={fact: tuple(values) for fact, values in entry["only_if"].items()},
    )
