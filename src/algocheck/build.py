"""Build the bundle that is published: policies that every OPA loads, and their compiled form."""

import importlib.metadata
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from algocheck.bundles import ENTRYPOINT, digest_of, house
from algocheck.engine import ENGINES
from algocheck.engine.opa_command import OpaCommand
from algocheck.engine.settings import Settings
from algocheck.errors import BundleError
from algocheck.manifest.discover import Source as File
from algocheck.manifest.load import load
from algocheck.policy.build import (
    ENTRYPOINTS,
    ROOT,
    Files,
    compiled_files,
    pack,
    rego_files,
    stated,
    unpack,
)
from algocheck.policy.bundle import Bundle
from algocheck.policy.index import index_of
from algocheck.policy.source import Source, read_source
from algocheck.resources import examples, policies

DOCUMENT = "algocheck.main.evaluation"
DAY = "2027-01-01"
"""Any day will do: both engines are asked about the same one."""

QUERY = f"[answer | some question in input; answer := data.{DOCUMENT} with input as question]"


class Built(NamedTuple):
    """A bundle that was built, loaded again and found to answer."""

    name: str
    revision: str
    digest: str  # sha256, hex, of what is evaluated
    rules: int
    opa: str  # the version that compiled it
    asked: int  # manifests about which OPA and algocheck agree
    archive: bytes  # .tar.gz


def build(folder: Path, opa: OpaCommand) -> Built:
    """Build the policies in *folder*; house rules take the library and parameters along.

    The same folder, OPA and algocheck give the same bytes. Raises `BundleError`
    where the lint objects, and where what was built is not what was meant;
    `EngineError` where OPA cannot compile or load it.
    """
    bundle = house(folder)
    name, revision = stated(folder)
    name = name or bundle.name
    source = _published(folder, bundle)
    revision = revision or digest_of(source, "")[:12]
    digest = digest_of(source, revision)
    metadata = {
        "name": name,
        "opa": opa.version,
        "built_with": f"algocheck {importlib.metadata.version('algocheck')}",
    }
    files = rego_files(source, revision, metadata)
    wasm = opa.compile(files, ENTRYPOINTS)
    archive = pack({**files, **compiled_files(wasm, digest, opa.version)})
    asked = _try(archive, name, digest, opa)
    return Built(name, revision, digest, len(bundle.rules), opa.version, asked, archive)


def _published(folder: Path, bundle: Bundle) -> Source:
    """Everything that whoever gets the bundle needs: of the rules also what is told of them."""
    own = read_source(folder, with_tests=False)
    # A whole bundle has parameters and laws of its own; house rules use ours.
    whole = any(module.path == ENTRYPOINT for module in own.modules)
    shared = {} if whole else read_source(policies(), with_tests=False).data[ROOT]
    data = {ROOT: {**own.data.get(ROOT, {}), **shared, "index": index_of(bundle.rules)}}
    modules = sorted(bundle.modules, key=lambda module: module.path)
    return Source(tuple(modules), (), data)


def _try(archive: bytes, name: str, digest: str, opa: OpaCommand) -> int:
    """Load *archive* again, in OPA and here, and ask both about the same manifests: how many."""
    files = sorted(examples().glob("*.yaml"))
    questions = [{"manifest": _document(file), "today": DAY} for file in files]
    theirs = opa.evaluate(archive, QUERY, questions)
    again = _load(unpack(archive))
    if again.digest != digest:
        raise BundleError("build.not-the-same", bundle=name)
    engine = ENGINES["regorus"](again._replace(name=name), Settings())
    try:
        ours = [engine.query(DOCUMENT, question) for question in questions]
    finally:
        engine.close()
    if difference := _difference(ours, theirs):
        raise BundleError("build.disagreement", bundle=name, place=difference)
    return len(questions)


def _load(files: Files) -> Bundle:
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return house(Path(folder))


def _document(file: Path) -> Any:
    return load(File(file.name, file, named=True, content=None)).documents[0].value


def _difference(one: Any, other: Any, place: str = "") -> str:
    """Name the first place where two answers differ; empty where they are the same JSON."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        steps = [(key, one[key], other[key]) for key in sorted(one)]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        steps = [(str(n), *pair) for n, pair in enumerate(zip(one, other, strict=True))]
    else:
        # Of one number engines may write 5 and 5.0; to Python, true and 1 are equal too.
        same = one == other and isinstance(one, bool) == isinstance(other, bool)
        return "" if same else place or "/"
    found = (_difference(mine, theirs, f"{place}/{step}") for step, mine, theirs in steps)
    return next(filter(None, found), "")
