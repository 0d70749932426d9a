"""Hold a document against the schema: is it a manifest, and which of its facts are none."""

from typing import Any, NamedTuple

from algocheck.manifest.document import Document
from algocheck.manifest.schema import schema
from algocheck.manifest.schema.fits import fits
from algocheck.model import Finding


class Shape(NamedTuple):
    """What is wrong with the form of a document, in the order of the file."""

    faults: tuple[Finding, ...]
    broken: bool  # nothing to evaluate: no mapping, no identity, another version


def check_shape(document: Document) -> Shape:
    """Check the frame, then every value; a broken frame leaves the manifest unevaluated."""
    if document.broken:
        return Shape((), broken=True)
    named = _has_name(document.value)
    if named and fits(document.value, schema()):
        return Shape((), broken=False)
    # Imported here: most manifests are sound, and saying what is wrong takes much more.
    from algocheck.manifest.misfit import misfit

    return Shape(*misfit(document, named=named))


def _has_name(manifest: Any) -> bool:
    algorithm = manifest.get("algorithm") if isinstance(manifest, dict) else None
    return isinstance(algorithm, dict) and any(
        isinstance(name, str) and name.strip() and name not in {"none", "unknown"}
        for name in (algorithm.get("id"), algorithm.get("name"))
    )
