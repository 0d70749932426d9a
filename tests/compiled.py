"""Bundles in their compiled form, made by the real OPA or by hand; shared by tests."""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from algocheck.engine.opa_command import OpaCommand
from algocheck.policy.bundle import Bundle
from algocheck.policy.source import COMPILED, COMPILED_FROM


def compiled(opa: Path, bundle: Bundle, folder: Path, entrypoints: Sequence[str]) -> Bundle:
    """Let OPA compile *bundle*, for the documents *entrypoints* ("a.answer"), into *folder*."""
    files = {module.path: module.text.encode() for module in bundle.modules}
    files["data.json"] = bundle.data.encode()
    wasm = OpaCommand(opa, os.environ).compile(
        files, [each.replace(".", "/") for each in entrypoints]
    )
    return with_wasm(bundle, wasm, folder)


def with_wasm(bundle: Bundle, wasm: bytes, folder: Path) -> Bundle:
    """Give *bundle* the compiled form *wasm*, as a build would put it into *folder*."""
    origin = {"digest": bundle.digest, "opa": "", "sha256": hashlib.sha256(wasm).hexdigest()}
    (folder / COMPILED).write_bytes(wasm)
    (folder / COMPILED_FROM).write_text(json.dumps(origin))
    return bundle._replace(compiled=folder / COMPILED)
