"""One record of the register, its fields under the names of the standard."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from algocheck.register.draft import Cell
from algocheck.register.standard import ALIASES, FIELDS, PAIRS, PATHS
from algocheck.register.text import one_line
from algocheck.register.values import is_empty, stated, text_of
from algocheck.register.vocabulary import VERSIONS

# What points to a record without describing it: a list of highlights has these alone.
_POINTERS = frozenset(
    ["name", "organization", "lars", "id", "uuid", "url", "lang", "org_id", "publication_dt"]
)
# What nothing but a record of the register has; a package.json has a name and a description.
_OF_THE_REGISTER = frozenset(
    [
        "description_short",
        "publication_category",
        "proportionality",
        "lawful_basis",
        "lawful_basis_grouping",
        "human_intervention",
        "methods_and_models",
        "source_data",
        "publiccode",
        "contact_email",
        "standard_version",
        "impacttoetsen",
        "organization",
        "organisatie",
        "purpose_and_impact",
        "technical_operation",
    ]
)
_DESCRIBES = frozenset(PATHS) - _POINTERS
_IDS = ("lars", "source_id", "uuid", "id", "algoritme_id")


class Record(NamedTuple):
    """What one record says, and where it stands."""

    file: str  # its name alone, without folders
    position: int  # among the records of its file, from 1
    cells: Mapping[str, tuple[Cell, ...]]
    retrieved: str = ""  # the day on which the file was fetched, if it says so
    tabular: bool = False  # a row: it has a cell for every field of every version

    def all(self, *names: str) -> Iterable[Cell]:
        """Return the cells of the fields *names* that hold something, in that order."""
        return (cell for name in names for cell in self.cells.get(name, ()) if not cell.is_empty)

    def first(self, *names: str) -> str:
        """Return the first text among the fields *names*, else an empty text."""
        return next(filter(None, (text_of(cell.value) for cell in self.all(*names))), "")

    @property
    def version(self) -> str:
        """The version of the standard that the record follows; empty where it does not say."""
        texts = (text_of(cell.value) for cell in self.all("standard_version"))
        return next((VERSIONS[text] for text in texts if text in VERSIONS), "")

    @property
    def number(self) -> str:
        """What tells the record from others, as found; empty if nothing does."""
        return next(filter(None, (stated(cell.value) for cell in self.all(*_IDS))), "")

    @property
    def is_of_supplier(self) -> bool:
        """Whether a supplier wrote it for organisations to complete.

        Such a template names itself and leaves the organisation open: null, not empty.
        """
        ids = [text_of(cell.value) for cell in self.all("id")]
        organisations = self.cells.get("organization", ())
        return (
            bool(ids and organisations)
            and not ids[0].isdigit()
            and all(cell.value is None for cell in organisations)
            and not list(self.all("lars", "uuid", "org_id"))
        )

    @property
    def is_of_short_index(self) -> bool:
        """Whether it is an entry of the short index, with fields of its own in Dutch."""
        return any(cell.key == "organisatie" for cell in self.cells.get("organization", ()))

    def left_empty(self) -> Iterable[str]:
        """Yield the paths of facts whose every field the record has, and left empty."""
        for name, path in PATHS.items():
            if name in self.cells and self._has(name) and not list(self.all(*_fields_of(path))):
                yield path

    def _has(self, name: str) -> bool:
        if name == "type":  # a fact in v0.4 only
            return self.version == "0.4"
        return name in FIELDS[self.version] if self.version or self.tabular else True


def record_of(
    raw: Mapping[Any, Any], *, file: str, position: int, retrieved: str = "", tabular: bool = False
) -> Record:
    """Return *raw* with its fields under the standard's names; several may be one field."""
    cells: dict[str, list[Cell]] = {}
    paired: set[str] = set()
    for names, grouping in PAIRS.items():
        if all(isinstance(raw.get(name), str) and raw[name].strip() for name in names):
            pair = [{"title": raw[names[0]], "link": raw[names[1]]}]
            cells.setdefault(grouping, []).append(Cell(", ".join(names), pair))
            paired.update(names)
    for key, value in raw.items():
        if key not in paired:
            cell = Cell(one_line(str(key)), value, is_empty(value))
            cells.setdefault(_name_of(key), []).append(cell)
    for name, found in cells.items():  # the standard's own name goes first
        found.sort(key=lambda cell: cell.key != name)
    return Record(file, position, {k: tuple(v) for k, v in cells.items()}, retrieved, tabular)


def describes_algorithm(raw: Mapping[Any, Any]) -> bool:
    """Tell whether *raw* is a record, and no pointer to one, and no schema of one."""
    if isinstance(raw.get("name"), dict | list):
        return False
    is_ours = any(
        str(key).lower() in _OF_THE_REGISTER and not isinstance(value, dict)
        for key, value in raw.items()
    )
    return is_ours and not _DESCRIBES.isdisjoint(map(_name_of, raw))


def _name_of(key: Any) -> str:
    name = re.sub(r"[\s-]+", "_", one_line(str(key))).lower()
    return ALIASES.get(name, name)


def _fields_of(path: str) -> Iterable[str]:
    return (name for name, of in PATHS.items() if of == path)
