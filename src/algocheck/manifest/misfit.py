"""Tell what is wrong with the form of a document; only imported when something is."""

from collections.abc import Iterator

from algocheck.manifest.document import Document
from algocheck.manifest.faults import fault
from algocheck.manifest.schema import schema
from algocheck.manifest.schema.fits import fits
from algocheck.manifest.sentences import explain
from algocheck.manifest.show import kind, show
from algocheck.manifest.violations import violations
from algocheck.model import Finding
from algocheck.words import message

VERSION = 1
"""The manifest_version that is read."""


def misfit(document: Document, *, named: bool) -> tuple[tuple[Finding, ...], bool]:
    """Return the faults of *document* in the order of the file, and whether its frame is broken.

    *named* says that it states an id or a name.
    """
    stranger = _stranger(document)
    if stranger is not None:
        return (stranger,), True
    nameless = tuple(_without_identity(document, named=named))
    return (*_in_order(document, nameless),), bool(nameless)


def _stranger(document: Document) -> Finding | None:
    """Find what makes the rest meaningless: no fields at all, or fields of another version."""
    value = document.value
    if not isinstance(value, dict):
        problem = message("schema.no-fields", kind=kind(value))
        return fault("schema/no-identity", document.locate_value(()), problem, found=value)
    version = value.get("manifest_version")
    if version == VERSION and not isinstance(version, bool):
        return None
    path = ("manifest_version",)
    if version is None:
        problem = message("schema.version-absent", version=VERSION)
        return fault("schema/other-version", document.locate(path), problem, path=path)
    name = "version-quotes" if version == str(VERSION) else "version-other"
    problem = message(f"schema.{name}", found=show(version), version=VERSION)
    place = document.locate_value(path)
    return fault("schema/other-version", place, problem, path=path, found=version)


def _without_identity(document: Document, *, named: bool) -> Iterator[Finding]:
    found = document.value.get("kind")
    node = schema()["properties"]["kind"]
    if found is None:
        problem = message("schema.kind-absent")
        yield fault("schema/no-identity", document.locate(("kind",)), problem, path=("kind",))
    elif not fits(found, node):
        _, problem = explain(("kind",), node, found, "enum")
        place = document.locate_value(("kind",))
        yield fault("schema/no-identity", place, problem, path=("kind",), found=found)
    if not named:
        path = ("algorithm",)
        place = document.locate(path)
        yield fault("schema/no-identity", place, message("schema.no-name"), path=path)


def _in_order(document: Document, nameless: tuple[Finding, ...]) -> list[Finding]:
    told = {finding.path for finding in nameless}
    others = [finding for finding in violations(document) if finding.path not in told]
    return sorted((*nameless, *others), key=lambda finding: finding.location)
