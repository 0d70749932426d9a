"""A bundle laid out in a folder, as OPA reads one."""

import json
from pathlib import Path

from algocheck.policy.bundle import Bundle

OWNS_EVERYTHING = [""]
"""Roots that leave nothing for others to write: OPA refuses changes to what a bundle owns."""


def write_modules(bundle: Bundle, folder: Path) -> None:
    """Write the Rego of *bundle*; raises OSError where two modules would be one file."""
    for module in bundle.modules:
        file = folder / module.path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(module.text)


def write_bundle(bundle: Bundle, folder: Path, revision: str) -> None:
    """Write all of *bundle*, to be served by an OPA that serves nothing else."""
    write_modules(bundle, folder)
    manifest = {"revision": revision, "roots": OWNS_EVERYTHING, "rego_version": 1}
    (folder / ".manifest").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "data.json").write_text(bundle.data, encoding="utf-8")
