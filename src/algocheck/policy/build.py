"""The files of a published bundle, and the one archive that they make, byte for byte."""

import gzip
import hashlib
import io
import json
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from algocheck.errors import BundleError
from algocheck.policy.source import COMPILED, COMPILED_FROM, Source

MANIFEST = ".manifest"
DATA = "data.json"
ROOT = "algocheck"
ENTRYPOINTS = tuple(
    f"{ROOT}/main/{name}" for name in ("evaluation", "report", "complete", "deny", "warn")
)
"""What the compiled form answers; algocheck asks the first, other users of Wasm what they like."""

Files = Mapping[str, bytes]


def stated(folder: Path) -> tuple[str, str]:
    """Return the name and the revision in the .manifest of *folder*, each empty where it is not.

    Raises `BundleError` where that file cannot be understood.
    """
    file = folder / MANIFEST
    if not file.is_file():
        return "", ""
    try:
        manifest = json.loads(file.read_text(encoding="utf-8"))
        name = manifest.get("metadata", {}).get("name", "")
        return str(name), str(manifest.get("revision", ""))
    except (ValueError, AttributeError, RecursionError) as error:
        raise BundleError("policy.bad-data", path=str(file), reason=str(error)) from None


def rego_files(source: Source, revision: str, metadata: Mapping[str, str]) -> dict[str, bytes]:
    """Lay out *source* as OPA reads it: the Rego as it was written, and all data in one file.

    `opa build` would write the Rego anew, which changes its lines and once in a
    while its meaning. One file of data leaves no two ways to read YAML.
    """
    manifest = {
        "revision": revision,
        "roots": [ROOT],
        "rego_version": 1,
        "metadata": dict(metadata),
    }
    modules = {module.path: module.text.encode() for module in source.modules}
    return {MANIFEST: _json(manifest), DATA: _json(source.data), **modules}


def compiled_files(wasm: bytes, digest: str, opa: str) -> dict[str, bytes]:
    """Lay out the compiled form, with the *digest* of the source that it was made of.

    No `wasm` key in the manifest names it: an OPA that can run no Wasm refuses a
    bundle that does, and every OPA can evaluate the Rego.
    """
    origin = {"digest": digest, "opa": opa, "sha256": hashlib.sha256(wasm).hexdigest()}
    return {COMPILED: wasm, COMPILED_FROM: _json(origin)}


def pack(files: Files) -> bytes:
    """Make a .tar.gz of *files*: the same files give the same bytes, whenever and wherever."""
    packed = io.BytesIO()
    # Not gzip.compress: what it says of the operating system depends on Python's version.
    with (
        gzip.GzipFile("", "wb", 9, packed, mtime=0) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path, content in sorted(files.items()):
            entry = tarfile.TarInfo(path)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


def unpack(archive: bytes) -> dict[str, bytes]:
    """Return the files in *archive*, a .tar.gz that we or OPA made, by path."""
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as opened:
        return {
            entry.name.removeprefix("/"): content.read()
            for entry in opened
            if (content := opened.extractfile(entry))
        }


def _json(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()
