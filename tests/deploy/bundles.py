"""Bundles of the policies in this repository: built, signed and spoilt by OPA's own tools."""

import io
import json
import shutil
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from support import ROOT

SCOPE = "production"


def new_key(folder: Path) -> Path:
    """Make an RSA key in *folder*, its public half beside it as ``.pub``."""
    folder.mkdir(parents=True, exist_ok=True)
    key = folder / "key.pem"
    for command in (
        ("openssl", "genpkey", "-algorithm", "RSA", "-out", key),
        ("openssl", "pkey", "-in", key, "-pubout", "-out", key.with_suffix(".pub")),
    ):
        subprocess.run(command, check=True, capture_output=True)
    return key


class Builder(NamedTuple):
    """Builds bundles in a folder, signed with a key."""

    opa: Path
    folder: Path
    key: Path

    def build(
        self, name: str, *, key: Path | None = None, scope: str = SCOPE, roots: Sequence[str] = ()
    ) -> bytes:
        """Build the policies under the revision *name*, which their answer then tells.

        The evaluation gives ``[name, name]`` as its day: once from Rego, once from data.
        Where it is asked strictly, a goal that is no number is an error that quotes it.
        """
        claims = self.folder / f"{name}.claims"
        # `opa build --scope` is for verifying: what is signed is told by the claims.
        claims.write_text(json.dumps({"keyid": "algocheck", "scope": scope}))
        signing = ("--signing-key", key or self.key, "--claims-file", claims)
        return self._built(name, ["algocheck", *roots], signing)

    def build_unsigned(self, name: str) -> bytes:
        """Build what nobody vouches for."""
        return self._built(name, ["algocheck"], ())

    def _built(self, name: str, roots: Sequence[str], signing: tuple[str | Path, ...]) -> bytes:
        folder, file = self.folder / name, self.folder / f"{name}.tar.gz"
        tests_and_compiled = shutil.ignore_patterns("*_test.rego", "policy.wasm*")
        shutil.copytree(ROOT / "policies", folder, ignore=tests_and_compiled)
        _stamp(folder, name, roots)
        command = (self.opa, "build", "--bundle", ".", "--output", file, *signing)
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return file.read_bytes()


class Bundles(NamedTuple):
    """Two revisions, signed, and what builds others."""

    first: bytes
    second: bytes
    builder: Builder


def _stamp(folder: Path, name: str, roots: Sequence[str]) -> None:
    main = folder / "algocheck" / "main" / "main.rego"
    text = main.read_text(encoding="utf-8")
    assert '"day": today' in text
    text = text.replace('"day": today', f'"day": ["{name}", data.algocheck.stamp.name]')
    text = text.replace("import data.algocheck.facts.today\n", "")
    text += '\nwarn contains "a number" if to_number(input.manifest.purpose.goal)\n'
    main.write_text(text, encoding="utf-8")
    (folder / "algocheck" / "stamp").mkdir()
    (folder / "algocheck" / "stamp" / "data.json").write_text(json.dumps({"name": name}))
    manifest = {"revision": name, "roots": roots, "rego_version": 1}
    (folder / ".manifest").write_text(json.dumps(manifest))


def with_a_lie(bundle: bytes) -> bytes:
    """Return the bundle with another byte in its rules, its signature untouched."""
    changed = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(bundle)) as before,
        tarfile.open(fileobj=changed, mode="w:gz") as after,
    ):
        for member in before.getmembers():
            file = before.extractfile(member)
            content = file.read() if file else b""
            if member.name.endswith("main.rego"):
                assert b'"fail"' in content
                content = content.replace(b'"fail"', b'"pass"')
            after.addfile(member, io.BytesIO(content))
    return changed.getvalue()
