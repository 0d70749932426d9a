"""Load bundles: the policies that algocheck ships, and folders of house rules beside them."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from algocheck.errors import BundleError
from algocheck.model import Rule
from algocheck.policy.bundle import SHIPPED, Bundle
from algocheck.policy.compiled import origin_of
from algocheck.policy.index import PATH as INDEX
from algocheck.policy.index import index_for_engine, rules_in
from algocheck.policy.source import COMPILED, Module, Source, read_files, read_source, source_of
from algocheck.policy.vouched import (
    Vouched,
    digest_of_files,
    digest_of_text,
    note,
    vouched,
    vouched_data,
)
from algocheck.resources import policies

ROOT = "algocheck/"
RULES = f"{ROOT}rules/"


def shipped() -> Bundle:
    """Load the policies that came with this copy of algocheck.

    They are recognised by digest. A copy that somebody changed is linted, as
    every foreign source is, and evaluated in a process with limits. Raises
    `BundleError`.
    """
    folder = policies()
    revision = _revision(folder)
    files = read_files(folder, with_tests=False)
    known = vouched()
    if digest_of_files(files, revision) == known.files and (data := vouched_data(known)):
        modules = tuple(file for file in files if file.path.endswith(".rego"))
        index = next(file.text for file in files if file.path == INDEX)
        rules = rules_in(json.loads(index), SHIPPED)
        return _recognised(folder, known, modules, data, rules)
    # A file is not as it was; what all of them say may still be the same.
    source = source_of(files)
    if digest_of(source, revision) == known.digest:
        return _recognised(folder, known, source.modules, *_told(source))
    return _foreign(SHIPPED, revision, source)


def _recognised(
    folder: Path, known: Vouched, modules: tuple[Module, ...], data: str, rules: tuple[Rule, ...]
) -> Bundle:
    compiled = _compiled(folder, known.digest)
    return Bundle(SHIPPED, known.revision, known.digest, modules, data, rules, True, compiled)


def _told(source: Source) -> tuple[str, tuple[Rule, ...]]:
    """Return what the shipped policies come to: the data for engines, and the rules."""
    rules = rules_in(source.data["algocheck"]["index"], SHIPPED)
    return json.dumps(_data(source, None, rules)), rules


def vouch(*, write: bool) -> bool:
    """Tell whether the shipped policies are recognised; make it so where *write* is given."""
    folder = policies()
    revision = _revision(folder)
    files = read_files(folder, with_tests=False)
    source = source_of(files)
    data, _ = _told(source)
    digests = digest_of_files(files, revision), digest_of(source, revision), digest_of_text(data)
    now = Vouched(revision, *digests)
    recognised = vouched() == now and vouched_data(now) == data
    if write and not recognised:
        note(now, data)
    return recognised


def house(folder: Path) -> Bundle:
    """Load the house rules in *folder*, on the library and parameters that algocheck ships.

    A folder with an entry point of its own is a whole bundle, and stands alone.
    Raises `BundleError` for another folder than one of policies, where the lint objects,
    and where there are no rules.
    """
    source = read_source(folder, with_tests=False)
    name = folder.as_posix()
    _refuse_another_folder(source, name)
    if source.is_whole:
        bundle = _foreign(name, _revision(folder), source)
        return bundle._replace(compiled=_compiled(folder, bundle.digest))
    return _foreign(name, "", source, base=read_source(policies(), with_tests=False))


def _refuse_another_folder(source: Source, name: str) -> None:
    if not source.modules:
        raise BundleError("policy.no-house-rules", path=name)
    if not any(module.path.startswith(ROOT) for module in source.modules):
        raise BundleError("policy.below-the-root", path=name, found=source.modules[0].path)


def with_house_rules(folders: Iterable[Path]) -> tuple[Bundle, ...]:
    """Load what ships and the house rules in *folders*; raises as they do, and as `distinct`."""
    bundles = (shipped(), *map(house, folders))
    distinct(bundles)
    return bundles


def distinct(bundles: Sequence[Bundle]) -> None:
    """Raise `BundleError` where two bundles have one rule: neither may stand for the other."""
    owners: dict[str, Bundle] = {}
    for bundle in bundles:
        for rule in bundle.rules:
            # A code names a rule as well: --rule would otherwise choose in silence.
            for name in filter(None, (rule.id, rule.code)):
                first = owners.setdefault(name, bundle)
                if first is not bundle:
                    raise BundleError(
                        "check.same-rule-twice", rule=name, first=first.name, second=bundle.name
                    )


def digest_of(source: Source, revision: str) -> str:
    """Return the sha256, in hex, of everything in *source* that is evaluated."""
    digest = hashlib.sha256(revision.encode())
    for module in source.modules:
        for part in (module.path, module.text):
            digest.update(len(part).to_bytes(8, "big") + part.encode())
    digest.update(json.dumps(source.data, sort_keys=True).encode())
    return digest.hexdigest()


def _compiled(folder: Path, digest: str) -> Path | None:
    """Return the compiled form in *folder*; None where it is not of the source with *digest*."""
    file = folder / COMPILED
    return file if origin_of(file).get("digest") == digest else None


def _foreign(name: str, revision: str, source: Source, *, base: Source | None = None) -> Bundle:
    """Make a bundle of what nobody vouches for, once the lint has nothing against it."""
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
    digest = digest_of(source, revision)
    return Bundle(
        name,
        revision or digest[:12],
        digest,
        (*_library(base), *source.modules),
        json.dumps(_data(source, base, inspection.rules)),
        tuple(rule._replace(bundle=name) for rule in inspection.rules),
        vouched=False,
    )


def _library(base: Source | None) -> tuple[Module, ...]:
    """Everything of the base that is no rule: house rules are a bundle of their own."""
    modules = base.modules if base else ()
    return tuple(module for module in modules if not module.path.startswith(RULES))


def _data(source: Source, base: Source | None, rules: tuple[Rule, ...]) -> dict[str, Any]:
    own = source.data.get("algocheck", {})
    shared = base.data["algocheck"] if base else {}
    # The laws are told by the rules' own texts; no policy reads them.
    own = {name: data for name, data in (own | shared).items() if name != "laws"}
    return {"algocheck": {**own, "index": index_for_engine(rules)}}


def _revision(folder: Path) -> str:
    file = folder / ".manifest"
    if not file.is_file():
        return ""
    try:
        return str(json.loads(file.read_text(encoding="utf-8")).get("revision", ""))
    except (ValueError, AttributeError) as error:
        raise BundleError("policy.bad-data", path=str(file), reason=str(error)) from None
