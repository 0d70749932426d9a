"""Read waivers.yaml: to waivers with their places, or to the findings that say why not."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from algocheck.errors import AlgocheckError
from algocheck.manifest import limits
from algocheck.manifest.decode import decode
from algocheck.manifest.document import Document
from algocheck.manifest.fetch import fetch
from algocheck.model import Finding, Location, Waiver
from algocheck.waiver.rules import finding, rule_of
from algocheck.waiver.shape import entries, frame, text_of
from algocheck.words import Message, message

_MEBIBYTE = 1024 * 1024


class Written(NamedTuple):
    """A waiver as it stands in the file; nothing is wrong with its form."""

    waiver: Waiver
    position: int  # in the list, from 0
    document: Document

    @property
    def about(self) -> str:
        """Name it in a finding, the same wherever in the file it stands."""
        return f"waivers[{self.waiver.rule} {self.waiver.manifest} {self.waiver.place}]"

    def at(self, key: str) -> Location:
        """Return the place of what it says at *key*."""
        return self.document.locate_value(("waivers", self.position, key))

    def told(self, rule: str, key: str, problem: Message) -> Finding:
        """Make the finding that *rule* is broken by what it says at *key*."""
        return finding(rule, self.at(key), problem, f"{self.about}.{key}#")


class Waivers(NamedTuple):
    """What a file of waivers says."""

    written: tuple[Written, ...] = ()
    findings: tuple[Finding, ...] = ()  # waiver/malformed, in the order of the file


def read(path: Path, file: str) -> Waivers:
    """Read the waivers in *path*, which is shown to people as *file*."""
    content = fetch(path)
    if isinstance(content, Message):
        return _unreadable(file, content)
    return parse(content, file)


def parse(content: bytes, file: str) -> Waivers:
    """Read the waivers in *content*; one that is malformed is told, and the others count.

    Raises `AlgocheckError` where PyYAML was installed without its C parser.
    """
    if len(content) > limits.BYTES:
        return _unreadable(file, message("reading.bytes", most=limits.BYTES // _MEBIBYTE))
    text = decode(content, file, as_json=False)
    if not isinstance(text, str):
        return Waivers(findings=_ours(text))
    documents, _ = _documents(text, file)
    if not documents:
        return _unreadable(file, message("waiver.empty"))
    return _waivers(documents)


def _documents(text: str, file: str) -> tuple[list[Document], int]:
    try:
        from algocheck.manifest.yaml_reader import read_yaml
    except ImportError as absent:
        raise AlgocheckError("reading.no-c-parser") from absent
    return read_yaml(text, file)


def _waivers(documents: list[Document]) -> Waivers:
    document, *others = documents
    found = [*_ours(document.faults), *frame(document)]
    for other in others:
        place = other.locate_value(())
        found.append(finding("waiver/malformed", place, message("waiver.one-document")))
        found += _ours(other.faults)
    written = []
    for position, entry, problems in entries(document):
        found += problems
        if not problems and not _is_within(document.faults, position):
            waiver = _waiver(entry, document, position)
            written.append(Written(waiver, position, document))
    return Waivers(tuple(written), tuple(sorted(found, key=lambda each: each.location)))


def _waiver(entry: dict[str, str], document: Document, position: int) -> Waiver:
    place = document.locate_value(("waivers", position))
    texts = {key: text_of(entry, key) for key in Waiver._fields if key != "location"}
    return Waiver(**texts, location=place)


def _is_within(faults: Iterable[Finding], position: int) -> bool:
    return any(fault.path[:2] == ("waivers", position) for fault in faults)


def _ours(faults: Iterable[Finding]) -> tuple[Finding, ...]:
    """Tell faults of reading as what they are here: nobody can waive by what is not read."""
    return tuple(_as_malformed(faults))


def _as_malformed(faults: Iterable[Finding]) -> Iterator[Finding]:
    for fault in faults:
        yield fault._replace(rule=rule_of("waiver/malformed"))


def _unreadable(file: str, problem: Message) -> Waivers:
    return Waivers(findings=(finding("waiver/malformed", Location(file, 1, 1), problem),))
