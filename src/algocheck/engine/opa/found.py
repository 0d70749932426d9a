"""Find out which of the servers that were named hold this very bundle.

A question about an empty manifest shows more than any other: that we may ask what
we will ask, that the bundle is there whole, and which revision of which OPA answers.
"""

import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from algocheck.engine.opa.address import Address, addresses
from algocheck.engine.opa.client import Answer, Client
from algocheck.engine.opa.failure import Failure
from algocheck.engine.opa.lost import none_left
from algocheck.engine.settings import Holder, Served, Server
from algocheck.policy.bundle import Bundle
from algocheck.words import Message

ROOT = "algocheck"
ENTRYPOINT = f"{ROOT}.main.evaluation"
EMPTY: Mapping[str, Any] = {"manifest": {}, "today": ""}
AT_ONCE = 8
"""How many servers are asked at the same time."""

_BEFORE_REGO_V1 = re.compile(r"0\.")


def found(bundle: Bundle, server: Server) -> Served:
    """Return which servers hold *bundle*; raises `EngineError` where none does."""

    def look(address: Address) -> Holder:
        return holder(address, server, bundle, bundle.revision)

    holders, left_out = divide(addresses(server), look)
    if not holders:
        raise none_left(bundle.name, left_out)
    return Served(bundle.digest, ROOT, bundle.revision, holders, left_out)


def divide(
    places: tuple[Address, ...], look: Callable[[Address], Holder]
) -> tuple[tuple[Holder, ...], tuple[tuple[str, Message], ...]]:
    """Return what *look* finds, several places at a time, and where it fails, and why."""

    def attempt(place: Address) -> Holder | Failure:
        try:
            return look(place)
        except Failure as failure:
            return failure

    with ThreadPoolExecutor(min(AT_ONCE, len(places))) as pool:
        seen = list(zip(places, pool.map(attempt, places), strict=True))
    return (
        tuple(each for _, each in seen if isinstance(each, Holder)),
        tuple((place.url, each.message) for place, each in seen if isinstance(each, Failure)),
    )


def holder(address: Address, server: Server, bundle: Bundle, revision: str) -> Holder:
    """Return that the server at *address* holds *bundle* as *revision*; raises `Failure`."""
    client = Client(address, server)
    try:
        answer = client.ask(ENTRYPOINT, EMPTY)
        check_version(answer)
        name = _name(answer, client.bundles(), bundle)
        check_revision(answer, name, revision)
    finally:
        client.close()
    if not answer.defined:
        raise Failure("opa.half-loaded")
    return Holder(address.url, name, answer.version)


def check_version(answer: Answer) -> None:
    """Raise `Failure` for an OPA that reads another Rego."""
    if _BEFORE_REGO_V1.match(answer.version):
        raise Failure("opa.too-old", version=answer.version)


def check_revision(answer: Answer, name: str, revision: str) -> None:
    """Raise `Failure` unless the server answers from *revision* of the bundle it calls *name*."""
    if name not in answer.revisions:
        raise Failure("opa.no-bundle")
    stated = answer.revisions[name]
    if not stated or stated != revision:
        raise Failure("opa.other-revision", found=stated or "-", wanted=revision)


def _name(answer: Answer, manifests: Mapping[str, Any], bundle: Bundle) -> str:
    """Return the server's name for the bundle whose rules answered.

    A server may hold bundles of others too, and of those any may have the
    revision that ours should have.
    """
    owners = [name for name, manifest in manifests.items() if _owns(manifest)]
    # Where we may not see whose is what: the only one there is, or the one called as ours.
    names = [*owners, *(answer.revisions if len(answer.revisions) == 1 else ()), bundle.name]
    name = next((name for name in names if name in answer.revisions), "")
    if not name and answer.revisions:
        raise Failure("opa.several-bundles", name=bundle.name)
    stated = _digest(manifests.get(name))
    if stated and stated != bundle.digest:
        raise Failure("opa.other-digest", found=stated[:12], wanted=bundle.digest[:12])
    return name


def _owns(manifest: Any) -> bool:
    roots = manifest.get("roots") if isinstance(manifest, Mapping) else None
    return isinstance(roots, list) and any(root in ("", ROOT) for root in roots)


def _digest(manifest: Any) -> str:
    metadata = manifest.get("metadata") if isinstance(manifest, Mapping) else None
    return str(metadata.get("digest", "")) if isinstance(metadata, Mapping) else ""
