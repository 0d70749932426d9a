"""Build the bundle that is published: policies that every OPA loads, and their compiled form."""

import importlib.metadata
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from algocheck.bundles import digest_of, house
from algocheck.engine import ENGINES, Engine, wasm
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
from algocheck.verdict.unstated import refuse_assumptions

DOCUMENT = "algocheck.main.evaluation"
DAY = "2027-01-01"
"""Any day will do: all engines are asked about the same one."""

QUERY = f"[answer | some question in input; answer := data.{DOCUMENT} with input as question]"


class Built(NamedTuple):
    """A bundle that was built, loaded again and found to answer."""

    name: str
    revision: str
    digest: str  # sha256, hex, of what is evaluated
    rules: int
    opa: str  # the version that compiled it
    asked: int  # manifests about which OPA and our own engines agree
    archive: bytes  # .tar.gz


def build(folder: Path, name: str, opa: OpaCommand) -> Built:
    """Build the policies in *folder*; house rules take the library and parameters along.

    They are called *name* unless they say otherwise themselves. The same policies,
    name, OPA and algocheck give the same bytes. Raises `BundleError` where the lint
    objects, and where what was built is not what was meant; `EngineError` where OPA
    cannot compile or load it, and where a rule takes silence for an answer.
    """
    bundle = house(folder)
    own_name, revision = stated(folder)
    name = own_name or name
    source = _published(folder, bundle)
    revision = revision or digest_of(source, "")[:12]
    digest = digest_of(source, revision)
    metadata = {
        "name": name,
        "digest": digest,
        "opa": opa.version,
        "built_with": f"algocheck {importlib.metadata.version('algocheck')}",
    }
    files = rego_files(source, revision, metadata)
    compiled = compiled_files(opa.compile(files, ENTRYPOINTS), digest, opa.version)
    archive = pack({**files, **compiled})
    asked = _try(archive, name, digest, opa)
    return Built(name, revision, digest, len(bundle.rules), opa.version, asked, archive)


def _published(folder: Path, bundle: Bundle) -> Source:
    """Everything that whoever gets the bundle needs: of the rules also what is told of them."""
    own = read_source(folder, with_tests=False)
    # A whole bundle has parameters and laws of its own; house rules use ours.
    shared = {} if own.is_whole else _shared()
    data = {ROOT: {**own.data.get(ROOT, {}), **shared, "index": index_of(bundle.rules)}}
    modules = sorted(bundle.modules, key=lambda module: module.path)
    return Source(tuple(modules), (), data)


def _shared() -> dict[str, Any]:
    """Return the data that house rules lean on, but for limits: those name rules of ours."""
    data: dict[str, Any] = dict(read_source(policies(), with_tests=False).data[ROOT])
    data["params"] = {key: value for key, value in data["params"].items() if key != "waivers"}
    return data


def _try(archive: bytes, name: str, digest: str, opa: OpaCommand) -> int:
    """Load *archive* again, in OPA and in our own engines, and compare what they answer.

    Returns about how many manifests they were asked.
    """
    examined = sorted(examples().glob("*.yaml"))
    questions = [{"manifest": _document(file), "today": DAY} for file in examined]
    theirs = opa.evaluate(archive, QUERY, questions)
    with tempfile.TemporaryDirectory() as folder:
        again = _load(unpack(archive), Path(folder))._replace(name=name)
        if again.digest != digest or again.compiled is None:
            raise BundleError("build.not-the-same", bundle=name)
        for start in (ENGINES["regorus"], wasm.start):
            engine = start(again, Settings())
            if place := _difference(_answers(engine, again, questions), theirs):
                told = {"engine": engine.description, "place": place}
                raise BundleError("build.disagreement", bundle=name, **told)
    return len(questions)


def _answers(engine: Engine, bundle: Bundle, questions: list[dict[str, Any]]) -> list[Any]:
    try:
        refuse_assumptions(engine, bundle, DAY)
        return [engine.query(DOCUMENT, question) for question in questions]
    finally:
        engine.close()


def _load(files: Files, folder: Path) -> Bundle:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return house(folder)


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
