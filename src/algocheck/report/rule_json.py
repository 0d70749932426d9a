"""Rules for machines: everything their METADATA says, and the facts they read."""

from collections.abc import Sequence
from typing import TextIO

from algocheck.model import Rule
from algocheck.policy.index import index_of
from algocheck.report.json_writing import write_document

VERSION = 1
"""Grows when what a reader relies on changes; new keys may come without it."""


def write(rules: Sequence[Rule], stream: TextIO) -> None:
    """Write *rules* by id, in both languages; the same rules give the same bytes."""
    entries = [
        {
            "id": rule.id,
            "theme": rule.theme,
            "bundle": rule.bundle,
            **index_of([rule])["rules"][rule.id],
        }
        for rule in sorted(rules, key=lambda rule: rule.id)
    ]
    write_document({"rules_version": VERSION, "rules": entries}, stream)
