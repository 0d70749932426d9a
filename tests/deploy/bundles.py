"""Bundles of the policies in this repository: built, signed and spoilt by OPA's own tools."""

import io
import json
import shutil
import subprocess
import tarfile
from pathlib import Path

from support import ROOT

SCOPE = "production"


def new_key(folder: Path) -> Path:
    """Make an RSA key in *folder*, its public half beside it as ``.pub``."""
    folder.mkdir(parents=True, exist_ok=True)
    key = folder / "key.pem"
    for command in (
        ["openssl", "genpkey", "-quiet", "-algorithm", "RSA", "-out", key],
        ["openssl", "pkey", "-in", key, "-pubout", "-out", key.with_suffix(".pub")],
    ):
        subprocess.run(command, check=True, capture_output=True)
    return key


def build(
    opa: Path, to: Path, *, name: str, key: Path | None = None, scope: str = SCOPE, roots: str = ""
) -> bytes:
    """Build the policies under the revision *name*, which their answer then tells.

    The evaluation says ``[name, name]`` as its day: once from Rego, once from data.
    Without *key* the bundle is unsigned.
    """
    folder = to / name
    shutil.copytree(ROOT / "policies", folder, ignore=shutil.ignore_patterns("*_test.rego", "policy.wasm*"))
    main = folder / "algocheck" / "main" / "main.rego"
    told = main.read_text().replace('"day": today', f'"day": ["{name}", data.algocheck.stamp.name]')
    main.write_text(told.replace("import data.algocheck.facts.today\n", ""))
    (folder / "algocheck" / "stamp").mkdir()
    (folder / "algocheck" / "stamp" / "data.json").write_text(json.dumps({"name": name}))
    manifest = {"revision": name, "roots": ["algocheck", *filter(None, [roots])], "rego_version": 1}
    (folder / ".manifest").write_text(json.dumps(manifest))
    return _packed(opa, folder, to / f"{name}.tar.gz", key, scope)


def _packed(opa: Path, folder: Path, to: Path, key: Path | None, scope: str) -> bytes:
    command = [opa, "build", "--bundle", ".", "--output", to]
    if key:
        # `opa build --scope` is for verifying: what is signed is told by the claims.
        claims = to.with_suffix(".claims")
        claims.write_text(json.dumps({"keyid": "algocheck", "scope": scope}))
        command += ["--signing-key", key, "--signing-alg", "RS256", "--claims-file", claims]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return to.read_bytes()


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
