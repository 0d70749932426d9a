"""A folder of policies as it stands on disk, read whole, bounded and in a fixed order."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from algocheck.errors import BundleError, reason

MODULE_BYTES = 1024**2
USUAL_BYTES = 64 * 1024  # making room for a whole MODULE_BYTES takes longer than reading
SOURCE_BYTES = 32 * 1024**2
SOURCE_FILES = 10_000
TEST = "_test.rego"

ENTRYPOINT = "algocheck/main/main.rego"
"""What answers for all rules of a bundle."""

COMPILED = "policy.wasm"
COMPILED_FROM = "policy.wasm.json"
"""What the compiled form beside it was made of, and with: no data for policies."""


class Module(NamedTuple):
    """One file: of Rego, or of data while it is still a text."""

    path: str  # from the folder's root, with forward slashes: algocheck/main/main.rego
    text: str


class Source(NamedTuple):
    """What a folder of policies holds; the same folder gives the same value everywhere."""

    modules: tuple[Module, ...]  # what is evaluated, by path
    tests: tuple[Module, ...]  # _test.rego: never loaded for evaluation
    data: Mapping[str, Any]  # the document under `data`
    unread: tuple[str, ...] = ()  # JSON and YAML that no engine reads: it is not called data.*

    @property
    def is_whole(self) -> bool:
        """Whether it stands alone; house rules need the library and parameters that ship."""
        return any(module.path == ENTRYPOINT for module in self.modules)


def read_source(folder: Path, *, with_tests: bool = True) -> Source:
    """Read *folder*; hidden files are left alone, and tests where nobody asks for them.

    Raises `BundleError` as `read_files` does, and for data that is no data.
    """
    return source_of(read_files(folder, with_tests=with_tests))


def read_files(folder: Path, *, with_tests: bool = True) -> tuple[Module, ...]:
    """Read the texts in *folder*, Rego, JSON and YAML, by path.

    Raises `BundleError` for a folder that is not there, a link that leads out of
    it, and a file that is too large or no UTF-8.
    """
    if not folder.is_dir():
        key = "policy.file-no-folder" if folder.exists() else "policy.no-folder"
        raise BundleError(key, path=folder.as_posix())
    files = []
    size = 0
    for path in _files(folder):
        if path.rpartition(".")[2] not in ("rego", "json", "yaml", "yml"):
            continue
        if path == COMPILED_FROM or (path.endswith(TEST) and not with_tests):
            continue
        text = _text(folder, path)
        size += len(text)
        if size > SOURCE_BYTES:
            raise BundleError("policy.source-too-large", path=str(folder), most=SOURCE_BYTES)
        files.append(Module(path, text))
    return tuple(files)


def source_of(files: Iterable[Module]) -> Source:
    """Tell what *files* hold; raises `BundleError` for data that is no data."""
    modules: list[Module] = []
    tests: list[Module] = []
    unread: list[str] = []
    data: dict[str, Any] = {}
    for file in files:
        name = file.path.rpartition("/")[2]
        if name.endswith(".rego"):
            (tests if name.endswith(TEST) else modules).append(file)
        elif name in ("data.json", "data.yaml"):
            _merge(data, file.path.split("/")[:-1], _document(*file), file.path)
        else:
            unread.append(file.path)
    return Source(tuple(modules), tuple(tests), data, tuple(unread))


def _files(folder: Path) -> list[str]:
    found: list[str] = []
    _walk(str(folder), "", os.path.realpath(folder), found)
    if len(found) > SOURCE_FILES:
        raise BundleError("policy.too-many-files", path=str(folder), most=SOURCE_FILES)
    return sorted(found)


def _walk(folder: str, prefix: str, root: str, found: list[str]) -> None:
    # os and not pathlib: this is read at every start, and paths cost more than files.
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_symlink():
                _refuse_link(entry, root)
            if entry.is_dir():
                _walk(entry.path, f"{prefix}{name}/", root, found)
            elif entry.is_file():
                found.append(prefix + name)
            else:
                # A pipe would keep whoever opens it waiting.
                raise BundleError("policy.no-file", path=entry.path)


def _refuse_link(entry: os.DirEntry[str], root: str) -> None:
    if entry.is_dir():
        raise BundleError("policy.linked-folder", path=entry.path)
    if not Path(os.path.realpath(entry.path)).is_relative_to(root):
        raise BundleError("policy.link-leads-out", path=entry.path)


def _text(folder: Path, path: str) -> str:
    file = os.path.join(folder, path)  # noqa: PTH118 -- see _walk
    try:
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 -- likewise
            content = stream.read(USUAL_BYTES)
            if len(content) == USUAL_BYTES:
                content += stream.read(MODULE_BYTES + 1 - USUAL_BYTES)
    except OSError as error:
        raise BundleError("policy.unreadable", path=file, reason=reason(error)) from None
    if len(content) > MODULE_BYTES:
        raise BundleError("policy.file-too-large", path=file, most=MODULE_BYTES)
    try:
        # Windows clones may hold CRLF; the same policies are the same text everywhere.
        return content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise BundleError("policy.not-utf-8", path=file) from None


def _document(path: str, text: str) -> Any:
    if path.endswith(".json"):
        try:
            return json.loads(text, parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            raise BundleError("policy.bad-data", path=path, reason=str(error)) from None
    from algocheck.policy.plain_yaml import YamlError, read_data

    try:
        return read_data(text).value
    except YamlError as error:
        raise BundleError("policy.bad-data", path=path, reason=error.message) from None


def _no_number(word: str) -> Any:
    raise ValueError(word)


def _merge(data: dict[str, Any], steps: list[str], document: Any, path: str) -> None:
    if not isinstance(document, dict):
        raise BundleError("policy.data-no-mapping", path=path)
    for step in steps:
        data = data.setdefault(step, {})
        if not isinstance(data, dict):
            raise BundleError("policy.data-clash", path=path, key=step)
    for key, value in document.items():
        if key in data:
            raise BundleError("policy.data-clash", path=path, key=key)
        data[key] = value
