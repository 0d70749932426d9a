"""Write a baseline: the same entries give the same bytes, and a change is a few lines of a diff."""

import json
from pathlib import Path
from typing import Any

from algocheck.baseline import limits
from algocheck.baseline.entries import Baseline, Entry
from algocheck.errors import UsageError, reason
from algocheck.files import write_whole
from algocheck.manifest.discover import printable
from algocheck.model import BundleName
from algocheck.words.plain import escaped_json

VERSION = 1
"""Grows when a reader of older ones would understand it wrongly."""


def text(baseline: Baseline) -> str:
    """Return what the file says, three lines an entry."""
    return (
        "{\n"
        f' "baseline_version": {VERSION},\n'
        f' "made": {_json(baseline.made)},\n'
        f' "bundles": [{_block(map(_bundle, baseline.bundles))}],\n'
        f"{_namesakes(baseline)}"
        f' "entries": [{_block(map(_entry, baseline.entries))}]\n'
        "}\n"
    )


def write(baseline: Baseline, file: Path) -> None:
    """Write *file*, whole or not at all.

    Raises `UsageError` where that cannot be, and for what is too large to be read again.
    """
    content = text(baseline).encode("utf-8")
    if len(content) > limits.BYTES:
        raise UsageError("baseline.too-large-to-write", n=baseline.points, most=limits.MEBIBYTES)
    try:
        write_whole(file, content)
    except OSError as error:
        why = reason(error)
        raise UsageError("baseline.cannot-write", file=printable(file), reason=why) from None


def _namesakes(baseline: Baseline) -> str:
    """Write how many manifests share a name; most baselines know no such manifests."""
    names = sorted(baseline.namesakes.items())
    written = [_json({"manifest": name, "times": times}) for name, times in names]
    return f' "namesakes": [{_block(written)}],\n' if written else ""


def _block(items: Any) -> str:
    written = list(items)
    return "\n  " + ",\n  ".join(written) + "\n " if written else ""


def _bundle(bundle: BundleName) -> str:
    digest = f"sha256:{bundle.digest}"
    return _json({"name": bundle.name, "revision": bundle.revision, "digest": digest})


def _entry(entry: Entry) -> str:
    what = {"manifest": entry.manifest, "rule": entry.rule}
    where = {"subject": entry.subject, "fingerprint": entry.fingerprint}
    rest: dict[str, Any] = {"severity": entry.severity.word, "since": entry.since}
    if entry.times > 1:
        rest["times"] = entry.times
    if entry.rules:
        rest["rules"] = list(entry.rules)
    if entry.reason:
        rest["reason"] = entry.reason
    lines = (_json(part)[1:-1] for part in (what, where, rest))
    return "{" + ",\n   ".join(lines) + "}"


def _json(value: Any) -> str:
    """Write JSON on one line, without anything that a terminal obeys or UTF-8 cannot hold."""
    return escaped_json(json.dumps(value, ensure_ascii=False))
