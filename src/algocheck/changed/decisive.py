"""Whether something changed that bears on every manifest: configuration, waivers, policies."""

import itertools
import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from algocheck.changed.then import Then
from algocheck.manifest.discover import SUFFIXES
from algocheck.manifest.recognise import mentions

_TELLING = SUFFIXES | {".py", ".rego"}
_REVISION = ".manifest"


def changed(path: Path, then: Then) -> bool:
    """Tell whether a file, or what a folder of policies holds, may be other than it was *then*."""
    if not path.is_dir():
        return then.touched(str(path))
    now = set(_now(path))
    before = {name for name in then.below(path) if _tells(PurePath(name))}
    return now != before or not all(then.same(str(path / name)) for name in now)


def kept(folder: Path, then: Then) -> bool:
    """Tell whether the repository had *folder*."""
    return bool(then.below(folder))


def settings(root: Path, then: Then) -> Iterator[Path]:
    """Yield where *root* may have its configuration now, or had it *then*, in the repository."""
    above = itertools.takewhile(lambda folder: folder != then.top, (root, *root.parents))
    for folder in (*above, then.top):
        yield folder / "algocheck.toml"
        shared = folder / "pyproject.toml"
        # Most changes of that file concern others; whether one did is seen from both versions.
        if then.touched(str(shared)) and _speaks_of_us(shared, then):
            yield shared


def gone(folders: list[Path], then: Then) -> int:
    """Return how many manifests stood in *folders* then, in files that are there no more."""
    names = {
        (PurePath(folder) / below).relative_to(then.top).as_posix()
        for folder in map(os.path.realpath, folders)
        for below in then.below(Path(folder))
        if PurePath(below).suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in PurePath(below).parts)
        and not os.path.lexists(PurePath(folder) / below)
    }
    return sum(map(mentions, then.contents(sorted(names)).values()))


def _now(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        within = Path(place).relative_to(folder)
        yield from ((within / name).as_posix() for name in names if _tells(within / name))


def _tells(name: PurePath) -> bool:
    if name.name == _REVISION:
        return len(name.parts) == 1
    hidden = any(part.startswith(".") for part in name.parts)
    return name.suffix.lower() in _TELLING and not hidden


def _speaks_of_us(file: Path, then: Then) -> bool:
    name = then.name(str(file))
    versions = list(then.contents([name]).values()) if name else []
    if name is None or (then.files.get(name) and not versions):
        return True  # this clone does not have the old version
    if file.is_file():
        versions.append(file.read_bytes())
    return any(b"algocheck" in version for version in versions)
