"""Make a manifest of one record: what it says beyond doubt becomes a fact, the rest is kept."""

from typing import Any

from algocheck.register.draft import Draft, in_order
from algocheck.register.facts import state_facts
from algocheck.register.lists import state_lists
from algocheck.register.record import Record
from algocheck.register.text import one_line

_LONGEST_ID = 100


def manifest_of(record: Record) -> dict[str, Any]:
    """Return the manifest that *record* is; without id and name if the record has neither."""
    draft = Draft()
    state_facts(draft, record)
    state_lists(draft, record)
    for cells in record.cells.values():
        for cell in cells:
            if not cell.is_empty and cell not in draft.used:
                draft.keep(cell.key, cell.value)
    kind = "supplier" if record.is_of_supplier else "deployment"
    head = {"manifest_version": 1, "kind": kind}
    return head | draft.nested() | {"provenance": _provenance(draft, record)}


def origin(record: Record) -> str:
    """Say where *record* stands: the name of its file, and its id or else its position."""
    name = one_line(record.file)
    number = one_line(record.number)
    if 0 < len(number) <= _LONGEST_ID:
        return f"{name}, id {number}"
    return f"{name}, record {record.position}"


def _provenance(draft: Draft, record: Record) -> dict[str, Any]:
    empty = dict.fromkeys(path for path in record.left_empty() if path not in draft.facts)
    parts = {
        "imported_from": origin(record),
        "retrieved": record.retrieved,
        "field_sources": {path: ", ".join(keys) for path, keys in in_order(draft.sources)},
        "original": draft.original,
        "empty_fields": [path for path, _ in in_order(empty)],
    }
    return {name: value for name, value in parts.items() if value}
