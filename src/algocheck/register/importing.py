"""Import records of the register: every one becomes a manifest, or is refused with a reason."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from algocheck.errors import UsageError, reason
from algocheck.files import write_whole
from algocheck.register.mapping import manifest_of, origin
from algocheck.register.names import file_names
from algocheck.register.reading import Refusal, read
from algocheck.register.record import Record
from algocheck.register.render import is_as_rendered, render
from algocheck.words import Message


class Fate(StrEnum):
    """What became of a manifest."""

    WRITTEN = "written"
    UPDATED = "updated"  # the record changed, and nobody had edited the manifest
    UNCHANGED = "unchanged"
    KEPT = "kept"  # somebody edited the manifest


class Manifest(NamedTuple):
    """What one record became."""

    file: str  # below the folder of manifests, with forward slashes
    kind: str  # deployment | supplier
    fate: Fate
    untaken: tuple[str, ...]  # the fields of the record that no fact was taken from


class Imported(NamedTuple):
    """What an import did, or with *dry_run* would have done."""

    manifests: tuple[Manifest, ...]
    refusals: tuple[Refusal, ...]
    dry_run: bool

    def number_of(self, fate: Fate, kind: str) -> int:
        """How many manifests of *kind* had this fate."""
        return sum(each.fate is fate and each.kind == kind for each in self.manifests)

    def refused_files(self) -> list[str]:
        """Return the files that were not read, or not to their end."""
        return [
            each.file
            for each in self.refusals
            if each.position is None or each.reason.key == "register.no-csv"
        ]

    def untaken(self) -> list[tuple[str, int]]:
        """Return the fields that no fact was taken from and how often, the most frequent first."""
        counted = Counter(field for each in self.manifests for field in each.untaken)
        return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def import_files(
    files: Sequence[Path], to: Path, *, force: bool = False, dry_run: bool = False
) -> Imported:
    """Write a manifest below *to* for every record in *files*.

    A manifest that somebody edited is left alone unless *force*. Raises
    `UsageError` where a file cannot be read or a manifest cannot be written.
    """
    drafts: list[tuple[Record, dict[str, Any]]] = []
    refusals: list[Refusal] = []
    for path in _once(files):
        for found in read(path):
            manifest = manifest_of(found) if isinstance(found, Record) else {}
            if isinstance(found, Refusal):
                refusals.append(found)
            elif {"name", "id"} & manifest.get("algorithm", {}).keys():
                drafts.append((found, manifest))
            else:
                nameless = Message("register.no-identity")
                refusals.append(Refusal(found.file, found.position, nameless))
    manifests = []
    for (record, manifest), name in zip(drafts, file_names(drafts), strict=True):
        text = render(manifest, origin(record))
        fate = _fate(to / name, text, force=force)
        if not dry_run and fate in {Fate.WRITTEN, Fate.UPDATED}:
            _write(to / name, text)
        manifests.append(Manifest(name, manifest["kind"], fate, tuple(_untaken(manifest))))
    return Imported(tuple(manifests), tuple(refusals), dry_run)


def _once(files: Sequence[Path]) -> Iterator[Path]:
    seen = set()
    for file in files:
        if file.resolve() not in seen:
            seen.add(file.resolve())
            yield file


def _untaken(manifest: Mapping[str, Any]) -> Iterator[str]:
    for key in manifest["provenance"].get("original", {}):
        before, bracket, after = key.partition("[")
        yield f"{before}[]{after.partition(']')[2]}" if bracket else key


def _fate(path: Path, text: str, *, force: bool) -> Fate:
    try:
        there = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        return Fate.WRITTEN
    except UnicodeDecodeError:
        there = ""  # nothing that we wrote
    except OSError as error:
        raise _cannot_write(path, error) from error
    if there == text:
        return Fate.UNCHANGED
    return Fate.UPDATED if force or is_as_rendered(there) else Fate.KEPT


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode("utf-8"))
    except OSError as error:
        raise _cannot_write(path, error) from error


def _cannot_write(path: Path, error: OSError) -> UsageError:
    return UsageError("register.cannot-write", path=path.as_posix(), reason=reason(error))
