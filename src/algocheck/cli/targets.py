"""Where reports are written, and what must not be lost there."""

import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from algocheck.cli.options import Target
from algocheck.errors import UsageError

_NO_FORMAT = (".yaml", ".yml", ".toml", ".rego")
"""Of manifests, waivers, settings and policies; no format has such a name."""

_SIGNS = (b"algocheck", b'"check_name"')
"""What every report holds; the second is GitLab's, whose format has no room for our name."""

_NOT_OURS = b'"baseline_version"'
"""Made by algocheck, and kept by people."""

_EMPTY = (b"", b"[]")

_LOOKED_AT = 64 * 1024  # bytes, at the beginning and at the end


def refuse_clashes(targets: Sequence[Target]) -> None:
    """Refuse two formats for one place, before anything is checked; raises `UsageError`."""
    places = [target.file for target in targets]
    for place in places:
        if places.count(place) > 1:
            key = "check.two-formats-one-file" if place else "check.two-formats-one-stream"
            raise UsageError(key, file=place)


def refuse_losses(targets: Sequence[Target], paths: Sequence[str]) -> None:
    """Refuse to write a report over anything but an earlier report; raises `UsageError`.

    Whoever gives a report the name of one of *paths*, or of a file of YAML, has mistyped the
    name of a manifest.
    """
    named = {Path(path).resolve() for path in paths if path != "-"}
    for target in targets:
        file = Path(target.file)
        if not target.file:
            continue
        if file.suffix in (".yaml", ".yml") or file.resolve() in named:
            raise UsageError("check.report-over-manifest", file=target.file)
        if _is_of_others(file):
            raise UsageError("check.report-over-other", file=target.file)


@contextmanager
def or_none(targets: Sequence[Target]) -> Iterator[None]:
    """Leave no report of *targets* where a run ends without a verdict.

    What an earlier run wrote there would be taken for the report of this one.
    """
    try:
        yield
    except BaseException:
        for target in targets:
            file = Path(target.file)
            with suppress(OSError):
                if target.file and _is_report(file):
                    _remove(file)
        raise


@contextmanager
def opened(target: Target) -> Iterator[TextIO]:
    """Open the file of *target* to write a report, whole or not at all; raises OSError."""
    file = Path(target.file)
    with file.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
        try:
            yield stream
        except BaseException:
            with suppress(OSError):
                _remove(file)
            raise


def _is_of_others(file: Path) -> bool:
    try:
        return file.is_file() and not _is_report(file)
    except OSError:
        return False  # that it cannot be read or written is told when it is written


def _is_report(file: Path) -> bool:
    """Tell whether *file* is a report of algocheck, by its name and by what is in it."""
    if file.suffix in _NO_FORMAT or not file.is_file():
        return False
    with file.open("rb") as content:
        begin = content.read(_LOOKED_AT)
        content.seek(max(content.tell(), file.stat().st_size - _LOOKED_AT))
        text = begin + content.read()
    if text.strip() in _EMPTY:
        return True
    return _NOT_OURS not in text and any(sign in text for sign in _SIGNS)


def _remove(file: Path) -> None:
    # A device, a pipe or a link is somebody else's.
    if stat.S_ISREG(file.lstat().st_mode):
        file.unlink()
