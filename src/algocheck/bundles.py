"""Load bundles: the policies that algocheck ships, and folders of house rules beside them."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from algocheck.errors import BundleError
from algocheck.model import Rule
from algocheck.policy.bundle import Bundle
from algocheck.policy.index import index_of, rules_in
from algocheck.policy.source import Module, Source, read_source
from algocheck.resources import policies

NAME = "algocheck"
RULES = "algocheck/rules/"
ENTRYPOINT = "algocheck/main/main.rego"
VOUCHED = Path(__file__).parent / "policy/vouched.json"
"""Digests of the policies that this algocheck was released with, by revision."""


def shipped() -> Bundle:
    """Load the policies that came with this copy of algocheck.

    They are recognised by digest. A copy that somebody changed is linted, as
    every foreign source is, and evaluated in a process with limits. Raises
    `BundleError`.
    """
    folder = policies()
    source = read_source(folder)
    revision = _revision(folder)
    digest = digest_of(source, revision)
    if digest == json.loads(VOUCHED.read_text(encoding="utf-8")).get(revision):
        rules = rules_in(source.data["algocheck"]["index"], NAME)
        return _bundle(NAME, revision, digest, source.modules, source.data, rules, vouched=True)
    return _foreign(NAME, revision, source, source.modules, source.data, None)


def house(folder: Path) -> Bundle:
    """Load the house rules in *folder*, on the library and parameters that algocheck ships.

    A folder with an entry point of its own is a whole bundle, and stands alone.
    Raises `BundleError` where the lint objects and where there are no rules.
    """
    source = read_source(folder)
    name = folder.resolve().name
    if any(module.path == ENTRYPOINT for module in source.modules):
        return _foreign(name, _revision(folder), source, source.modules, source.data, None)
    base = read_source(policies())
    library = tuple(module for module in base.modules if not module.path.startswith(RULES))
    data = {"algocheck": {**base.data.get("algocheck", {}), **source.data.get("algocheck", {})}}
    return _foreign(name, "", source, library + source.modules, data, base)


def distinct(bundles: Sequence[Bundle]) -> None:
    """Raise `BundleError` where two bundles have one rule: neither may stand for the other."""
    owners: dict[str, str] = {}
    for bundle in bundles:
        for rule in bundle.rules:
            first = owners.setdefault(rule.id, bundle.name)
            if first != bundle.name:
                raise BundleError(
                    "check.same-rule-twice", rule=rule.id, first=first, second=bundle.name
                )


def digest_of(source: Source, revision: str) -> str:
    """Return the sha256, in hex, of everything in *source* that is evaluated."""
    digest = hashlib.sha256(revision.encode())
    for module in source.modules:
        for part in (module.path, module.text):
            digest.update(len(part).to_bytes(8, "big") + part.encode())
    digest.update(json.dumps(source.data, sort_keys=True).encode())
    return digest.hexdigest()


def _foreign(
    name: str,
    revision: str,
    source: Source,
    modules: tuple[Module, ...],
    data: Mapping[str, Any],
    base: Source | None,
) -> Bundle:
    # Imported here: what ships is recognised, and is not linted at every start.
    from algocheck.engine.syntax import parse
    from algocheck.manifest.schema import fields
    from algocheck.policy.lint import inspect

    inspection = inspect(source, parse=parse, fields=fields(), base=base)
    if inspection.violations:
        worst = inspection.violations[0]
        raise BundleError(
            "policy.refused",
            n=len(inspection.violations),
            bundle=name,
            place=f"{worst.file}:{worst.line}:{worst.column}",
            problem=worst.message,
        )
    if not inspection.rules:
        raise BundleError("policy.no-rules", bundle=name)
    own = {**data["algocheck"], "index": index_of(inspection.rules)}
    digest = digest_of(source, revision)
    return _bundle(
        name, revision, digest, modules, {**data, "algocheck": own}, inspection.rules, vouched=False
    )


def _bundle(
    name: str,
    revision: str,
    digest: str,
    modules: tuple[Module, ...],
    data: Mapping[str, Any],
    rules: tuple[Rule, ...],
    *,
    vouched: bool,
) -> Bundle:
    return Bundle(name, revision or digest[:12], digest, modules, json.dumps(data), rules, vouched)


def _revision(folder: Path) -> str:
    file = folder / ".manifest"
    if not file.is_file():
        return ""
    try:
        return str(json.loads(file.read_text(encoding="utf-8")).get("revision", ""))
    except (ValueError, AttributeError) as error:
        raise BundleError("policy.bad-data", path=str(file), reason=str(error)) from None
