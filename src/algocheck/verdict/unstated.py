"""Refuse rules that take silence for an answer, before they are asked about any manifest.

The linter cannot see every way in which a rule of one's own turns a fact that nobody
stated into a pass; a manifest that states nothing shows it.
"""

from algocheck.engine import Engine
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.verdict.evaluate import evaluate

_KINDS = ("deployment", "supplier")

_STATED = frozenset({"manifest_version", "kind"})
"""The facts that no manifest is without."""


def refuse_assumptions(engine: Engine, bundle: Bundle, today: str) -> None:
    """Ask *engine* about manifests that state their kind alone, on the ISO day *today*.

    Raises `EngineError`, as `evaluate` does, and for the first rule that passes, or
    that says of every kind it is asked of that it does not apply, though that depends
    on facts.
    """
    answers = {
        kind: evaluate({"manifest_version": 1, "kind": kind}, today, engine, bundle).answers
        for kind in _KINDS
    }
    for rule in bundle.rules:
        outcomes = {answers[kind][rule.id]["outcome"] for kind in _KINDS if rule.is_asked_of(kind)}
        if "pass" in outcomes and not _is_stated(rule.requires_reads):
            raise EngineError("engine.passes-unstated", bundle=bundle.name, rule=rule.id)
        # Without any fact to wait for, a rule that does not apply was meant not to.
        if outcomes == {"not_applicable"} and not _STATED.issuperset(rule.applies_reads):
            raise EngineError("engine.not-applicable-unstated", bundle=bundle.name, rule=rule.id)


def _is_stated(facts: tuple[str, ...]) -> bool:
    """Tell whether a rule that reads *facts* has been told all that it asks, and asks something."""
    return bool(facts) and _STATED.issuperset(facts)
