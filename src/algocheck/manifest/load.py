"""Read one file: to documents with their places, or to the faults that say why not."""

import re
from typing import NamedTuple

from algocheck.errors import AlgocheckError
from algocheck.manifest import limits
from algocheck.manifest.decode import decode
from algocheck.manifest.discover import Source
from algocheck.manifest.document import Document, broken
from algocheck.manifest.faults import fault
from algocheck.manifest.fetch import fetch
from algocheck.manifest.recognise import (
    FRAME,
    is_browser_extension,
    may_be_manifest,
    mentions,
    near_miss,
)
from algocheck.model import Location, Path
from algocheck.words import Message, message

_BRACE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_QUOTED_KEY = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
_MEBIBYTE = 1024 * 1024


class Loaded(NamedTuple):
    """What one file gave."""

    documents: tuple[Document, ...] = ()
    skipped: int = 0  # 1 for a file that is no manifest and need not be one
    empty: int = 0  # documents with nothing in them


_SKIPPED = Loaded(skipped=1)


def load(source: Source, *, skip_others: bool = False) -> Loaded:
    """Read *source*; whatever is wrong with it is a fault in the documents returned.

    A file that was found in a directory, or any file with *skip_others*, need not be a
    manifest: it is skipped, unless it seems to have been meant as one. As soon as one
    document of a file is a manifest, the others in it have to be manifests too.
    Raises `AlgocheckError` where PyYAML was installed without its C parser.
    """
    may_skip = skip_others or not source.named
    content = fetch(source.path) if source.path else (source.content or b"")
    if isinstance(content, Message):
        problem = fault("reading/cannot-open", Location(source.file, 1, 1), content)
        return Loaded((broken(source.file, problem),))
    if may_skip and not may_be_manifest(content):
        return _SKIPPED
    documents, empty = _documents(content, source)
    certain = not may_skip or mentions(content)
    judged = [_judge(each, certain=certain, may_skip=may_skip) for each in documents]
    if any(ours for _, ours in judged):
        return Loaded(tuple(_as_ours(each, ours=ours) for each, ours in judged), 0, empty)
    if may_skip:
        return _SKIPPED
    if not documents:
        return Loaded((_not_a_manifest(broken(source.file), message("reading.empty")),), 0, empty)
    return Loaded((_other(documents[0], "reading.not-a-manifest"),), 0, empty)


def _documents(content: bytes, source: Source) -> tuple[list[Document], int]:
    if len(content) > limits.BYTES:
        problem = message("reading.bytes", most=limits.BYTES // _MEBIBYTE)
        too_large = fault("reading/too-large", Location(source.file, 1, 1), problem)
        return [broken(source.file, too_large)], 0
    return _read(content, source.file, _format(content, source))


def _format(content: bytes, source: Source) -> str:
    """Return json or yaml by the name of the file; either where there is no name to go by."""
    if source.path is None and _BRACE.match(content):
        return "either"
    return "json" if source.path and source.path.suffix.lower() == ".json" else "yaml"


def _read(content: bytes, file: str, form: str) -> tuple[list[Document], int]:
    text = decode(content, file, as_json=form != "yaml")
    if not isinstance(text, str):
        return [broken(file, *text)], 0
    if form == "json" and not text.strip():
        return [], 0
    as_json = _json(text, file) if form == "json" or _BRACE.match(content) else None
    if as_json and (form == "json" or not as_json.broken):
        return [as_json], 0  # also in a file that is called YAML: it is JSON to the letter
    if form == "yaml":
        return _yaml(text, file)
    documents, empty = _read(content, file, "yaml")
    if as_json and documents[-1].broken and _QUOTED_KEY.match(content):
        return [as_json], 0  # it looks like JSON, so what is wrong with it as JSON helps most
    return documents, empty


def _json(text: str, file: str) -> Document:
    # Imported here, as the other reader is: a file needs one of the two.
    from algocheck.manifest.json_reader import read_json

    return read_json(text, file)


def _yaml(text: str, file: str) -> tuple[list[Document], int]:
    try:
        from algocheck.manifest.yaml_reader import read_yaml
    except ImportError as absent:
        raise AlgocheckError("reading.no-c-parser") from absent
    return read_yaml(text, file)


def _judge(document: Document, *, certain: bool, may_skip: bool) -> tuple[Document, bool]:
    """Tell whether a document is a manifest, or was meant as one; its fault is added.

    Of one that cannot be read, *certain* tells.
    """
    if document.broken:
        return document, certain
    value = document.value
    if isinstance(value, dict) and FRAME in value:
        return document, not (may_skip and is_browser_extension(value))
    meant = near_miss(value)
    if meant is None:
        return document, False
    key, problem = meant
    return _not_a_manifest(document, problem, (key,)), True


def _as_ours(document: Document, *, ours: bool) -> Document:
    return document if ours or document.broken else _other(document, "reading.other-document")


def _other(document: Document, problem: str) -> Document:
    """Turn a document that nobody meant as a manifest into one fault, whatever else it has."""
    return _not_a_manifest(document._replace(faults=()), message(problem))


def _not_a_manifest(document: Document, problem: Message, path: Path = ()) -> Document:
    found = fault("reading/not-a-manifest", document.locate(path), problem, path=path)
    return document._replace(value=None, faults=(found, *document.faults), broken=True)
